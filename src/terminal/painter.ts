import {
  atRow,
  BEGIN_SYNC,
  CLEAR_BELOW,
  CLEAR_LINE,
  END_SYNC,
  ENTER,
  LEAVE,
  RESET,
} from './sequences.ts';
import { widthOf } from './width.ts';

/** Where a painter writes to: a terminal of a known size. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
}

/**
 * Paints frames on the alternate screen. Only lines that changed are written, in one synchronised
 * update, so no frame is ever seen half painted, a resize leaves no ghosts, and a screen that
 * does not change writes nothing. Inquirer's own rendering does none of this, so its output is
 * not used (it erases line by line, and neither clips nor redraws).
 */
export class Painter {
  readonly #canvas: Canvas;
  #painted: readonly string[] | undefined;
  #isOpen = false;
  #isEntering = false;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Goes to the alternate screen, hides the cursor and asks for bracketed paste, all with the
   * first frame: one write is seen sooner than two.
   */
  enter(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#isEntering = true;
    this.#painted = undefined;
  }

  /** Gives the terminal back as it was. */
  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (!this.#isEntering) this.#canvas.write(LEAVE);
    this.#isEntering = false;
  }

  /** Forgets what is on the screen: the next frame is painted whole. */
  invalidate(): void {
    this.#painted = undefined;
  }

  /** Paints a frame of at most as many lines as the screen has rows. */
  paint(lines: readonly string[]): void {
    if (!this.#isOpen) return;
    const before = this.#painted;
    const changed = lines.flatMap((line, index) =>
      before?.[index] === line ? [] : [atRow(index + 1) + line + RESET + this.#rest(line)],
    );
    const isShorter = before === undefined || before.length > lines.length;
    const rest = isShorter && lines.length < this.#canvas.rows;
    this.#painted = lines;
    if (changed.length === 0 && !rest) return;
    const below = rest ? atRow(lines.length + 1) + CLEAR_BELOW : '';
    const entering = this.#isEntering ? ENTER : '';
    this.#isEntering = false;
    this.#canvas.write(entering + BEGIN_SYNC + changed.join('') + below + END_SYNC);
  }

  /**
   * Clears what stood behind a line. A line that fills the window needs no clearing, and must have
   * none: the cursor still stands on its last character, which xterm and the Linux console erase.
   */
  #rest(line: string): string {
    const { columns } = this.#canvas;
    const isFull = line.length * 2 >= columns && widthOf(line) >= columns;
    return isFull ? '' : CLEAR_LINE;
  }
}
