import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type Keyboard, KeyInput } from '../../src/terminal/input.ts';

/** A keyboard that sends what it is told to, and what came through as keys. */
const open = () => {
  const keyboard = Object.assign(new EventEmitter(), {
    setRawMode: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const seen = { keys: '', pastes: 0, stops: 0 };
  const input = new KeyInput(keyboard as unknown as Keyboard, {
    onPaste: () => {
      seen.pastes++;
    },
    onSuspend: () => {
      seen.stops++;
    },
  });
  input.on('data', (chunk: Buffer) => {
    seen.keys += chunk.toString();
  });
  input.open();
  const type = async (...chunks: readonly string[]) => {
    for (const chunk of chunks) keyboard.emit('data', chunk);
    await new Promise((resolve) => setImmediate(resolve));
    return seen;
  };
  return { type };
};

describe('the keyboard of a session', () => {
  it('passes keys on, and leaves pasted text out, however it is cut into chunks', async () => {
    expect(await open().type('a', 'b\u001B[200~3 3\u001B[201~c')).toMatchObject({
      keys: 'abc',
      pastes: 1,
    });
    expect(await open().type('a\u001B[20', '0~3\u001B[2', '01~', 'b')).toMatchObject({
      keys: 'ab',
      pastes: 1,
    });
  });

  it('takes Ctrl-Z for no key', async () => {
    expect(await open().type('a\u001Ab')).toMatchObject({ keys: 'ab', stops: 1 });
  });

  it('lets Ctrl-C out of a paste whose end got lost', async () => {
    expect(await open().type('\u001B[200~3 3', '3', '\u0003', '3')).toMatchObject({
      keys: '\u00033',
      pastes: 0,
    });
  });
});
