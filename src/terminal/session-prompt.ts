import readline from 'node:readline';
import { createPrompt, useEffect, useKeypress } from '@inquirer/core';
import { type KeyPress, keyOf } from './keys.ts';
import type { Size } from './screens/frame.ts';
import type { StudyResult } from './stages/stage.ts';
import type { StudyApp } from './study-app.ts';

export interface SessionPromptConfig {
  readonly app: Pick<StudyApp, 'result' | 'press' | 'frame'>;
  readonly size: () => Size;
  /** Puts a frame on the screen. */
  readonly paint: (lines: readonly string[]) => void;
}

/** Readline waits this many milliseconds for the rest of an escape sequence (its own: 500). */
const ESCAPE_TIMEOUT = 25;

/**
 * Has a stream tell of key presses. Before the prompt does, which would wait longer; behind the
 * first paint, for which readline need not be loaded.
 */
export const announceKeys = (input: NodeJS.ReadableStream): void =>
  readline.emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_TIMEOUT } as never);

/**
 * The whole session as one Inquirer prompt: one prompt a card would lose what is typed between
 * two of them. The state lives in the app; the prompt turns key presses into frames. It does so
 * by itself, without a state of Inquirer's: that would lay out a screen that nobody sees.
 */
export const sessionPrompt = createPrompt<StudyResult, SessionPromptConfig>((config, done) => {
  const { app, size, paint } = config;

  const show = (): void => {
    if (app.result === undefined) paint(app.frame(size()).lines);
    else done(app.result);
  };
  useKeypress((press, rl) => {
    // Readline keeps what is typed as a line; nobody will ever enter it.
    rl.clearLine(0);
    if (app.result !== undefined) return;
    app.press(keyOf(press as KeyPress));
    show();
  });
  useEffect((rl) => {
    // Ctrl-D, and the end of a closed terminal: readline closes without a word.
    const onClose = (): void => {
      if (app.result === undefined) app.press('ctrl-d');
      if (app.result === undefined) app.press('q');
      done(app.result ?? 'left');
    };
    rl.on('close', onClose);
    return () => rl.removeListener('close', onClose);
  }, []);
  show();
  return 'llm-quiz';
});
