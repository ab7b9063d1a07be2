import type { Card, Chapter } from '../deck/types.ts';
import type { Key, Keymap } from './keys.ts';
import { type ChapterRow, renderChapterList } from './screens/chapter-list.ts';
import { type Frame, isTooSmall, type Size, tooSmallFrame } from './screens/frame.ts';
import type { StudyResult } from './stages/stage.ts';
import type { Theme } from './theme.ts';

/** The choice of chapters without a terminal: keys in, frames out. */
export class ChapterChoice {
  readonly #theme: Theme;
  readonly #keymap: Keymap;
  #rows: readonly ChapterRow[];
  #cursor = 0;
  #page = 1;
  #message = '';
  #result: StudyResult | undefined;

  constructor(chapters: readonly Chapter[], cards: readonly Card[], theme: Theme, keymap: Keymap) {
    this.#theme = theme;
    this.#keymap = keymap;
    this.#rows = chapters.map((chapter) => ({
      chapter,
      cards: cards.filter((card) => card.chapter?.number === chapter.number).length,
      isChosen: false,
    }));
  }

  /** How it ended; undefined while it goes on. */
  get result(): StudyResult | undefined {
    return this.#result;
  }

  /** What is chosen by now, in the order of the deck. */
  get chosen(): readonly Chapter[] {
    return this.#rows.filter(({ isChosen }) => isChosen).map(({ chapter }) => chapter);
  }

  /** Says something above the list, until the next key. */
  say(message: string): void {
    this.#message = message;
  }

  /** What a key does. */
  press(key: Key): void {
    this.#message = '';
    if (key === 'ctrl-c') this.#result = 'interrupted';
    else if (key === 'enter') this.#finish();
    else if (key === 'space') this.#choose((_, index) => index === this.#cursor);
    else if (key === 'a') this.#chooseAll();
    else if (!this.#move(key) && this.#keymap.commandOf(key) === 'quit') this.#result = 'left';
  }

  /** The screen for a window of this size. */
  frame(size: Size): Frame {
    if (isTooSmall(size)) return tooSmallFrame('llm-quiz', size);
    const view = { rows: this.#rows, cursor: this.#cursor, message: this.#message };
    const frame = renderChapterList(view, size, this.#theme);
    this.#page = frame.pageSize;
    return frame;
  }

  #finish(): void {
    if (this.chosen.length > 0) this.#result = 'ended';
    else this.say('Choose at least one chapter: press space on it.');
  }

  #choose(isMeant: (row: ChapterRow, index: number) => boolean): void {
    this.#rows = this.#rows.map((row, index) =>
      isMeant(row, index) ? { ...row, isChosen: !row.isChosen } : row,
    );
  }

  /** Chooses all; where all are chosen, none. */
  #chooseAll(): void {
    const isFull = this.chosen.length === this.#rows.length;
    this.#choose(({ isChosen }) => isFull || !isChosen);
  }

  #move(key: Key): boolean {
    const last = this.#rows.length - 1;
    const steps: Readonly<Record<string, number>> = {
      lineDown: 1,
      lineUp: -1,
      pageDown: this.#page,
      pageUp: -this.#page,
      top: -last,
      end: last,
    };
    const by = steps[this.#keymap.commandOf(key) ?? ''];
    if (by === undefined) return false;
    this.#cursor = Math.max(0, Math.min(last, this.#cursor + by));
    return true;
  }
}
