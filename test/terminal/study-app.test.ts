import { describe, expect, it } from 'vitest';
import { momentOf } from '../support/events.ts';
import { Study } from '../support/study.ts';

describe('a card on the screen', () => {
  it('shows the question first, and the answer under it after space', () => {
    const study = new Study();
    expect(study.screen()).toMatch(/When do you choose retrieval[\s\S]*space show answer/);
    expect(study.screen()).not.toMatch(/outside the weights/);
    study.press('space');
    expect(study.screen()).toMatch(/When do you choose retrieval[\s\S]*weights/);
    expect(study.screen()).toMatch(/1 again {6}2 hard {7}3 good {7}4 easy/);
  });

  it('grades at once by a digit, from any page', () => {
    const study = new Study().press('space', '4');
    expect(study.store.types).toEqual(['start', 'seen', 'grade']);
    expect(study.screen()).toMatch(/card 2 of 3/);
  });

  it('does not grade what was not looked at', () => {
    const study = new Study().press('3');
    expect(study.store.types).toEqual([]);
    expect(study.screen()).toMatch(/Look at the answer first: press space\./);
  });

  it('goes page by page on space, and only then grades good', () => {
    const study = new Study().press('space');
    expect(study.screen()).toMatch(/space next page/);
    for (let page = 0; page < 9 && !study.screen().includes('space = 3 good'); page++)
      study.press('space');
    expect(study.store.types).toEqual([]);
    study.press('space');
    expect(study.store.types).toEqual(['start', 'seen', 'grade']);
  });

  it('scrolls by arrows, vi and emacs keys alike', () => {
    for (const [down, up] of [
      ['down', 'up'],
      ['j', 'k'],
      ['ctrl-n', 'ctrl-p'],
    ] as const) {
      const study = new Study().press('space');
      const top = study.screen();
      expect(study.press(down).screen()).not.toBe(top);
      expect(study.press(up).screen()).toBe(top);
    }
  });

  it('gives one key point a hint, until there are no more', () => {
    const study = new Study().press('h', 'h', 'h');
    expect(study.screen().match(/^hint {2}/gm)).toHaveLength(3);
    expect(study.press('h').screen()).toMatch(/No more hints for this card\./);
  });

  it('undoes over cards, and says when there is nothing left', () => {
    const study = new Study().press('space', '3', 'space', '1');
    expect(study.press('u').screen()).toMatch(/card 2 of 3[\s\S]*1 again/);
    expect(study.press('u').screen()).toMatch(/card 1 of 3/);
    expect(study.press('u').screen()).toMatch(/Nothing to undo in this session\./);
    expect(
      [...study.store.ledger.keys()].every(
        (key) => study.store.ledger.card(key).memory.stage === 'new',
      ),
    ).toBe(true);
  });

  it('marks a card, shows it, and takes the mark off', () => {
    const study = new Study().press('m');
    expect(study.screen()).toMatch(/card 1 of 3, marked/);
    expect(study.press('m').screen()).toMatch(/card 1 of 3 {3}/);
    expect(study.store.types.filter((type) => type.endsWith('mark'))).toEqual(['mark', 'unmark']);
  });

  it('keeps a note of your own under the answer', () => {
    const study = new Study().press(
      'n',
      ...'two words'.split('').map((key) => (key === ' ' ? 'space' : key)),
    );
    expect(study.screen()).toMatch(/Your note:\ntwo words_/);
    study.press('enter', 'space', 'G');
    expect(study.screen()).toMatch(/Your note\n {2}two words/);
    expect(study.press('n', 'x', 'escape', 'G').screen()).toMatch(/two words\n/);
  });

  it('takes into a note only what has a place on a line, whoever wrote it', () => {
    const study = new Study();
    study.press('n', 'a', 'tab', '\u0007', '\u001B', '\u202E', '漢', 'b', 'enter');
    expect(study.store.ledger.card(study.app.driver?.state.shown?.card.key ?? '').note).toBe(
      'a 漢b',
    );
    const card = study.app.driver?.state.shown?.card.key ?? '';
    study.store.record(
      [{ type: 'note', card, text: 'evil \u001B]0;x\u0007\tnote' }],
      momentOf(study.clock),
    );
    expect(study.press('space', 'G').screen()).toMatch(/Your note\n {2}evil \]0;x note/);
    expect(study.press('n').screen()).toMatch(/evil \]0;x note_/);
  });

  it('opens a link by its number, and copies the answer, after it is shown', () => {
    const study = new Study().press('o');
    expect(study.screen()).toMatch(/press space first/);
    study.press('space', 'o');
    expect(study.screen()).toMatch(/Which link\?[\s\S]*1 {2}/);
    expect(study.press('2').screen()).toMatch(/opened https:\/\/arxiv\.org\/abs\/2004\.04906/);
    expect(study.press('y').screen()).toMatch(/copied \d{3}/);
  });

  it('says what could not be saved, and leaves the card as it was', () => {
    const study = new Study().press('space');
    study.store.failures = 1;
    study.press('3');
    expect(study.screen()).toMatch(/Not saved[\s\S]*the disk is full[\s\S]*The card is not graded/);
    study.press('space');
    expect(study.screen()).toMatch(/card 1 of 3/);
    study.press('3');
    expect(study.screen()).toMatch(/card 2 of 3/);
    expect(study.store.types).toEqual(['start', 'seen', 'grade']);
  });

  it('says that the window is too small, and how large it has to be', () => {
    const study = new Study();
    expect(study.screen(39, 10)).toBe(
      'Question 1 of 3\nWindow too small.\nMake it 40 x 10.\nq quit',
    );
    expect(study.screen(40, 10)).toMatch(/When do you choose/);
  });

  it('lists every key that works, and goes back on any other', () => {
    const study = new Study().press('?');
    for (const word of ['again', 'undo', 'bury', 'suspend', 'hint', 'mark', 'note', 'quit']) {
      expect(study.screen()).toContain(word);
    }
    expect(study.press('z').screen()).toMatch(/card 1 of 3/);
  });
});

describe('a card that is asked by its options', () => {
  /** The third card of the deck, and the digits of its right options. */
  const chooseCard = (): { study: Study; right: readonly string[]; wrong: string } => {
    const study = new Study().press('space', '4', 'space', '4');
    const keys = study
      .screen()
      .split('\n')
      .flatMap((line) => {
        const match = /^ {4}(\d) {2}(.*)/.exec(line);
        return match === null ? [] : [{ key: match[1] ?? '', text: match[2] ?? '' }];
      });
    const isRight = ({ text }: { text: string }): boolean => /reranker|fusion/.test(text);
    return {
      study,
      right: keys.filter(isRight).map(({ key }) => key),
      wrong: keys.find((option) => !isRight(option))?.key ?? '',
    };
  };

  it('takes several choices, and checks them itself', () => {
    const { study, right } = chooseCard();
    expect(study.screen()).toMatch(/1-4 choose several/);
    study.press(...right, 'space');
    expect(study.screen().match(/\(right: your answer\)/g)).toHaveLength(2);
    expect(study.screen()).toMatch(/space = 3 good|space next page/);
  });

  it('suggests again after a wrong choice, and gives the reasons', () => {
    const { study, right, wrong } = chooseCard();
    study.press(right[0] ?? '', wrong, 'space', 'G');
    expect(study.screen()).toMatch(/space = 1 again/);
    study.press('g');
    expect(study.screen()).toMatch(/\(wrong: your answer\)/);
    expect(study.press('G').screen()).toMatch(/it scores each pair anew|they serve the same order/);
  });
});

describe('the end of a session', () => {
  it('is shown with what was missed, and the last grade can still be taken back', () => {
    const study = new Study().press('space', '1', 'space', '4', 'space', '4');
    study.clock.pass(2);
    while (!study.screen().includes('Session done')) study.press('space', '4');
    expect(study.screen()).toMatch(/Missed this time[\s\S]*When do you choose/);
    expect(study.press('u').screen()).toMatch(/1 again/);
    expect(study.app.result).toBeUndefined();
  });

  it('comes on q with everything saved, and on Ctrl-C as an interruption', () => {
    expect(new Study().press('space', '3', 'q').store.types.at(-1)).toBe('end');
    const study = new Study().press('space', '3', 'ctrl-c');
    expect(study.app.result).toBe('interrupted');
    expect(study.store.journals.entries.at(-1)?.event).toMatchObject({
      type: 'end',
      reason: 'interrupted',
    });
  });
});

describe('keys that a person set', () => {
  it('take the place of those that come', () => {
    const study = new Study({ keys: { good: ['f'] } }).press('space', '3');
    expect(study.store.types).toEqual([]);
    expect(study.press('f').store.types).toEqual(['start', 'seen', 'grade']);
  });
});
