import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Happening } from '../../src/progress/events.ts';
import type { Disk } from '../../src/storage/disk.ts';
import { type Paths, resolvePaths } from '../../src/storage/paths.ts';
import { ProgressStore, type StoreOptions } from '../../src/storage/progress-store.ts';
import { grade, moment } from './events.ts';

export const pathsIn = (home: string): Paths =>
  resolvePaths({ home, env: { LLM_QUIZ_HOME: home } });

/** The progress of one window, in a real folder. */
export const openStoreIn = (
  home: string,
  {
    host = 'laptop',
    disk = fs,
    ...options
  }: { host?: string; disk?: Disk } & Partial<Omit<StoreOptions, 'host' | 'disk'>> = {},
): ProgressStore =>
  new ProgressStore({
    disk,
    paths: pathsIn(home),
    host: { name: host, machineId: '' },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    ...options,
  });

/** Writes grades of one card after another, a minute each, from a study day on. */
export const study = (store: ProgressStore, cards: readonly string[], on = 10): readonly string[] =>
  cards.flatMap((card, n) => store.record([grade(card, 'good')], moment(on, n)));

export const happen = (store: ProgressStore, what: Happening, on = 10): string =>
  store.record([what], moment(on))[0] ?? '';

/** The one journal of a home, or that of a device. */
export const journalIn = (home: string, device?: string): string => {
  const { progress } = pathsIn(home);
  const name = device === undefined ? fs.readdirSync(progress)[0] : `${device}.jsonl`;
  return path.join(progress, name ?? 'none');
};

/** All that can be told of progress, as plain values: equal where two states are the same. */
export const stateIn = ({ ledger }: ProgressStore): unknown => ({
  cards: [...ledger.keys()].toSorted().map((key) => [key, ledger.card(key)]),
  days: [...ledger.days].toSorted(([a], [b]) => a - b),
  settings: ledger.settings,
  events: ledger.events,
});

/** How often each card was graded. */
export const repsIn = ({ ledger }: ProgressStore): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...ledger.keys()].toSorted().map((key) => {
      const { memory } = ledger.card(key);
      return [key, memory.stage === 'new' ? 0 : memory.reps];
    }),
  );
