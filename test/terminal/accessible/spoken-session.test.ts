import { describe, expect, it } from 'vitest';
import { card, chapter } from '../../support/cards.ts';
import { WELCOME } from '../../support/screen-cases.ts';
import { hold, sit } from './talk.ts';

const RAG = chapter(3, 'Retrieval-Augmented Generation', 'RAG');
const BASICS = chapter(2, 'Prompting and Basics', 'Basics');

const CARDS = [
  card('rag-or-tuning', { chapter: RAG, question: 'RAG or full fine-tuning?' }),
  card('greedy', {
    chapter: BASICS,
    kind: 'choice',
    choices: 3,
    question: 'Which decoding always picks the token with the highest probability?',
  }),
  card('chunks', { question: 'Explain why documents are chunked' }),
];

const BODIES = {
  'rag-or-tuning': `RAG is **non-parametric**: knowledge stays in [documents](https://arxiv.org/abs/2401.08406).

### Key points
- Facts that change: RAG
- Form or tone: fine-tuning

### References
- [RAG vs Fine-tuning](https://arxiv.org/abs/2401.08406)
- [A Survey](https://arxiv.org/abs/2312.10997)`,
  greedy: `### Choices
- [ ] Beam search
  - It keeps several candidates.
- [x] Greedy \`argmax\` decoding
- [ ] Top-p sampling`,
};

const deck = () => sit({ cards: CARDS, bodies: BODIES });

describe('a session by lines', () => {
  it('goes over three cards with a hint, an undo, a choice and a missed card', async () => {
    const { session, store } = deck();
    const lines = ['h', '', '3', '1', '', 'u', '1', '', '4', 'q'];
    expect(await hold(session, lines)).toMatchInlineSnapshot(`
      "
      Card 1 of 3. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: h
      Hint: Facts that change: RAG.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit:
      Answer:
      RAG is non-parametric: knowledge stays in documents (link 1).

      Key points:
      - Facts that change: RAG.
      - Form or tone: fine-tuning.
      Link 1: RAG vs Fine-tuning, https://arxiv.org/abs/2401.08406
      Link 2: A Survey, https://arxiv.org/abs/2312.10997
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 3
      Good. Next review in 10 minutes. Saved.

      Card 2 of 3. Chapter 2, Basics. New.
      Question: Which decoding always picks the token with the highest probability?
      1. Top-p sampling.
      2. Greedy argmax decoding.
      3. Beam search.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer: 1
      Wrong: you chose 1. Right is 2, Greedy argmax decoding.
      The options:
      - Option 3, wrong: Beam search:
        - It keeps several candidates.
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, u to undo the card before, help for more, or q to quit. Enter alone means 1, Again:
      Again. Next review in 1 minute. Saved.

      Card 3 of 3. New.
      Question: Explain why documents are chunked.
      Press Enter for the answer, or type help for more, or q to quit: u
      Undone: the grade Again, of the card: Which decoding always picks the token with the highest probability?

      Card 2 of 3. Chapter 2, Basics. New.
      Question: Which decoding always picks the token with the highest probability?
      1. Top-p sampling.
      2. Greedy argmax decoding.
      3. Beam search.
      Type repeat to hear its answer again.
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, u to undo the card before, help for more, or q to quit. Enter alone means 1, Again: 1
      Again. Next review in 1 minute. Saved.

      Card 3 of 3. New.
      Question: Explain why documents are chunked.
      Press Enter for the answer, or type help for more, or q to quit:
      Answer:
      The answer to chunks.
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, u to undo the card before, help for more, or q to quit. Enter alone means 3, Good: 4
      Easy. Next review in 8 days, 1 December. Saved.

      Card 3 of 3. Chapter 2, Basics. Seen before in this session.
      Question: Which decoding always picks the token with the highest probability?
      1. Beam search.
      2. Top-p sampling.
      3. Greedy argmax decoding.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer: q
      Session done. 3 cards in 1 minute 40 seconds, 33 seconds a grade.
      Grades: 1 again, 0 hard, 1 good, 1 easy.
      Remembered: no card was due.
      New learned: 3 cards.
      Streak: 1 day.
      Missed this time, 1 card:
      1. Chapter 2, Basics: Which decoding always picks the token with the highest probability? Next in 1 minute.
      Tomorrow, 24 November: 2 due. This week: 2 due.
      The command llm-quiz review --session asks the one that you missed."
    `);
    expect(session.result).toBe('ended');
    expect(store.types).toEqual([
      'start',
      'seen',
      'grade',
      'seen',
      'grade',
      'undo',
      'undo',
      'seen',
      'grade',
      'seen',
      'grade',
      'end',
    ]);
  });

  it('says a summary at its end, from which the last card can be taken back', async () => {
    const { session } = sit({ cards: [CARDS[0] ?? card('none')], bodies: BODIES });
    const told = await hold(session, ['', 'easy', 'what', 'u', '4', '']);
    expect(told.slice(told.indexOf('Easy. Next'))).toMatchInlineSnapshot(`
      "Easy. Next review in 8 days, 1 December. Saved.
      Session done. 1 card in 30 seconds, 30 seconds a grade.
      Grades: 0 again, 0 hard, 0 good, 1 easy.
      Remembered: no card was due.
      New learned: 1 card.
      Streak: 1 day.
      Tomorrow, 24 November: 0 due. This week: 0 due.
      The command llm-quiz goes on, now or tomorrow.
      Press Enter to close, or type u to undo the last card: what
      That is none of the choices.
      Press Enter to close, or type u to undo the last card: u
      Undone: the grade Easy, of the card: RAG or full fine-tuning?

      Card 1 of 1. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Type repeat to hear its answer again.
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 4
      Easy. Next review in 8 days, 1 December. Saved.
      Session done. 1 card in 50 seconds, 50 seconds a grade.
      Grades: 0 again, 0 hard, 0 good, 1 easy.
      Remembered: no card was due.
      New learned: 1 card.
      Streak: 1 day.
      Tomorrow, 24 November: 0 due. This week: 0 due.
      The command llm-quiz goes on, now or tomorrow.
      Press Enter to close, or type u to undo the last card:"
    `);
    expect(session.result).toBe('ended');
  });

  it('skips, buries, suspends, marks and keeps a note', async () => {
    const { session, store } = deck();
    const lines = ['skip', 'b', 'x', 'm', 'n', 'Ask about cost', 'note -', 's', 'u'];
    expect(await hold(session, lines)).toMatchInlineSnapshot(`
      "
      Card 1 of 3. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: skip
      Skipped: it comes after the others.

      Card 1 of 3. Chapter 2, Basics. New.
      Question: Which decoding always picks the token with the highest probability?
      1. Top-p sampling.
      2. Greedy argmax decoding.
      3. Beam search.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer: b
      Buried until tomorrow. Saved.

      Card 2 of 3. New.
      Question: Explain why documents are chunked.
      Press Enter for the answer, or type help for more, or q to quit: x
      Suspended. Saved. The command llm-quiz unsuspend chunks brings it back.

      Card 3 of 3. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: m
      Marked. Saved.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: n
      Type your note. A minus sign alone takes it away, Enter alone leaves it as it is: Ask about cost
      The note is kept. Saved.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: note -
      The note is taken away. Saved.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: s
      Skipped again: it is left for another session.
      Nothing graded. Your progress is as it was.
      Press Enter to close, or type u to undo the last card: u
      Undone: skipping, of the card: RAG or full fine-tuning?

      Card 3 of 3. Chapter 3, RAG. New. Marked.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit:"
    `);
    expect(store.types).toEqual(['start', 'bury', 'suspend', 'mark', 'note', 'note', 'end']);
  });

  it('says what cannot be done, and asks again', async () => {
    const { session } = deck();
    const lines = ['3', 'good', 'u', 'foo', 'o 1', 'e', '', '5', 'h', '1', '4', '1,2'];
    const told = await hold(session, lines);
    expect(told).toMatchInlineSnapshot(`
      "
      Card 1 of 3. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: 3
      Listen to the answer first: press Enter.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: good
      Listen to the answer first: press Enter.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: u
      Nothing to undo in this session.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: foo
      Not understood: foo. Type help for all commands.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: o 1
      Links cannot be opened from here.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: e
      There is no editor here.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit:
      Answer:
      RAG is non-parametric: knowledge stays in documents (link 1).

      Key points:
      - Facts that change: RAG.
      - Form or tone: fine-tuning.
      Link 1: RAG vs Fine-tuning, https://arxiv.org/abs/2401.08406
      Link 2: A Survey, https://arxiv.org/abs/2312.10997
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 5
      The grades go from 1, again, to 4, easy.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: h
      The answer was already said.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 1
      Again. Next review in 1 minute. Saved.

      Card 2 of 3. Chapter 2, Basics. New.
      Question: Which decoding always picks the token with the highest probability?
      1. Top-p sampling.
      2. Greedy argmax decoding.
      3. Beam search.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer: 4
      There is no option 4: they go from 1 to 3.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer: 1,2
      Only one option is right: choose one.
      Type the number of your choice, help for more, or q to quit. Enter alone shows the answer:"
    `);
  });

  it('says all commands', async () => {
    const { session } = deck();
    expect(await hold(session, ['help'])).toMatchInlineSnapshot(`
      "
      Card 1 of 3. Chapter 3, RAG. New.
      Question: RAG or full fine-tuning?
      Press Enter for the answer, or type h for a hint, help for more, or q to quit: help
      On a card you can type these, each followed by Enter:
      Enter alone: the answer, and after it the grade that the question names.
      1 to 4: the grade, again, hard, good or easy. Before the answer: an option, where there are any.
      h or hint: a hint, one key point at a time.
      r or repeat: say this card again.
      u or undo: undo the last thing that was done, as often as you like.
      s or skip: skip the card for now.
      b or bury: bury the card until tomorrow.
      x or suspend: suspend the card, until llm-quiz unsuspend brings it back.
      m or mark: mark the card, or take its mark off.
      n or note: keep a note of your own with the card.
      w or why: why this card comes now.
      ? or help: say these commands.
      q or quit: save and quit, as does Control D.
      Press Enter for the answer, or type h for a hint, help for more, or q to quit:"
    `);
  });

  it('asks for all right options where there are several', async () => {
    const several = card('several', { kind: 'choice', choices: 3, question: 'Which are lossy?' });
    const body = '### Choices\n- [x] JPEG\n- [ ] PNG\n- [x] MP3';
    for (const [line, verdict] of [
      ['1 2', /^Wrong: you chose 1 and 2\. Right are \d, (JPEG|MP3); \d, (JPEG|MP3)\.$/m],
      ['', /^You chose none\. Right are /m],
    ] as const) {
      const { session } = sit({ cards: [several], bodies: { several: body } });
      const told = await hold(session, [line]);
      expect(told).toMatch(/More than one is right\. Type all their numbers, such as 1,3, help/);
      expect(told).toMatch(verdict);
      expect(told).toMatch(/Enter alone means 1, Again:$/);
    }
  });

  it('tells that a card could not be saved, and lets it be graded again', async () => {
    const { session, store } = sit({ cards: [CARDS[2] ?? card('none')] });
    store.failures = 1;
    expect(await hold(session, ['', '3', '', '3', 'q'])).toMatchInlineSnapshot(`
      "
      Card 1 of 1. New.
      Question: Explain why documents are chunked.
      Press Enter for the answer, or type help for more, or q to quit:
      Answer:
      The answer to chunks.
      How well did you know it?
      1. Again, next in 1 minute.
      2. Hard, next in 6 minutes.
      3. Good, next in 10 minutes.
      4. Easy, next in 8 days.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 3
      Not saved: cannot write: the disk is full.
      Make room and try again.
      The card is as it was. What was graded before is safe.
      Press Enter to go back to the card and try again, or type q to quit:
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 3
      Good. Next review in 10 minutes. Saved.

      Card 1 of 1. Seen before in this session.
      Question: Explain why documents are chunked.
      Press Enter for the answer, or type help for more, or q to quit: q
      Session done. 1 card in 40 seconds, 40 seconds a grade.
      Grades: 0 again, 0 hard, 1 good, 0 easy.
      Remembered: no card was due.
      New learned: 1 card.
      Streak: 1 day.
      Tomorrow, 24 November: 1 due. This week: 1 due.
      The command llm-quiz goes on, now or tomorrow."
    `);
    expect(store.types).toEqual(['start', 'seen', 'grade', 'end']);
  });

  it('leaves where nothing can be saved', async () => {
    const { session, store } = sit({ cards: [CARDS[2] ?? card('none')] });
    store.failures = 100;
    expect(await hold(session, ['', '3', 'q'])).toMatch(
      /Nothing graded\. Your progress is as it was\.$/,
    );
    expect(session.result).toBe('ended');
    expect(store.types).toEqual([]);
  });

  it('schedules nothing in practice, and says so', async () => {
    const { session, store } = sit({ cards: [CARDS[2] ?? card('none')], cram: true });
    const told = await hold(session, ['', '3', '']);
    expect(told.slice(told.indexOf('How well'))).toMatchInlineSnapshot(`
      "How well did you know it?
      1. Again.
      2. Hard.
      3. Good.
      4. Easy.
      Type a number from 1 to 4, help for more, or q to quit. Enter alone means 3, Good: 3
      Good. This is practice, nothing is scheduled.
      Practice done, nothing is scheduled. 1 card in 30 seconds, 30 seconds a grade.
      Grades: 0 again, 0 hard, 1 good, 0 easy.
      The command llm-quiz goes on, now or tomorrow.
      Press Enter to close, or type u to undo the last card:"
    `);
    expect(store.types).toEqual([]);
  });

  it('stops on Ctrl-C with one line, wherever it is', async () => {
    for (const [lines, graded] of [
      [[], 0],
      [['', '3'], 1],
      [['', '3', '', 'n'], 1],
    ] as const) {
      const { session } = deck();
      const told = await hold(session, [...lines, { kind: 'interrupt' }]);
      expect(told.split('\n').at(-1)).toBe(`Stopped: ${graded} graded, all saved.`);
      expect(session.result).toBe('interrupted');
    }
  });

  it('ends on Ctrl-D as on q, wherever it is', async () => {
    for (const lines of [[], [''], ['', '3'], ['n']]) {
      const [byKey, byWord] = [deck(), deck()];
      const told = await hold(byKey.session, [...lines, { kind: 'end' }]);
      const said = await hold(byWord.session, lines.at(-1) === 'n' ? ['q'] : [...lines, 'q']);
      expect(told.split('\n').at(-1)).toBe(said.split('\n').at(-1));
      expect(byKey.session.result).toBe('ended');
    }
  });

  it('opens links and the editor, and waits for what they tell', async () => {
    const opened: string[] = [];
    const { session } = sit({
      cards: CARDS,
      bodies: BODIES,
      helpers: {
        openLink: async (url) => {
          opened.push(url);
          return `Opened ${url}`;
        },
        edit: async ({ id }) => `The card ${id} was read again`,
      },
    });
    const told = await hold(session, ['o 1', '', 'o', 'o 2', 'open 3', 'e']);
    expect(opened).toEqual(['https://arxiv.org/abs/2312.10997']);
    expect(told).toMatch(/^Say which link, such as o 1\. They go from 1 to 2\.$/m);
    expect(told).toMatch(/^The card rag-or-tuning was read again\.\n\nCard 1 of 3\./m);
  });
});

describe('the beginning of a session by lines', () => {
  const resume = {
    kind: 'resume',
    view: {
      ago: '12 min',
      why: 'the terminal was closed',
      grades: 7,
      left: 13,
      position: 8,
      total: 20,
    },
  } as const;

  it('welcomes', async () => {
    const { session } = sit({ cards: CARDS, opening: WELCOME });
    expect(await hold(session, ['x', 'c'])).toMatchInlineSnapshot(`
      "Welcome to llm-quiz: 421 interview questions on large language models in 17 chapters, each asked again when you are about to forget it.
      1. Read the question, and say the answer out loud.
      2. Press Enter for the answer, and compare.
      3. Grade yourself from 1, again, to 4, easy. With each grade you hear when the card comes back.
      Your progress is saved after every card, in the folder ~/.local/share/llm-quiz.
      Nothing leaves this computer.
      Press Enter to start with 10 cards, or type c to choose chapters, q to quit: x
      That is none of the choices.
      Press Enter to start with 10 cards, or type c to choose chapters, q to quit: c"
    `);
    expect(session.result).toBe('chapters');
  });

  it('offers to go on', async () => {
    const begun: string[] = [];
    const { session } = sit({ cards: CARDS, opening: resume });
    expect(await hold(session, ['q'])).toMatchInlineSnapshot(`
      "Your last session ended early, 12 minutes ago: the terminal was closed.
      All 7 grades were saved. 13 cards of it are left.
      Press Enter to go on with card 8 of 20, or type n for a new session, q to quit: q"
    `);
    expect(session.result).toBe('left');
    for (const line of ['', 'n']) {
      const other = sit({
        cards: CARDS,
        opening: resume,
        begin: (choice) => {
          begun.push(choice);
          throw new Error('begun');
        },
      });
      await expect(hold(other.session, [line])).rejects.toThrow('begun');
    }
    expect(begun).toEqual(['resumed', 'new']);
  });
});

it('says what is given with a question behind it, and the answer without it', async () => {
  const { session } = sit({
    cards: [card('print', { question: 'What does this print?' })],
    bodies: { print: 'Twice.\n\n### Given\n\n```js\nsail(2)\n```' },
  });
  const told = await hold(session, ['', 'q']);
  expect(told).toMatch(
    /Question: What does this print\?\nCode, js:\n\s*sail\(2\)\nEnd of code\.\nPress Enter/,
  );
  expect(told.match(/sail/g)).toHaveLength(1);
});
