import type { Card } from '../../deck/types.ts';
import type { SessionDriver } from '../../session/driver.ts';
import type { Summary } from '../../session/summary.ts';
import type { CardContent } from '../card-content.ts';
import { type Command, commandOf, type Key } from '../keys.ts';
import type { Frame, Size } from '../screens/frame.ts';
import type { Theme } from '../theme.ts';

/** How the person left. */
export type StudyResult = 'ended' | 'left' | 'interrupted' | 'chapters';

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
  readonly content: CardContent;
  /** A clock that never goes back, in ms: how long an answer took. */
  readonly elapsed: () => number;
  readonly summarise: (driver: SessionDriver) => Summary;
  /** What the outside world does for a card. */
  readonly outside: Outside;
  /** Ends the sitting. */
  leave(result: StudyResult): void;
  /** Says something on the card's screen, until the next key. */
  say(message: string): void;
  /** What is to be said now. */
  readonly message: string;
}

/** What a card's keys can do beyond the screen. Each returns what to tell the person. */
export interface Outside {
  /** Opens a link in the person's browser. */
  openLink(url: string): string;
  /** Puts a text on the clipboard of the terminal. */
  copy(text: string): string;
  /** Opens the card's source in the person's editor, and reads it again. */
  edit(card: Card, driver: SessionDriver): string;
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

  applyKey(key: Key): boolean {
    return this.apply(commandOf(key));
  }
}

/** Keys that leave a page for good. */
export const isQuitKey = (key: Key): boolean => commandOf(key) === 'quit';

/** Keys that go on. */
export const isForwardKey = (key: Key): boolean => commandOf(key) === 'forward';
