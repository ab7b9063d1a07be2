import type { Card } from '../../deck/types.ts';
import { RATINGS, type Rating } from '../../scheduler/memory.ts';
import type { SessionDriver } from '../../session/driver.ts';
import type { Action, ShownCard } from '../../session/machine.ts';
import type { CardContent } from '../card-content.ts';
import { type AskedOptions, suggestedRating } from '../card-view.ts';
import { cleanLine } from '../markdown/clean.ts';
import { whyText } from '../why-text.ts';
import type { Command, Vocabulary, Word } from './commands.ts';
import { content, say, type Turn, type Utterance } from './speech.ts';
import type { CardSpeaker, SpokenAnswer } from './spoken-answer.ts';
import {
  gradePrompt,
  questionPrompt,
  speakGraded,
  speakGrades,
  speakQuestion,
  speakVerdict,
} from './spoken-card.ts';
import { speakHelp, speakUndone } from './spoken-pages.ts';
import { sayUnits } from './words.ts';

/** What the outside world does for a card; each tells what to say of it when it is done. */
export interface Helpers {
  openLink(url: string): Promise<string>;
  /** Opens the card's source in the person's editor, and reads it again. */
  edit(card: Card, driver: SessionDriver): Promise<string>;
}

/** What a line on a card leads to. */
export type Reply =
  /** Something is said, and the same question is asked again. */
  | { readonly kind: 'ask'; readonly said: readonly Utterance[] }
  /** The card is said again from its beginning. */
  | { readonly kind: 'present'; readonly said: readonly Utterance[] }
  /** Something is done; what is said of it is said when it is on the disk. */
  | { readonly kind: 'do'; readonly action: Action; readonly said: readonly Utterance[] }
  /** Something outside goes on; then the same is asked again, or the card is said again. */
  | { readonly kind: 'wait'; readonly told: Promise<string>; readonly next: 'ask' | 'present' }
  /** The next line is a note. */
  | { readonly kind: 'note' };

export interface CardTalkOptions {
  readonly content: CardContent;
  readonly readBody: (card: Card) => string;
  readonly elapsed: () => number;
  readonly columns: () => number;
  readonly helpers: Helpers | undefined;
  readonly vocabulary: Vocabulary;
  /** Renders answers; loaded while the first question is heard. */
  readonly speaker: () => CardSpeaker | undefined;
}

const LONGEST_NOTE = 10_000;
const FIRST_THE_ANSWER = 'Listen to the answer first: press Enter.';

/** The talk about the card that the driver shows. */
export class CardTalk {
  readonly #options: CardTalkOptions;
  readonly #driver: SessionDriver;
  #chosen: ReadonlySet<number> = new Set();
  /** What was chosen on cards that may come back by an undo. */
  readonly #choices = new Map<string, ReadonlySet<number>>();
  #shownAt: number;

  constructor(options: CardTalkOptions, driver: SessionDriver) {
    this.#options = options;
    this.#driver = driver;
    this.#shownAt = options.elapsed();
  }

  /** Says a card that has just come, and asks for its answer or its grade. */
  begin(said: readonly Utterance[]): Turn {
    this.#shownAt = this.#options.elapsed();
    const { shown } = this.#driver.state;
    const before = shown?.revealed === true ? this.#choices.get(shown.card.key) : undefined;
    this.#chosen = before ?? new Set();
    if (shown?.revealed !== true) return this.present(said);
    // It came back by an undo, and its answer was heard a moment ago.
    const question = this.#question(shown);
    const offer = say('Type repeat to hear its answer again.');
    return this.ask([...said, ...question, ...offer, ...speakGrades(this.#driver)]);
  }

  /** Says the whole card, as far as it is known by now. */
  present(said: readonly Utterance[]): Turn {
    const { shown } = this.#driver.state;
    if (shown === undefined) return this.ask(said);
    const question = this.#question(shown);
    const rest = shown.revealed
      ? [...this.#answer(shown).said, ...speakGrades(this.#driver)]
      : say(...this.#options.content.hints(shown).map((hint) => `Hint: ${hint}`));
    return this.ask([...said, ...question, ...rest]);
  }

  /** Says something, and asks what is to be asked now. */
  ask(said: readonly Utterance[]): Turn {
    const { shown, deeds } = this.#driver.state;
    const { vocabulary } = this.#options;
    const prompt =
      shown?.revealed === true
        ? gradePrompt(this.#suggested(), deeds.length > 0, vocabulary)
        : questionPrompt(
            this.#asked(),
            this.#options.content.hintCount(shown) - (shown?.hints ?? 0),
            vocabulary,
          );
    return { said, prompt };
  }

  /** What a line leads to. */
  hear(command: Command): Reply {
    const { shown } = this.#driver.state;
    if (shown === undefined) return ask();
    switch (command.kind) {
      case 'enter':
        return shown.revealed ? this.#grade(this.#suggested()) : this.#reveal([], shown);
      case 'numbers':
        return this.#hearNumbers(command.numbers, shown);
      case 'rating':
        return shown.revealed ? this.#grade(command.rating) : ask(FIRST_THE_ANSWER);
      case 'word':
        return this.#hearWord(command.word, command.rest, shown);
      case 'unknown':
        return ask(`Not understood: ${command.text}. Type help for all commands.`);
    }
  }

  /** Keeps a note with the card; a lone minus takes it away. */
  note(line: string): Reply {
    const text = line.trim() === '-' ? '' : line.trim().slice(0, LONGEST_NOTE);
    const said = say(text === '' ? 'The note is taken away. Saved.' : 'The note is kept. Saved.');
    return line.trim() === ''
      ? ask('The note is as it was.')
      : { kind: 'do', action: { kind: 'note', text }, said };
  }

  #hearNumbers(numbers: readonly number[], shown: ShownCard): Reply {
    if (shown.revealed) {
      const rating = numbers.length === 1 ? RATINGS[(numbers[0] ?? 0) - 1] : undefined;
      return rating === undefined
        ? ask('The grades go from 1, again, to 4, easy.')
        : this.#grade(rating);
    }
    const options = this.#asked()?.options;
    if (options === undefined) return ask(FIRST_THE_ANSWER);
    const wrong = numbers.find((number) => number < 1 || number > options.length);
    if (wrong !== undefined) {
      return ask(`There is no option ${wrong}: they go from 1 to ${options.length}.`);
    }
    const isSingle = options.filter(({ right }) => right).length <= 1;
    if (isSingle && numbers.length > 1) return ask('Only one option is right: choose one.');
    return this.#reveal(numbers, shown);
  }

  #hearWord(word: Word, rest: string, shown: ShownCard): Reply {
    switch (word) {
      case 'quit':
        return { kind: 'do', action: { kind: 'quit' }, said: [] };
      case 'help':
        return {
          kind: 'ask',
          said: speakHelp(this.#options.vocabulary, (name) => this.#isOffered(name)),
        };
      case 'repeat':
        return { kind: 'present', said: [] };
      case 'undo':
        return this.#undo();
      case 'hint':
        return this.#hint(shown);
      case 'mark':
        return this.#mark(shown.card);
      case 'note':
        return rest === '' ? { kind: 'note' } : this.note(rest);
      case 'open':
        return this.#openLink(rest, shown);
      case 'edit':
        return this.#edit(shown.card);
      case 'why':
        return ask(sayUnits(whyText(this.#driver)));
      case 'skip':
      case 'bury':
      case 'suspend':
        return this.#leaveCard(word, shown.card);
    }
  }

  #isOffered(word: Word): boolean {
    return !['open', 'edit'].includes(word) || this.#options.helpers !== undefined;
  }

  #reveal(numbers: readonly number[], shown: ShownCard): Reply {
    this.#chosen = new Set(numbers.map((number) => number - 1));
    this.#choices.set(shown.card.key, this.#chosen);
    const asked = this.#asked();
    const verdict = asked === undefined ? [] : speakVerdict(asked);
    const said = [...verdict, ...this.#answer(shown).said, ...speakGrades(this.#driver)];
    return { kind: 'do', action: { kind: 'reveal' }, said };
  }

  #grade(rating: Rating): Reply {
    const { outcomes, moment } = this.#driver;
    const ms = this.#options.elapsed() - this.#shownAt;
    const said = speakGraded(rating, outcomes, moment);
    return { kind: 'do', action: { kind: 'grade', rating, ms }, said };
  }

  #leaveCard(word: 'skip' | 'bury' | 'suspend', { key, id }: Card): Reply {
    const said = {
      skip: this.#driver.state.skipped.has(key)
        ? 'Skipped again: it is left for another session.'
        : 'Skipped: it comes after the others.',
      bury: 'Buried until tomorrow. Saved.',
      suspend: `Suspended. Saved. The command llm-quiz unsuspend ${id} brings it back.`,
    };
    return { kind: 'do', action: { kind: word }, said: say(said[word]) };
  }

  #undo(): Reply {
    const last = this.#driver.state.deeds.at(-1);
    return last === undefined
      ? ask('Nothing to undo in this session.')
      : { kind: 'do', action: { kind: 'undo' }, said: speakUndone(last) };
  }

  #hint(shown: ShownCard): Reply {
    if (shown.revealed) return ask('The answer was already said.');
    const { content } = this.#options;
    const available = content.hintCount(shown);
    if (shown.hints >= available) return ask('No more hints for this card.');
    const [next = ''] = content.hints({ ...shown, hints: shown.hints + 1 }).slice(-1);
    return { kind: 'do', action: { kind: 'hint', available }, said: say(`Hint: ${next}`) };
  }

  #mark({ key }: Card): Reply {
    const on = !this.#driver.world.card(key).marked;
    const said = say(on ? 'Marked. Saved.' : 'The mark is taken off. Saved.');
    return { kind: 'do', action: { kind: 'mark', on }, said };
  }

  #openLink(rest: string, shown: ShownCard): Reply {
    const { helpers } = this.#options;
    if (helpers === undefined) return ask('Links cannot be opened from here.');
    if (!shown.revealed) return ask(FIRST_THE_ANSWER);
    const { links } = this.#answer(shown);
    const only = links.length === 1 && rest === '' ? links[0] : undefined;
    const link = only ?? links.find(({ number }) => String(number) === rest);
    if (link !== undefined) return { kind: 'wait', told: helpers.openLink(link.url), next: 'ask' };
    return ask(
      links.length === 0
        ? 'This answer has no links.'
        : `Say which link, such as ${this.#options.vocabulary.nameOf('open')} 1. They go from 1 to ${links.length}.`,
    );
  }

  #edit(card: Card): Reply {
    const { helpers } = this.#options;
    if (helpers === undefined) return ask('There is no editor here.');
    return { kind: 'wait', told: helpers.edit(card, this.#driver), next: 'present' };
  }

  #suggested(): Rating {
    return suggestedRating(true, this.#asked());
  }

  #asked(): AskedOptions | undefined {
    return this.#options.content.asked(this.#driver, this.#chosen);
  }

  #question(shown: ShownCard): readonly Utterance[] {
    const { columns, speaker } = this.#options;
    const text = this.#options.content.stemText(shown);
    // Until the speaker is there, the text is said as it stands: code ends in no full stop.
    const stem = speaker()?.stem(text, columns()) ?? plainLines(text);
    return speakQuestion(this.#driver, shown, this.#asked(), stem);
  }

  #answer({ card }: ShownCard): SpokenAnswer {
    const { readBody, columns, speaker } = this.#options;
    const answer = speaker()?.answer(readBody(card), this.#asked(), columns());
    const { note } = this.#driver.world.card(card.key);
    const noted = note === '' ? [] : say(`Your note: ${note}`);
    return { said: [...(answer?.said ?? []), ...noted], links: answer?.links ?? [] };
  }
}

const plainLines = (text: string): readonly Utterance[] =>
  text === '' ? [] : content(text.split('\n').map(cleanLine));

const ask = (...texts: readonly string[]): Reply => ({ kind: 'ask', said: say(...texts) });
