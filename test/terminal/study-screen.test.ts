import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import type { Keyboard } from '../../src/terminal/input.ts';
import { runStudyScreen, type Terminal } from '../../src/terminal/study-screen.ts';
import { Study } from '../support/study.ts';

/** A keyboard that a test types on. */
class FakeKeyboard extends EventEmitter {
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}

  type(text: string): void {
    this.emit('data', text);
  }
}

const open = () => {
  const study = new Study();
  const keyboard = new FakeKeyboard();
  const written: string[] = [];
  const terminal: Terminal = {
    keyboard: keyboard as unknown as Keyboard,
    columns: 80,
    rows: 24,
    write: (text) => written.push(text),
    onResize: () => () => undefined,
    suspend: () => undefined,
  };
  const prepare = vi.spyOn(study.app, 'prepare');
  return { study, keyboard, written, prepare, result: runStudyScreen(study.app, terminal) };
};

it('in a pause the answers of the next cards are made ready, without a byte written', async () => {
  const { keyboard, written, prepare, result } = open();
  await vi.waitFor(() => {
    expect(prepare.mock.results.filter(({ value }) => value === false)).toHaveLength(2);
  });
  // The deck has three cards.
  expect(prepare.mock.results.filter(({ value }) => value === true)).toHaveLength(3);
  expect(written).toHaveLength(1);
  keyboard.type(' ');
  await vi.waitFor(() => expect(written).toHaveLength(2));
  expect(written[1]).toMatch(/1 again/);
  keyboard.type('q');
  expect(await result).toBe('ended');
});

it('a burst of keys is answered key by key, before anything is made ready', async () => {
  const { study, keyboard, prepare, result } = open();
  keyboard.type(' 3 4q');
  expect(await result).toBe('ended');
  expect(study.store.types.filter((type) => type === 'grade')).toHaveLength(2);
  expect(prepare).not.toHaveBeenCalled();
});
