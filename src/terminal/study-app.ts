import type { Card } from '../deck/types.ts';
import type { SessionDriver } from '../session/driver.ts';
import type { Summary } from '../session/summary.ts';
import { upcomingCards } from '../session/upcoming.ts';
import type { AnswerRenderer } from './card-body.ts';
import { CardContent } from './card-content.ts';
import type { Key, Keymap } from './keys.ts';
import { type Frame, isTooSmall, type Size, tooSmallFrame } from './screens/frame.ts';
import { CardStage } from './stages/card-stage.ts';
import { type Begin, type Opening, OpeningStage } from './stages/opening-stage.ts';
import { PastDayStage } from './stages/past-day-stage.ts';
import type { Outside, ScreenControl, Stage, StageContext, StudyResult } from './stages/stage.ts';
import type { Theme } from './theme.ts';

export interface StudyAppOptions {
  readonly command: string;
  readonly theme: Theme;
  readonly keymap: Keymap;
  /** Columns that text may fill, at most. */
  readonly measure: number;
  readonly opening: Opening;
  readonly begin: Begin;
  /** The Markdown under a card's question. */
  readonly readBody: (card: Card) => string;
  /** A clock that never goes back, in ms: how long an answer took. */
  readonly elapsed: () => number;
  readonly summarise: (driver: SessionDriver) => Summary;
  readonly outside: Outside;
}

/**
 * The study screen without a terminal: keys in, frames out. Which stage is shown is all that it
 * knows; everything about learning is in the driver's state.
 */
export class StudyApp {
  readonly #content: CardContent;
  readonly #begin: Begin;
  #driver: SessionDriver | undefined;
  #stage: Stage;
  #message = '';
  #result: StudyResult | undefined;
  #screen: ScreenControl | undefined;

  constructor(options: StudyAppOptions) {
    this.#content = new CardContent(options.readBody, options.theme);
    this.#begin = (choice) => {
      this.#driver = options.begin(choice);
      return this.#driver;
    };
    const context = this.#createContext(options);
    this.#stage = this.#firstStage(context, options.opening);
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

  /** Gives the app the screen that shows it. */
  setScreen(screen: ScreenControl): void {
    this.#screen = screen;
  }

  /** Says something on the card's screen, until the next key. */
  say(message: string): void {
    this.#message = message;
  }

  /** What a key does. */
  press(key: Key): void {
    this.#message = '';
    if (key === 'ctrl-c') {
      this.#driver?.dispatch({ kind: 'interrupt' });
      this.#result = 'interrupted';
    } else this.#stage = this.#stage.press(key);
  }

  /** The screen for a window of this size. */
  frame(size: Size): Frame {
    const isCard = this.#stage instanceof CardStage;
    return isTooSmall(size) && !isCard ? tooSmallFrame('llm-quiz', size) : this.#stage.frame(size);
  }

  /**
   * Makes one of the next cards ready, the one on the screen first, for when nobody waits.
   *
   * @param most how many cards are looked at
   * @returns whether there was one to make ready: another may follow it
   */
  prepare(size: Size, most: number): boolean {
    if (!(this.#stage instanceof CardStage) || isTooSmall(size)) return false;
    const cards = upcomingCards(this.#stage.driver.state, most);
    return this.#content.prepare(cards, this.#stage.answerWidth(size));
  }

  #firstStage(context: StageContext, opening: Opening): Stage {
    switch (opening.kind) {
      case 'none':
        return new CardStage(context, this.#begin('new'));
      case 'past-day':
        return new PastDayStage(context, opening.question);
      case 'welcome':
      case 'resume':
        return new OpeningStage(context, opening, this.#begin);
    }
  }

  #createContext(options: StudyAppOptions): StageContext {
    const app = this;
    const { command, theme, keymap, measure, elapsed, summarise, outside } = options;
    return {
      command,
      theme,
      keymap,
      measure,
      content: this.#content,
      elapsed,
      summarise,
      outside,
      screen: {
        foreground: (run) => (this.#screen === undefined ? run() : this.#screen.foreground(run)),
        repaint: () => this.#screen?.repaint(),
      },
      leave: (result) => {
        this.#result = result;
      },
      say: (message) => this.say(message),
      tell: (message) => {
        this.say(message);
        this.#screen?.repaint();
      },
      get message() {
        return app.#message;
      },
    };
  }
}
