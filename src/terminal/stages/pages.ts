import type { QuizError } from '../../quiz-error.ts';
import type { SessionDriver } from '../../session/driver.ts';
import type { Key } from '../keys.ts';
import type { Frame, Size } from '../screens/frame.ts';
import { summaryLines } from '../screens/summary-text.ts';
import { PAGE_FOOT, renderFailure, renderKeys, renderPage } from '../screens/text-screens.ts';
import { isForwardKey, isQuitKey, Scroller, type Stage, type StageContext } from './stage.ts';

/** All keys; any key that does not scroll goes back. */
export class KeysStage implements Stage {
  readonly #context: StageContext;
  readonly #back: Stage;
  readonly #scroller = new Scroller();

  constructor(context: StageContext, back: Stage) {
    this.#context = context;
    this.#back = back;
  }

  press(key: Key): Stage {
    const scrolls = this.#scroller.below + this.#scroller.offset > 0;
    return scrolls && this.#scroller.apply(this.#context.keymap.commandOf(key)) ? this : this.#back;
  }

  frame(size: Size): Frame {
    return this.#scroller.keep(
      renderKeys(this.#context.keymap.bindings, this.#scroller.offset, size, this.#context.theme),
    );
  }
}

/** What could not be saved, and what to do; the card behind it is as it was. */
export class FailureStage implements Stage {
  readonly #context: StageContext;
  readonly #error: QuizError;
  readonly #back: Stage;
  readonly #quit: () => void;

  constructor(context: StageContext, error: QuizError, back: Stage, quit: () => void) {
    this.#context = context;
    this.#error = error;
    this.#back = back;
    this.#quit = quit;
  }

  press(key: Key): Stage {
    if (isQuitKey(this.#context, key)) this.#quit();
    return this.#back;
  }

  frame(size: Size): Frame {
    return renderFailure(this.#error, size, this.#context.theme);
  }
}

/** The end of a session, while the last grade can still be taken back. */
export class SummaryStage implements Stage {
  readonly #context: StageContext;
  readonly #driver: SessionDriver;
  readonly #undo: () => Stage;
  readonly #scroller = new Scroller();

  constructor(context: StageContext, driver: SessionDriver, undo: () => Stage) {
    this.#context = context;
    this.#driver = driver;
    this.#undo = undo;
  }

  press(key: Key): Stage {
    if (this.#context.keymap.commandOf(key) === 'undo') return this.#undo();
    if (isForwardKey(this.#context, key) || isQuitKey(this.#context, key))
      this.#context.leave('ended');
    else this.#scroller.apply(this.#context.keymap.commandOf(key));
    return this;
  }

  frame(size: Size): Frame {
    const { theme, summarise } = this.#context;
    const room = { columns: size.columns, lines: size.rows - PAGE_FOOT };
    const lines = summaryLines(summarise(this.#driver), this.#driver.moment, room, theme);
    const hints: readonly (readonly [string, string])[] = [
      ['u', 'undo the last one'],
      ['enter', 'close'],
    ];
    return this.#scroller.keep(renderPage(lines, hints, this.#scroller.offset, size, theme));
  }
}
