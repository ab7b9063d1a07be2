import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QuizError } from '../../src/quiz-error.ts';
import { SessionDriver } from '../../src/session/driver.ts';
import type { Disk } from '../../src/storage/disk.ts';
import type { ProgressStore } from '../../src/storage/progress-store.ts';
import { card } from '../support/cards.ts';
import { FakeClock, grade, moment, startOf } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { openStoreIn, repsIn, stateIn } from '../support/stores.ts';
import { idsOnDisk } from './harness.ts';

/** Calls that change something on a disk. */
const WRITES = [
  'mkdirSync',
  'writeFileSync',
  'writeSync',
  'fdatasyncSync',
  'fsyncSync',
  'renameSync',
  'openSync',
] as const;

interface Fault {
  /** Which write call fails, counted from 1. */
  readonly at: number;
  readonly code: string;
  /** Whether all that follow fail too. */
  readonly forever: boolean;
  /** How many bytes a failing write still takes, as a disk does that has a little room left. */
  readonly takes: number;
}

/** The real disk, which fails at one of its write calls. */
const faultyDisk = (fault: Fault): { readonly disk: Disk; readonly calls: () => number } => {
  let calls = 0;
  const fails = (name: string, args: readonly unknown[]): boolean => {
    // Opening to read writes nothing.
    if (name === 'openSync' && args[1] === 'r') return false;
    calls++;
    return fault.forever ? calls >= fault.at : calls === fault.at;
  };
  const wrap = (name: (typeof WRITES)[number]): unknown => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      // What is synced is not the question here, and would be most of the time.
      if (!fails(name, args)) return name.endsWith('syncSync') ? undefined : real(...args);
      if (name === 'writeSync' && fault.takes > 0) {
        const [handle, bytes] = args as [number, Uint8Array];
        return fs.writeSync(handle, bytes, 0, Math.min(fault.takes, bytes.length - 1));
      }
      throw Object.assign(new Error(fault.code), { code: fault.code });
    };
  };
  const faulty = Object.fromEntries(WRITES.map((name) => [name, wrap(name)]));
  return { disk: { ...fs, ...faulty } as Disk, calls: () => calls };
};

/** What a session on a disk came to: the ids that were acknowledged, and the errors on the way. */
interface Outcome {
  readonly safe: readonly string[];
  readonly errors: readonly QuizError[];
}

/** Five cards graded and one taken back, as a person does who tries again once where it failed. */
const session = (store: ProgressStore): Outcome => {
  const safe: string[] = [];
  const errors: QuizError[] = [];
  try {
    store.open();
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return { safe, errors: [error] };
  }
  let recorded: readonly string[] = [];
  const driver = new SessionDriver({
    cards: ['a', 'b', 'c', 'd', 'e'].map((id) => card(id)),
    already: 0,
    world: store.ledger,
    recorder: {
      record: (happenings, at) => {
        recorded = store.record(happenings, at);
        return recorded;
      },
      refresh: () => store.refresh(),
    },
    clock: new FakeClock(moment(10).at),
    rules: { cram: false, minutes: undefined, whenNotDue: false },
    start: startOf(),
  });
  const act = (kind: 'grade' | 'undo'): void => {
    for (let tries = 0; tries < 2; tries++) {
      driver.dispatch({ kind: 'reveal' });
      driver.dispatch(kind === 'undo' ? { kind } : { kind, rating: 'easy', ms: 1000 });
      if (driver.failure === undefined) {
        safe.push(...recorded);
        return;
      }
      errors.push(driver.failure);
    }
  };
  for (const kind of ['grade', 'grade', 'undo', 'grade', 'grade'] as const) act(kind);
  void store.close({ snapshot: false });
  return { safe, errors };
};

const check = (home: string, { safe, errors }: Outcome): void => {
  for (const error of errors) {
    expect(error.message).toMatch(
      /^progress cannot be saved in .*: [a-z -]+ \(E[A-Z]+\)$|^progress cannot be saved in .*: the disk is full/,
    );
    expect(error.help).toMatch(/free some space or allow writing there, or set LLM_QUIZ_HOME/);
  }
  const store = openStoreIn(home);
  const onDisk = fs.existsSync(`${home}/progress`) ? idsOnDisk(home) : [];
  expect(safe.filter((id) => !onDisk.includes(id))).toEqual([]);
  expect(store.ledger.events).toBe(new Set(onDisk).size);
  for (const reps of Object.values(repsIn(store))) expect(reps).toBeLessThanOrEqual(1);
  store.record([grade('after', 'good')], moment(11));
  const again = openStoreIn(home);
  expect(repsIn(again)).toMatchObject({ after: 1 });
  expect(stateIn(again)).toEqual(stateIn(store));
  void store.close({ snapshot: false });
};

describe('a session on a disk that fails at one of its writes', () => {
  const total = (() => {
    const { disk, calls } = faultyDisk({ at: 0, code: '', forever: false, takes: 0 });
    return () => {
      session(openStoreIn(temporaryFolder(), { disk }));
      return calls();
    };
  })();

  it.each([
    ['ENOSPC', 0],
    ['ENOSPC', 1],
    ['ENOSPC', 150],
    ['EFBIG', 0],
    ['EACCES', 0],
    ['EROFS', 0],
    ['EIO', 0],
  ])(
    'with %s, after %i bytes, keeps what was acknowledged and says what to do',
    (code, takes) => {
      const calls = total();
      expect(calls).toBeGreaterThan(10);
      for (const forever of [false, true]) {
        for (let at = 1; at <= calls; at++) {
          const home = temporaryFolder();
          const { disk } = faultyDisk({ at, code, forever, takes });
          check(home, session(openStoreIn(home, { disk })));
        }
      }
    },
    60_000,
  );
});
