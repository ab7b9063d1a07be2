/** Where a painter writes to: a terminal of a known size. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
}

const ESC = '\u001B';
const BEGIN_SYNC = `${ESC}[?2026h`;
const END_SYNC = `${ESC}[?2026l`;
/** Goes to the alternate screen; the painter's first write begins with it. */
export const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[?2004h${ESC}[H${ESC}[2J`;
/** Leaves it; the painter's last write. */
export const LEAVE = `${ESC}[?2004l${ESC}[?25h${ESC}[?1049l`;
const at = (row: number): string => `${ESC}[${row};1H`;
const CLEAR_LINE = `${ESC}[K`;
const CLEAR_BELOW = `${ESC}[J`;
const RESET = `${ESC}[0m`;

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
      before?.[index] === line ? [] : [`${at(index + 1)}${line}${RESET}${CLEAR_LINE}`],
    );
    const isShorter = before === undefined || before.length > lines.length;
    const rest = isShorter && lines.length < this.#canvas.rows;
    this.#painted = lines;
    if (changed.length === 0 && !rest) return;
    const below = rest ? at(lines.length + 1) + CLEAR_BELOW : '';
    const entering = this.#isEntering ? ENTER : '';
    this.#isEntering = false;
    this.#canvas.write(entering + BEGIN_SYNC + changed.join('') + below + END_SYNC);
  }
}

/** What restores a terminal whatever it was doing; for signals, where nothing else may run. */
export const RESTORE = `${END_SYNC}${RESET}${LEAVE}`;
