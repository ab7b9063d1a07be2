import fs from 'node:fs';
import path from 'node:path';
import { poolOfDeck } from '../../src/deck/card-pool.ts';
import type { Happening } from '../../src/progress/events.ts';
import { SessionDriver } from '../../src/session/driver.ts';
import type { SessionRules } from '../../src/session/machine.ts';
import { createPlan, type SessionOptions } from '../../src/session/plan.ts';
import { summarise } from '../../src/session/summary.ts';
import { readDeck } from '../../src/storage/deck-files.ts';
import { renderAnswer } from '../../src/terminal/answer.ts';
import { createTheme, type ThemeOptions } from '../../src/terminal/create-theme.ts';
import { createKeymap, type Key } from '../../src/terminal/keys.ts';
import { MEASURE } from '../../src/terminal/screens/frame.ts';
import type { Opening } from '../../src/terminal/stages/opening-stage.ts';
import type { Outside } from '../../src/terminal/stages/stage.ts';
import { StudyApp } from '../../src/terminal/study-app.ts';
import { FakeClock, FakeStore, instant, momentOf } from './events.ts';
import { ROOT } from './quiz.ts';
import { STUDY_OPTIONS } from './session-options.ts';

/** The deck that screens are drawn with. */
export const SCREEN_DECK = path.join(ROOT, 'test/fixtures/screens/deck.md');
/** The instant at which they are drawn. */
export const SCREEN_NOW = '2026-12-01T09:00:00Z';

export interface StudyOptions {
  /** A Markdown file or a folder of them; else the deck that screens are drawn with. */
  readonly deck?: string;
  readonly theme?: Partial<ThemeOptions>;
  readonly opening?: Opening;
  readonly options?: Partial<SessionOptions>;
  readonly rules?: Partial<SessionRules>;
  readonly outside?: Partial<Outside>;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** One person before the study screen, without a terminal: all that they do is kept in memory. */
export class Study {
  readonly store = new FakeStore();
  readonly clock = new FakeClock(instant(SCREEN_NOW));
  readonly app: StudyApp;

  constructor(given: StudyOptions = {}) {
    const source = readDeck(fs, given.deck ?? SCREEN_DECK, ROOT);
    const options: SessionOptions = { ...STUDY_OPTIONS, ...given.options };
    const plan = createPlan(
      poolOfDeck(source.deck),
      this.store.ledger,
      options,
      momentOf(this.clock),
    );
    const rules = {
      cram: options.cram,
      minutes: undefined,
      whenNotDue: options.cram,
      ...given.rules,
    };
    const start: Happening = {
      type: 'start',
      deck: 'screens',
      filter: '',
      seed: 1,
      cards: plan.cards.map(({ key }) => key),
      pid: 1,
    };
    const { store, clock } = this;
    this.app = new StudyApp({
      command: options.cram ? 'llm-quiz study --cram' : 'llm-quiz study',
      theme: createTheme({ color: false, ascii: false, ...given.theme }),
      keymap: createKeymap(given.keys),
      measure: MEASURE,
      opening: given.opening ?? { kind: 'none' },
      begin: () =>
        new SessionDriver({
          cards: plan.cards,
          already: 0,
          world: store.ledger,
          recorder: store,
          clock,
          rules,
          start,
        }),
      readBody: (card) => source.readBody(card),
      elapsed: () => clock.now() - instant(SCREEN_NOW),
      outside: {
        openLink: (url, say) => say(`opened ${url}`),
        copy: (text, say) => say(`copied ${text.length}`),
        edit: (_card, _driver, _screen, done) => done('edited'),
        ...given.outside,
      },
      summarise: (driver) =>
        summarise(
          driver.state,
          source.deck.cards,
          store.ledger,
          store.ledger.days,
          driver.moment,
          options.cram,
        ),
    });
    this.app.setAnswerRenderer(renderAnswer);
  }

  /** Presses keys one by one, painting after each as the screen does. */
  press(...keys: readonly Key[]): this {
    for (const key of keys) {
      this.app.press(key);
      this.lines();
    }
    return this;
  }

  /** The rows of the screen. */
  lines(columns = 80, rows = 24): readonly string[] {
    return this.app.frame({ columns, rows }).lines;
  }

  screen(columns = 80, rows = 24): string {
    return this.lines(columns, rows).join('\n');
  }
}
