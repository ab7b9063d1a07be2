import type { Card } from '../../deck/types.ts';
import type { SessionDriver } from '../../session/driver.ts';
import type { Summary } from '../../session/summary.ts';
import type { CardContent } from '../card-content.ts';
import type { Command, Key, Keymap } from '../keys.ts';
import type { Frame, Size } from '../screens/frame.ts';
import type { Theme } from '../theme.ts';

/** How the person left. */
export type StudyResult = 'ended' | 'left' | 'interrupted' | 'chapters' | 'replanned';

/** One kind of screen: what a key does on it, and what it looks like. */
export interface Stage {
  /** What a key does; the stage that follows, which may be the same. */
  press(key: Key): Stage;
  frame(size: Size): Frame;
}

/** What all stages of one sitting share. */
export interface StageContext {
  readonly command: string;
  readonly theme: Theme;
  readonly keymap: Keymap;
  /** Columns that text may fill. */
  readonly measure: number;
  readonly content: CardContent;
  /** A clock that never goes back, in ms: how long an answer took. */
  readonly elapsed: () => number;
  readonly summarise: (driver: SessionDriver) => Summary;
  /** What the outside world does for a card. */
  readonly outside: Outside;
  readonly screen: ScreenControl;
  /** Ends the sitting. */
  readonly leave: (result: StudyResult) => void;
  /** Says something on the card's screen, until the next key. */
  readonly say: (message: string) => void;
  /** Says something that was not known when the key was pressed, and shows it. */
  readonly tell: (message: string) => void;
  /** What is to be said now. */
  readonly message: string;
}

/** What a card's keys can do beyond the screen. Each calls back with what to tell the person. */
export interface Outside {
  /** Opens a link in the person's browser. */
  openLink(url: string, say: (text: string) => void): void;
  /** Puts a text on the clipboard of the terminal. */
  copy(text: string, say: (text: string) => void): void;
  /**
   * Opens the card's source in the person's editor, in the foreground, and reads it again; calls
   * back when that is done.
   */
  edit(
    card: Card,
    driver: SessionDriver,
    screen: ScreenControl,
    done: (text: string) => void,
  ): void;
}

/** What a stage can ask of the screen that shows it. */
export interface ScreenControl {
  /** Gives the terminal to another program while it runs. */
  foreground(run: () => void): void;
  repaint(): void;
}

/** How far a page is scrolled; the frame that was painted last tells how far it can be. */
export class Scroller {
  #offset = 0;
  #frame: Frame | undefined;

  get offset(): number {
    return this.#offset;
  }

  get below(): number {
    return this.#frame?.below ?? 0;
  }

  /** Remembers a frame, and gives it back. */
  keep(frame: Frame): Frame {
    this.#frame = frame;
    return frame;
  }

  reset(): void {
    this.#offset = 0;
  }

  /** Goes to where a frame is best read at first. */
  startAt({ start = 0 }: Frame): void {
    this.#offset = start;
  }

  /** Scrolls where the command is one of scrolling. */
  apply(command: Command | undefined): boolean {
    const page = Math.max(1, (this.#frame?.pageSize ?? 1) - 1);
    const steps: Partial<Record<Command, number>> = {
      lineDown: 1,
      lineUp: -1,
      pageDown: page,
      pageUp: -page,
      top: -this.#offset,
      end: this.below,
    };
    const by = command === undefined ? undefined : steps[command];
    if (by === undefined) return false;
    this.#offset = Math.max(0, this.#offset + Math.min(by, this.below));
    return true;
  }
}

/** Keys that leave a page for good. */
export const isQuitKey = ({ keymap }: StageContext, key: Key): boolean =>
  keymap.commandOf(key) === 'quit';

/** Keys that go on. */
export const isForwardKey = ({ keymap }: StageContext, key: Key): boolean =>
  keymap.commandOf(key) === 'forward';
