import type { Card } from '../../../src/deck/types.ts';
import { toTimestamp } from '../../../src/scheduler/units.ts';
import { SessionDriver } from '../../../src/session/driver.ts';
import { summarise } from '../../../src/session/summary.ts';
import {
  type Dialogue,
  type Heard,
  linesOf,
  promptText,
} from '../../../src/terminal/accessible/speech.ts';
import { speakAnswer, speakStem } from '../../../src/terminal/accessible/spoken-answer.ts';
import {
  SpokenSession,
  type SpokenSessionOptions,
} from '../../../src/terminal/accessible/spoken-session.ts';
import { createKeymap } from '../../../src/terminal/keys.ts';
import { FakeClock, FakeStore, instant, momentOf, startOf } from '../../support/events.ts';

/** What was said and asked in a dialogue, with what was typed behind each question. */
export const hold = async (
  dialogue: Dialogue,
  lines: readonly (string | Heard)[],
  columns = 200,
): Promise<string> => {
  const told: string[] = [];
  let turn = dialogue.open();
  for (const line of lines) {
    const heard: Heard = typeof line === 'string' ? { kind: 'line', text: line } : line;
    const typed = heard.kind === 'line' ? heard.text : `<${heard.kind}>`;
    told.push(...linesOf(turn.said, columns));
    if (turn.prompt === undefined) throw new Error(`over before ${typed}:\n${told.join('\n')}`);
    told.push(promptText(turn.prompt, columns) + typed);
    turn = await dialogue.hear(heard);
  }
  told.push(...linesOf(turn.said, columns));
  if (turn.prompt !== undefined) told.push(promptText(turn.prompt, columns).trimEnd());
  return told.map((line) => line.trimEnd()).join('\n');
};

export interface Sitting {
  readonly session: SpokenSession;
  readonly store: FakeStore;
  readonly clock: FakeClock;
}

export interface SittingOptions extends Partial<SpokenSessionOptions> {
  readonly cards: readonly Card[];
  readonly bodies?: Readonly<Record<string, string>>;
  readonly cram?: boolean;
  readonly store?: FakeStore;
}

/** A session of these cards at nine in the morning of 23 November 2026; each answer takes 20 s. */
export const sit = ({
  cards,
  bodies = {},
  cram = false,
  store = new FakeStore(),
  ...options
}: SittingOptions): Sitting => {
  const clock = new FakeClock(instant('2026-11-23T09:00:00Z'));
  let elapsed = 0;
  const session = new SpokenSession({
    opening: { kind: 'none' },
    keymap: createKeymap(),
    begin: () =>
      new SessionDriver({
        cards,
        already: 0,
        world: store.ledger,
        recorder: store,
        clock: { now: () => clock.now() },
        rules: { cram, minutes: undefined, whenNotDue: cram },
        start: startOf({ cards: cards.map(({ key }) => key) }),
      }),
    readBody: ({ id }) => bodies[id] ?? `The answer to ${id}.`,
    elapsed: () => {
      elapsed += 10_000;
      clock.set(toTimestamp(clock.now() + 10_000));
      return elapsed;
    },
    summarise: (driver) =>
      summarise(driver.state, cards, store.ledger, store.ledger.days, driver.moment, cram),
    columns: () => 80,
    ...options,
  });
  session.setSpeaker({ answer: speakAnswer, stem: speakStem });
  return { session, store, clock };
};

export { momentOf };
