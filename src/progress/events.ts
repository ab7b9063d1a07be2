import * as v from 'valibot';
import type { Rating } from '../scheduler/memory.ts';
import type { StudyDay, Timestamp } from '../scheduler/units.ts';

/** Version of a journal line's form; a reader carries lines of a later one. */
export const EVENT_VERSION = 1;

/** What every event has: who wrote it, in which process, and when. */
export interface EventHead {
  readonly v: number;
  /** Session and counter: unique without a lock, also for two windows. */
  readonly id: string;
  readonly device: string;
  readonly session: string;
  readonly t: Timestamp;
  /** The study day as it was then, so that travel does not rewrite history. */
  readonly day: StudyDay;
}

/** Why a session ended. */
export type EndReason = 'done' | 'quit' | 'interrupted';

/** What happened, without its head. Each of these is one line of a journal. */
export type Happening =
  | {
      readonly type: 'start';
      readonly deck: string | null;
      /** The options of the session as words, to tell whether two sessions asked for the same. */
      readonly filter: string;
      readonly seed: number;
      readonly cards: readonly string[];
      /** Process that runs the session, to tell a crash from a second window. */
      readonly pid: number;
    }
  | { readonly type: 'end'; readonly reason: EndReason }
  | {
      readonly type: 'grade';
      readonly card: string;
      readonly rating: Rating;
      /** From the question's first paint to the grade, in ms of a clock that never goes back. */
      readonly ms: number;
    }
  /** `card` is that of the target; there is none where a setting or an alias is taken back. */
  | { readonly type: 'undo'; readonly target: string; readonly card?: string | undefined }
  | { readonly type: 'suspend' | 'unsuspend' | 'mark' | 'unmark' | 'reset'; readonly card: string }
  | { readonly type: 'bury'; readonly card: string; readonly until: StudyDay }
  | {
      readonly type: 'seen';
      readonly card: string;
      readonly question: string;
      /** Hash of the answer as it was. */
      readonly answer: string;
    }
  /** The learner's own note on a card; empty takes it away. */
  | { readonly type: 'note'; readonly card: string; readonly text: string }
  | { readonly type: 'alias'; readonly from: string; readonly to: string }
  | {
      readonly type: 'set';
      readonly key: string;
      readonly value: string | number | boolean | null;
    };

export type KnownEvent = EventHead & Happening;

/** An event of a type that this version does not know: carried, never dropped. */
export type UnknownEvent = EventHead & { readonly type: string; readonly unknown: true };

export type Event = KnownEvent | UnknownEvent;

export const isKnown = (event: Event): event is KnownEvent => !('unknown' in event);

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
/** What a Date can hold, to both sides of 1970. */
const LAST_INSTANT = 8.64e15;
const instant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-LAST_INSTANT),
  v.maxValue(LAST_INSTANT),
);
const day = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(10_000_000));
const NAME = /^[\w-]{1,64}$/;
const head = {
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: v.pipe(v.string(), v.regex(NAME)),
  device: v.pipe(v.string(), v.regex(NAME)),
  session: v.pipe(v.string(), v.regex(NAME)),
  t: instant,
  day,
};
const of = <Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.object({ ...head, type: v.literal(type), ...entries });

const known = v.variant('type', [
  of('grade', {
    card: key,
    rating: v.picklist(['again', 'hard', 'good', 'easy']),
    ms: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
  }),
  of('undo', { target: v.string(), card: v.optional(key) }),
  of('seen', { card: key, question: v.string(), answer: v.string() }),
  of('start', {
    deck: v.nullable(v.string()),
    filter: v.string(),
    seed: v.number(),
    cards: v.array(key),
    pid: v.number(),
  }),
  of('end', { reason: v.picklist(['done', 'quit', 'interrupted']) }),
  of('suspend', { card: key }),
  of('unsuspend', { card: key }),
  of('mark', { card: key }),
  of('unmark', { card: key }),
  of('reset', { card: key }),
  of('bury', { card: key, until: day }),
  of('note', { card: key, text: v.pipe(v.string(), v.maxLength(10_000)) }),
  of('alias', { from: key, to: key }),
  of('set', { key, value: v.union([v.string(), v.number(), v.boolean(), v.null()]) }),
]);
const unknown = v.looseObject({ ...head, type: v.pipe(v.string(), v.minLength(1)) });

const KNOWN_TYPES: ReadonlySet<string> = new Set(known.options.map((o) => o.entries.type.literal));

/** A line of a journal as an event, or undefined where it is damaged. */
export const decodeEvent = (line: string): Event | undefined => {
  const value = parseJson(line);
  const grade = readGrade(value);
  if (grade !== undefined) return grade;
  const read = v.safeParse(unknown, value);
  if (!read.success) return undefined;
  if (!KNOWN_TYPES.has(read.output.type) || read.output.v > EVENT_VERSION) {
    const { v: version, id, device, session, t, day, type } = read.output;
    return { v: version, id, device, session, t, day, type, unknown: true } as UnknownEvent;
  }
  const checked = v.safeParse(known, value);
  return checked.success ? (checked.output as KnownEvent) : undefined;
};

/** What keeps a value from being an event, a phrase each; empty where it is one. */
export const eventProblems = (value: unknown): readonly string[] => {
  const read = v.safeParse(unknown, value);
  const isOurs = read.success && KNOWN_TYPES.has(read.output.type);
  const checked = isOurs && read.output.v <= EVENT_VERSION ? v.safeParse(known, value) : read;
  return (checked.issues ?? []).map(
    (issue) =>
      `${v.getDotPath(issue) ?? 'it'}: ${issue.message.replace(/^Invalid [a-z ]+: /i, '')}`,
  );
};

/**
 * A grade, told by hand: nine of ten lines are grades, and the general check takes ten times as
 * long. What it leaves undefined may still be a grade, or be wrong: the general check decides.
 */
const readGrade = (value: unknown): KnownEvent | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v: version, id, device, session, t, day, type, card, rating, ms } = value as Grade;
  const isGrade =
    version === 1 &&
    type === 'grade' &&
    isName(id) &&
    isName(device) &&
    isName(session) &&
    isWholeWithin(t, 0, LAST_INSTANT) &&
    isWholeWithin(day, 0, 10_000_000) &&
    typeof card === 'string' &&
    card.length >= 1 &&
    card.length <= 512 &&
    (rating === 'good' || rating === 'again' || rating === 'hard' || rating === 'easy') &&
    isWholeWithin(ms, 0, 1e12);
  return isGrade ? { v: version, id, device, session, t, day, type, card, rating, ms } : undefined;
};

type Grade = EventHead & Happening & { readonly type: 'grade' };

const isName = (value: unknown): boolean => typeof value === 'string' && NAME.test(value);

const isWholeWithin = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** An event as the line of a journal that it becomes, without the line end. */
export const encodeEvent = (event: KnownEvent): string => JSON.stringify(event);

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The card that an event is about, as it was called then. */
export const cardOf = (event: Event): string | undefined =>
  isKnown(event) && 'card' in event ? event.card : undefined;
