import { Writable } from 'node:stream';
import type { AnswerRenderer } from './card-body.ts';
import { type Keyboard, KeyInput } from './input.ts';
import { type Canvas, Painter } from './painter.ts';
import type { StudyResult } from './stages/stage.ts';
import type { StudyApp } from './study-app.ts';

/** The terminal that a session runs in. */
export interface Terminal extends Canvas {
  readonly keyboard: Keyboard;
  onResize(listener: () => void): () => void;
  /** Stops the process as Ctrl-Z does; calls back when it goes on. */
  suspend(onContinue: () => void): void;
}

/**
 * After how many milliseconds without a key how many cards are made ready: soon what the next two
 * keys need; in a pause, as for reading, those that a fast hand would wait for later.
 */
const PREPARE_SOON = { ms: 5, cards: 2 };
const PREPARE_AHEAD = { ms: 50, cards: 40 };
/** Milliseconds from one card to the next: a key that was pressed meanwhile comes first. */
const PREPARE_NEXT = 1;

/** What a screen shows: keys in, frames out. Only cards need more. */
export type ScreenApp = Pick<StudyApp, 'result' | 'press' | 'frame' | 'say'> &
  Partial<Pick<StudyApp, 'setScreen' | 'setAnswerRenderer' | 'prepare'>>;

/**
 * Runs the study screen. The first frame is painted before the prompt library and the Markdown
 * parser are loaded; what is typed meanwhile is kept.
 */
export const runStudyScreen = async (app: ScreenApp, terminal: Terminal): Promise<StudyResult> => {
  const painter = new Painter(terminal);
  const size = () => ({ columns: terminal.columns, rows: terminal.rows });
  const paint = (): void => painter.paint(app.frame(size()).lines);
  const repaint = (): void => {
    painter.invalidate();
    paint();
  };
  const giveBack = (): void => {
    painter.leave();
    input.close();
  };
  const takeBack = (): void => {
    input.open();
    painter.enter();
    repaint();
  };
  const input = new KeyInput(terminal.keyboard, {
    onSuspend: () => {
      giveBack();
      terminal.suspend(takeBack);
    },
    onPaste: () => {
      app.say('Pasted text was ignored: keys are typed one by one.');
      paint();
    },
  });
  app.setScreen?.({
    foreground: (run) => {
      giveBack();
      run();
      takeBack();
    },
    repaint: paint,
  });
  input.open();
  painter.enter();
  repaint();
  const stopListening = terminal.onResize(repaint);
  try {
    const [{ announceKeys, sessionPrompt }, { renderAnswer }] = await Promise.all([
      import('./session-prompt.ts'),
      import('./answer.ts'),
    ]);
    announceKeys(input);
    return await ask(app, input, painter, size, sessionPrompt, renderAnswer);
  } finally {
    stopListening();
    giveBack();
  }
};

const ask = async (
  app: ScreenApp,
  input: KeyInput,
  painter: Painter,
  size: () => { columns: number; rows: number },
  sessionPrompt: typeof import('./session-prompt.ts')['sessionPrompt'],
  renderAnswer: AnswerRenderer,
): Promise<StudyResult> => {
  app.setAnswerRenderer?.(renderAnswer);
  let timer: NodeJS.Timeout | undefined;
  const prepareIn = (ms: number, cards: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (app.prepare?.(size(), cards) === true) prepareIn(PREPARE_NEXT, cards);
      else if (cards < PREPARE_AHEAD.cards) prepareIn(PREPARE_AHEAD.ms, PREPARE_AHEAD.cards);
    }, ms);
  };
  const paint = (lines: readonly string[]): void => {
    painter.paint(lines);
    prepareIn(PREPARE_SOON.ms, PREPARE_SOON.cards);
  };
  try {
    return await sessionPrompt({ app, size, paint }, { input, output: nowhere() });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    if (app.result === undefined) app.press('ctrl-c');
    return app.result ?? 'interrupted';
  } finally {
    clearTimeout(timer);
  }
};

/** Where Inquirer renders to: the painter draws instead. */
const nowhere = (): Writable =>
  new Writable({
    decodeStrings: false,
    write: (_chunk, _encoding, callback) => callback(),
  });
