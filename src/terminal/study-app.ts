import type { Card } from '../deck/types.ts';
import type { Rating } from '../scheduler/memory.ts';
import type { SessionDriver } from '../session/driver.ts';
import { type Action, doneCount } from '../session/machine.ts';
import type { Summary } from '../session/summary.ts';
import { type AnswerRenderer, CardContent } from './card-content.ts';
import { suggestedRating, viewOf } from './card-view.ts';
import { type Command, commandOf, type Key } from './keys.ts';
import { renderCard } from './screens/card-screen.ts';
import { type Frame, isTooSmall, measureOf, type Size, tooSmallFrame } from './screens/frame.ts';
import { summaryLines } from './screens/summary-text.ts';
import {
  type ResumeView,
  renderFailure,
  renderKeys,
  renderPage,
  renderResume,
  renderWelcome,
  type WelcomeView,
} from './screens/text-screens.ts';
import type { Theme } from './theme.ts';

/** What is shown before the first card, if anything. */
export type Opening =
  | { readonly kind: 'none' }
  | { readonly kind: 'welcome'; readonly view: WelcomeView }
  | { readonly kind: 'resume'; readonly view: ResumeView };

/** How the person left. */
export type StudyResult = 'ended' | 'left' | 'interrupted' | 'chapters';

export interface StudyAppOptions {
  readonly command: string;
  readonly theme: Theme;
  readonly opening: Opening;
  /** Begins the session that the opening leads to. */
  readonly begin: (choice: 'new' | 'resumed') => SessionDriver;
  /** The Markdown under a card's question. */
  readonly readBody: (card: Card) => string;
  /** A clock that never goes back, in ms: how long an answer took. */
  readonly elapsed: () => number;
  readonly summarise: (driver: SessionDriver) => Summary;
}

type Overlay = 'none' | 'keys' | 'failure';

/**
 * The study screen without a terminal: keys in, frames out. It holds only what the screen needs
 * (scroll, overlay, options chosen); everything about learning is in the driver's state.
 */
export class StudyApp {
  readonly #options: StudyAppOptions;
  readonly #content: CardContent;
  #driver: SessionDriver | undefined;
  #overlay: Overlay = 'none';
  #scroll = 0;
  #frame: Frame | undefined;
  #size: Size = { columns: 80, rows: 24 };
  #message = '';
  #chosen: ReadonlySet<number> = new Set();
  #shownAt = 0;
  #result: StudyResult | undefined;

  constructor(options: StudyAppOptions) {
    this.#options = options;
    this.#content = new CardContent(options.readBody, options.theme);
    if (options.opening.kind === 'none') this.#begin('new');
  }

  /** How it ended; undefined while it goes on. */
  get result(): StudyResult | undefined {
    return this.#result;
  }

  /** The session, once one was begun. */
  get driver(): SessionDriver | undefined {
    return this.#driver;
  }

  /** Gives the app what renders answers; before that, none is asked for. */
  setAnswerRenderer(render: AnswerRenderer): void {
    this.#content.setAnswerRenderer(render);
  }

  /** Says something on the card's screen, until the next key. */
  say(message: string): void {
    this.#message = message;
  }

  /** What a key does. */
  press(key: Key): void {
    this.#message = '';
    if (key === 'ctrl-c') this.#interrupt();
    else if (this.#driver === undefined) this.#pressOpening(key);
    else if (this.#overlay !== 'none') this.#pressOverlay(key);
    else if (this.#driver.state.phase === 'finished') this.#pressSummary(key, this.#driver);
    else if (isTooSmall(this.#size)) this.#pressTooSmall(key);
    else this.#pressCard(key, this.#driver);
  }

  /** The screen for a window of this size. */
  frame(size: Size): Frame {
    this.#size = size;
    this.#frame = this.#render(size);
    return this.#frame;
  }

  #render(size: Size): Frame {
    const { theme, opening, summarise } = this.#options;
    if (isTooSmall(size)) return tooSmallFrame(this.#title(), size);
    const driver = this.#driver;
    if (this.#overlay === 'keys') return renderKeys(this.#scroll, size, theme);
    if (this.#overlay === 'failure' && driver?.failure !== undefined) {
      return renderFailure(driver.failure, size, theme);
    }
    if (driver === undefined) {
      return opening.kind === 'resume'
        ? renderResume(opening.view, size, theme)
        : renderWelcome((opening as { view: WelcomeView }).view, this.#scroll, size, theme);
    }
    const view = viewOf(driver, {
      command: this.#options.command,
      answer: this.#content.answerLines(driver.state.shown, measureOf(size) - 2),
      hints: this.#content.hints(driver.state.shown),
      asked: this.#content.asked(driver, this.#chosen),
      message: this.#message,
    });
    if (view !== undefined) return renderCard(view, this.#scroll, size, theme);
    const lines = summaryLines(summarise(driver), driver.moment, size.columns, theme);
    return renderPage(
      lines,
      [
        ['u', 'undo the last one'],
        ['enter', 'close'],
      ],
      this.#scroll,
      size,
      theme,
    );
  }

  #title(): string {
    const state = this.#driver?.state;
    return state === undefined ? 'llm-quiz' : `Question ${doneCount(state) + 1} of ${state.total}`;
  }

  #begin(choice: 'new' | 'resumed'): void {
    this.#driver = this.#options.begin(choice);
    this.#newCard();
    if (this.#driver.state.phase === 'finished') this.#result = 'ended';
  }

  #interrupt(): void {
    this.#driver?.dispatch({ kind: 'interrupt' });
    this.#result = 'interrupted';
  }

  #pressOpening(key: Key): void {
    const { opening } = this.#options;
    if (['q', 'escape', 'ctrl-d'].includes(key)) this.#result = 'left';
    else if (key === 'enter' || key === 'space') {
      this.#begin(opening.kind === 'resume' ? 'resumed' : 'new');
    } else if (opening.kind === 'resume' && key === 'n') this.#begin('new');
    else if (opening.kind === 'welcome' && opening.view.canChoose && key === 'c') {
      this.#result = 'chapters';
    } else this.#scrollBy(commandOf(key));
  }

  #pressOverlay(key: Key): void {
    const leaves = this.#overlay === 'failure' && key === 'q';
    if (this.#overlay === 'keys' && this.#scrollBy(commandOf(key))) return;
    this.#overlay = 'none';
    this.#scroll = 0;
    if (leaves) this.#quit();
  }

  #pressSummary(key: Key, driver: SessionDriver): void {
    if (key === 'u') this.#dispatch({ kind: 'undo' }, driver);
    else if (['enter', 'space', 'q', 'escape', 'ctrl-d'].includes(key)) this.#result = 'ended';
    else this.#scrollBy(commandOf(key));
  }

  #pressTooSmall(key: Key): void {
    if (commandOf(key) === 'quit') this.#quit();
  }

  #quit(): void {
    this.#driver?.dispatch({ kind: 'quit' });
    this.#result = 'ended';
  }

  #pressCard(key: Key, driver: SessionDriver): void {
    const { shown } = driver.state;
    if (shown?.revealed === false && /^[1-9]$/.test(key) && this.#choose(Number(key) - 1, driver)) {
      return;
    }
    const command = commandOf(key);
    if (command === undefined || this.#scrollBy(command)) return;
    switch (command) {
      case 'quit':
        this.#quit();
        return;
      case 'keys':
        this.#overlay = 'keys';
        this.#scroll = 0;
        return;
      case 'forward':
        this.#forward(driver);
        return;
      case 'again':
      case 'hard':
      case 'good':
      case 'easy':
        this.#grade(command, driver);
        return;
      case 'hint':
        this.#hint(driver);
        return;
      case 'undo':
        if (driver.state.deeds.length === 0) this.say('Nothing to undo in this session.');
        this.#dispatch({ kind: 'undo' }, driver);
        return;
      case 'skip':
      case 'bury':
      case 'suspend':
        this.#dispatch({ kind: command }, driver);
    }
  }

  /** Space: the answer, then page by page, then the grade that the footer names. */
  #forward(driver: SessionDriver): void {
    if (driver.state.shown?.revealed !== true) this.#dispatch({ kind: 'reveal' }, driver);
    else if ((this.#frame?.below ?? 0) > 0) this.#scrollBy('pageDown');
    else this.#grade(suggestedRating(true, this.#content.asked(driver, this.#chosen)), driver);
  }

  #grade(rating: Rating, driver: SessionDriver): void {
    if (driver.state.shown?.revealed !== true) {
      this.say('Look at the answer first: press space.');
      return;
    }
    this.#dispatch({ kind: 'grade', rating, ms: this.#options.elapsed() - this.#shownAt }, driver);
  }

  #hint(driver: SessionDriver): void {
    const available = this.#content.hints(driver.state.shown).length;
    if (driver.state.shown?.revealed === true) return;
    if (available <= (driver.state.shown?.hints ?? 0)) this.say('No more hints for this card.');
    else this.#dispatch({ kind: 'hint', available }, driver);
  }

  /** Chooses an option; one that stands alone is the answer. */
  #choose(index: number, driver: SessionDriver): boolean {
    const asked = this.#content.asked(driver, this.#chosen);
    if (asked === undefined || index >= asked.options.length) return false;
    const isSingle = asked.options.filter(({ right }) => right).length <= 1;
    const chosen = new Set(isSingle ? [] : this.#chosen);
    if (this.#chosen.has(index)) chosen.delete(index);
    else chosen.add(index);
    this.#chosen = chosen;
    if (isSingle) this.#dispatch({ kind: 'reveal' }, driver);
    return true;
  }

  #dispatch(action: Action, driver: SessionDriver): void {
    const before = driver.state.shown;
    driver.dispatch(action);
    if (driver.failure !== undefined) {
      this.#overlay = 'failure';
      return;
    }
    const after = driver.state.shown;
    if (after?.card !== before?.card || action.kind === 'undo') this.#newCard();
    else if (after?.revealed !== before?.revealed) this.#scroll = 0;
  }

  #newCard(): void {
    this.#scroll = 0;
    this.#chosen = new Set();
    this.#shownAt = this.#options.elapsed();
  }

  /** Scrolls where the command is one of scrolling. */
  #scrollBy(command: Command | undefined): boolean {
    const page = Math.max(1, (this.#frame?.pageSize ?? 1) - 1);
    const below = this.#frame?.below ?? 0;
    const steps: Partial<Record<Command, number>> = {
      lineDown: 1,
      lineUp: -1,
      pageDown: page,
      pageUp: -page,
      top: -this.#scroll,
      end: below,
    };
    const by = command === undefined ? undefined : steps[command];
    if (by === undefined) return false;
    this.#scroll = Math.max(0, this.#scroll + Math.min(by, below));
    return true;
  }
}
