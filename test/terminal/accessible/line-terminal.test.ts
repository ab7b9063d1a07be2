import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  holdDialogue,
  LineTerminal,
  lineTerminalOf,
} from '../../../src/terminal/accessible/line-terminal.ts';
import type { Dialogue, Heard } from '../../../src/terminal/accessible/speech.ts';
import { say } from '../../../src/terminal/accessible/speech.ts';

/** A terminal that a test types into, without an echo. */
const createStreams = () => {
  const input = new PassThrough();
  const written: string[] = [];
  const listeners = new Set<() => void>();
  return {
    input,
    written,
    listeners,
    streams: {
      input,
      columns: 80,
      write: (text: string) => void written.push(text),
      onInterrupt: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
};

const turn = (prompt: string) => ({ said: [], prompt });
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Asks so many questions, and keeps what was heard. */
class Survey implements Dialogue {
  readonly heard: Heard[] = [];
  readonly #questions: number;

  constructor(questions: number) {
    this.#questions = questions;
  }

  open() {
    return { said: say('Hello'), prompt: 'Question 1:' };
  }

  hear(heard: Heard) {
    this.heard.push(heard);
    const isOver = this.heard.length >= this.#questions || heard.kind !== 'line';
    return {
      said: say(`Heard ${this.heard.length}`),
      prompt: isOver ? undefined : `Question ${this.heard.length + 1}:`,
    };
  }
}

describe('a terminal by lines', () => {
  it('asks, and lets the terminal echo what is typed then', async () => {
    const { input, written, streams } = createStreams();
    const terminal = new LineTerminal(streams);
    const heard = terminal.ask(turn('Name:'));
    await settle();
    input.write('Ada\r\n');
    expect(await heard).toEqual({ kind: 'line', text: 'Ada' });
    expect(written.join('')).toBe('Name: ');
  });

  it('uses all lines that come at once, and writes those that were typed ahead', async () => {
    const { input, written, streams } = createStreams();
    input.write('a\nb\u001B[A\nc\n');
    const survey = new Survey(3);
    await holdDialogue(survey, new LineTerminal(streams));
    expect(survey.heard.map((heard) => heard.kind === 'line' && heard.text)).toEqual([
      'a',
      'b\u001B[A',
      'c',
    ]);
    expect(written.join('')).toBe(
      'Hello.\nQuestion 1: a\nHeard 1.\nQuestion 2: b[A\nHeard 2.\nQuestion 3: c\nHeard 3.\n',
    );
  });

  it('keeps lines for the next dialogue of the same keyboard', async () => {
    const { input, streams } = createStreams();
    input.write('a\nb\n');
    const [first, second] = [new Survey(1), new Survey(1)];
    await holdDialogue(first, lineTerminalOf(streams));
    await holdDialogue(second, lineTerminalOf({ ...streams }));
    expect(second.heard).toEqual([{ kind: 'line', text: 'b' }]);
  });

  it('tells the end of the input once it is reached, and each time after it', async () => {
    const { input, streams } = createStreams();
    const terminal = new LineTerminal(streams);
    input.end('last');
    expect(await terminal.ask(turn('1:'))).toEqual({ kind: 'line', text: 'last' });
    expect(await terminal.ask(turn('2:'))).toEqual({ kind: 'end' });
    expect(await terminal.ask(turn('3:'))).toEqual({ kind: 'end' });
  });

  it('takes an input that breaks for one that ends', async () => {
    const { input, streams } = createStreams();
    const terminal = new LineTerminal(streams);
    const heard = terminal.ask(turn('1:'));
    await settle();
    input.destroy(new Error('EIO'));
    expect(await heard).toEqual({ kind: 'end' });
  });

  it('hears Ctrl-C before lines that wait, and only while it talks', async () => {
    const { input, written, listeners, streams } = createStreams();
    const terminal = new LineTerminal(streams);
    input.write('a\nb\nc\n');
    expect(await terminal.ask(turn('1:'))).toEqual({ kind: 'line', text: 'a' });
    for (const listener of listeners) listener();
    expect(await terminal.ask(turn('2:'))).toEqual({ kind: 'interrupt' });
    const heard = terminal.ask(turn('3:'));
    await settle();
    for (const listener of listeners) listener();
    expect(await heard).toEqual({ kind: 'interrupt' });
    expect(written.join('')).toBe('1: a\n2: \n3: \n');
    terminal.rest();
    expect(listeners.size).toBe(0);
  });

  it('leaves the keyboard alone while something outside goes on', async () => {
    const { input, streams } = createStreams();
    const states: boolean[] = [];
    const dialogue: Dialogue = {
      open: () => turn('Edit:'),
      hear: async () => {
        await settle();
        states.push(input.isPaused());
        return { said: [], prompt: undefined };
      },
    };
    input.write('e\n');
    await holdDialogue(dialogue, new LineTerminal(streams));
    expect(states).toEqual([true]);
  });

  it('loads what is needed after it asked, and before it answers', async () => {
    const { input, written, streams } = createStreams();
    const survey = new Survey(1);
    input.write('a\n');
    await holdDialogue(survey, new LineTerminal(streams), async () => {
      await settle();
      expect(survey.heard).toEqual([]);
      expect(written.join('')).toBe('Hello.\nQuestion 1: a\n');
    });
    expect(survey.heard).toHaveLength(1);
  });
});
