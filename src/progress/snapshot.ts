import type { Memory, Rating } from '../scheduler/memory.ts';
import { RATINGS } from '../scheduler/memory.ts';
import {
  type Days,
  type StudyDay,
  type Timestamp,
  toStudyDay,
  toTimestamp,
} from '../scheduler/units.ts';
import type { LedgerBase } from './base.ts';
import { type CardState, NEW_CARD } from './card-state.ts';
import type { EndReason } from './events.ts';
import { decodeTotals, encodeTotals } from './lazy-days.ts';
import type { Order } from './order.ts';
import type { SettingChange } from './refold.ts';
import { SESSIONS_KEPT, type SessionRecord } from './session-record.ts';

/**
 * Raised whenever the fold gives another state for the same events, or a snapshot another form to
 * it: old snapshots are then rebuilt.
 */
export const FOLD_VERSION = 7;

/** How far a snapshot had read a journal, and the bytes before that place. */
export interface JournalMark {
  readonly offset: number;
  readonly maxT: number;
  readonly before: string;
}

export interface Snapshot {
  readonly journals: ReadonlyMap<string, JournalMark>;
  readonly base: LedgerBase;
}

const STAGES = ['new', 'learning', 'review', 'relearning'] as const;

/** The state as compact JSON values: a start reads them, so each card is one flat row. */
export const encodeSnapshot = ({ journals, base }: Snapshot): Record<string, unknown> => ({
  fold: FOLD_VERSION,
  journals: [...journals].map(([device, mark]) => [device, mark.offset, mark.maxT, mark.before]),
  cards: [...base.cards].map(encodeCard),
  days: [...base.days].map(encodeTotals),
  settings: base.settings.map(({ order, key, value }) => [...encodeOrder(order), key, value]),
  aliases: [...base.aliases],
  waiting: [...base.waiting],
  sessions: [...base.sessions.values()]
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .slice(-SESSIONS_KEPT),
  events: base.events,
  ids: base.ids,
});

/** Reads what {@link encodeSnapshot} wrote; throws on anything else, and then it is rebuilt. */
export const decodeSnapshot = (value: unknown): Snapshot | 'stale' => {
  const raw = fields(value);
  if (isOtherFold(raw)) return 'stale';
  return {
    journals: new Map(
      rows(raw['journals']).map(([device, offset, maxT, before]) => [
        text(device),
        { offset: num(offset), maxT: num(maxT), before: text(before) },
      ]),
    ),
    base: {
      cards: new Map(rows(raw['cards']).map(decodeCard)),
      days: new Map(rows(raw['days']).map(decodeTotals)),
      settings: rows(raw['settings']).map(
        (row): SettingChange => ({
          order: decodeOrder(row),
          key: text(row[3]),
          value: scalar(row[4]),
        }),
      ),
      aliases: new Map(rows(raw['aliases']).map(([from, to]) => [text(from), text(to)])),
      sessions: new Map(list(raw['sessions']).map(decodeSession)),
      waiting: new Set(list(raw['waiting']).map(text)),
      events: num(raw['events']),
      ids: text(raw['ids']),
    },
  };
};

/** Whether a value is a snapshot of another version of the fold. */
const isOtherFold = (value: unknown): boolean => num(fields(value)['fold']) !== FOLD_VERSION;

const encodeCard = ([key, { state, last }]: readonly [
  string,
  { readonly state: CardState; readonly last: Order },
]): readonly unknown[] => [
  key,
  ...encodeMemory(state.memory),
  (state.suspended ? 1 : 0) + (state.marked ? 2 : 0),
  state.buriedUntil ?? null,
  state.missed === undefined ? null : [state.missed.day, state.missed.session],
  state.spaced.map((rating) => RATINGS.indexOf(rating)).join(''),
  state.seen === undefined ? null : [state.seen.question, state.seen.answer],
  state.note,
  ...encodeOrder(last),
];

const encodeMemory = (memory: Memory): readonly unknown[] => {
  if (memory.stage === 'new') return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const { due } = memory;
  return [
    STAGES.indexOf(memory.stage),
    memory.stability,
    memory.difficulty,
    memory.step,
    due.kind === 'at' ? 0 : 1,
    due.kind === 'at' ? due.at : due.day,
    memory.interval,
    memory.reps,
    memory.lapses,
    RATINGS.indexOf(memory.lastRating),
    memory.lastAt,
    memory.lastDay,
  ];
};

const decodeMemory = (row: readonly unknown[]): Memory => {
  const stage = STAGES[row[1] as number];
  if (stage === undefined) throw new TypeError('not a stage');
  if (stage === 'new') return NEW_CARD.memory;
  // Out of these bounds the model refuses to work.
  if (!((row[2] as number) > 0 && (row[3] as number) >= 1)) throw new TypeError('not a memory');
  return {
    stage,
    stability: row[2] as Days,
    difficulty: row[3] as number,
    step: row[4] as number,
    due:
      row[5] === 0
        ? { kind: 'at', at: row[6] as Timestamp }
        : { kind: 'on', day: row[6] as StudyDay },
    interval: row[7] as Days,
    reps: row[8] as number,
    lapses: row[9] as number,
    lastRating: ratingAt(row[10] as number),
    lastAt: row[11] as Timestamp,
    lastDay: row[12] as StudyDay,
  };
};

/**
 * The study day on which a card was reviewed last, and the one on which it comes back: 0 where one has
 * to look closer, as at a card in its steps.
 */
export const daysOfRow = (
  row: readonly unknown[],
): { readonly reviewed: number; readonly back: number } => {
  const { memory } = decodeCard(row)[1].state;
  if (memory.stage === 'new') return { reviewed: 0, back: 0 };
  const { due, lastDay, stage } = memory;
  const back = stage === 'review' && due.kind === 'on' ? Math.max(0, due.day) : 0;
  return { reviewed: lastDay, back };
};

/** Cells of a row that are numbers: memory and flags, and the time and place of the last event. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 21];

/** A card's row as its key and its state. Throws on anything else. */
export const decodeCard = (
  row: readonly unknown[],
): [string, { state: CardState; last: Order }] => {
  // All at once: a start decodes hundreds of cards before anything is compiled to be quick.
  for (const cell of NUMBERS)
    if (typeof row[cell] !== 'number') throw new TypeError('not a number');
  const flags = row[13] as number;
  const [buried, missed, seen] = [row[14], row[15], row[17]];
  const state: CardState = {
    memory: decodeMemory(row),
    suspended: (flags & 1) !== 0,
    marked: (flags & 2) !== 0,
    buriedUntil: buried === null ? undefined : toStudyDay(num(buried)),
    missed:
      missed === null
        ? undefined
        : { day: toStudyDay(num(list(missed)[0])), session: text(list(missed)[1]) },
    spaced: row[16] === '' ? NONE : spacedOf(text(row[16])),
    note: text(row[18]),
    seen:
      seen === null ? undefined : { question: text(list(seen)[0]), answer: text(list(seen)[1]) },
  };
  return [text(row[0]), { state, last: decodeOrder(row, 19) }];
};

const NONE: readonly Rating[] = [];

const END_REASONS: readonly unknown[] = ['done', 'quit', 'interrupted', undefined];

const decodeSession = (value: unknown): [string, SessionRecord] => {
  const raw = fields(value);
  if (!END_REASONS.includes(raw['ended'])) throw new TypeError('not an end');
  const session: SessionRecord = {
    id: text(raw['id']),
    device: text(raw['device']),
    startedAt: toTimestamp(num(raw['startedAt'])),
    lastAt: toTimestamp(num(raw['lastAt'])),
    deck: raw['deck'] === null ? null : text(raw['deck']),
    filter: text(raw['filter']),
    cards: list(raw['cards']).map(text),
    pid: num(raw['pid']),
    grades: num(raw['grades']),
    ended: raw['ended'] as EndReason | undefined,
  };
  return [session.id, session];
};

const encodeOrder = ({ t, device, offset }: Order): readonly unknown[] => [t, device, offset];

const decodeOrder = (row: readonly unknown[], from = 0): Order => ({
  t: toTimestamp(num(row[from])),
  device: text(row[from + 1]),
  offset: num(row[from + 2]),
});

const spacedOf = (digits: string): readonly Rating[] => {
  const ratings: Rating[] = [];
  for (const digit of digits) ratings.push(ratingAt(Number(digit)));
  return ratings;
};

const ratingAt = (index: number): Rating => {
  const rating = RATINGS[index];
  if (rating === undefined) throw new TypeError('not a rating');
  return rating;
};

const num = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError('not a number');
  return value;
};

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
};

const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value;
};

const fields = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value as Readonly<Record<string, unknown>>;
};

const scalar = (value: unknown): unknown => {
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
    throw new TypeError('not a value');
  }
  return value;
};

const rows = (value: unknown): readonly (readonly unknown[])[] => list(value).map(list);
