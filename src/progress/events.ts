import type { Rating } from '../scheduler/memory.ts';
import type { StudyDay, Timestamp } from '../scheduler/units.ts';
import {
  DAYS,
  type Fields,
  HAPPENINGS,
  HEAD,
  isKey,
  isName,
  isWholeWithin,
  LAST_INSTANT,
  LONGEST_ANSWER,
} from './event-checks.ts';

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

/** A line of a journal as an event, or undefined where it is damaged. */
export const decodeEvent = (line: string): Event | undefined => {
  const value = parseJson(line);
  return readOften(value) ?? readAny(value);
};

/**
 * An event of a type that comes often, told at once: nearly all lines are grades, and the general
 * check takes several times as long. What it leaves undefined may still be an event, or be wrong:
 * the general check decides.
 */
export const readOften = (value: unknown): KnownEvent | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, id, device, session, t, day } = value as Grade;
  const isHead =
    v === EVENT_VERSION &&
    isName(id) &&
    isName(device) &&
    isName(session) &&
    isWholeWithin(t, 0, LAST_INSTANT) &&
    isWholeWithin(day, 0, DAYS.last);
  return isHead ? (readGrade(value as Grade) ?? readSeen(value as Seen)) : undefined;
};

type Grade = EventHead & Happening & { readonly type: 'grade' };
type Seen = EventHead & Happening & { readonly type: 'seen' };

const readGrade = (value: Grade): KnownEvent | undefined => {
  const { v, id, device, session, t, day, type, card, rating, ms } = value;
  const isGrade =
    type === 'grade' &&
    isKey(card) &&
    (rating === 'good' || rating === 'again' || rating === 'hard' || rating === 'easy') &&
    isWholeWithin(ms, 0, LONGEST_ANSWER);
  return isGrade ? { v, id, device, session, t, day, type, card, rating, ms } : undefined;
};

const readSeen = (value: Seen): KnownEvent | undefined => {
  const { v, id, device, session, t, day, type, card, question, answer } = value;
  const isSeen =
    type === 'seen' && isKey(card) && typeof question === 'string' && typeof answer === 'string';
  return isSeen ? { v, id, device, session, t, day, type, card, question, answer } : undefined;
};

const readAny = (value: unknown): Event | undefined => {
  if (!isRecord(value) || problemsOf(HEAD, value).length > 0) return undefined;
  const fields = happeningOf(value);
  const head: unknown = picked(HEAD, value);
  if (fields === undefined) return { ...(head as UnknownEvent), unknown: true };
  if (problemsOf(fields, value).length > 0) return undefined;
  return picked(fields, value, head as Record<string, unknown>) as unknown as KnownEvent;
};

/** What keeps a value from being an event, a phrase each; empty where it is one. */
export const eventProblems = (value: unknown): readonly string[] => {
  if (!isRecord(value)) return ['it is no object'];
  const head = problemsOf(HEAD, value);
  return head.length > 0 ? head : problemsOf(happeningOf(value) ?? [], value);
};

type Value = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Value => typeof value === 'object' && value !== null;

/** The fields of an event of a type that is known here; undefined where a later program knows more. */
const happeningOf = ({ v, type }: Value): Fields | undefined =>
  Number(v) > EVENT_VERSION ? undefined : HAPPENINGS.get(String(type));

const problemsOf = (fields: Fields, value: Value): readonly string[] =>
  fields.flatMap(([name, check]) => {
    const problem = check(value[name]);
    return problem === undefined ? [] : [`${name}: ${problem}`];
  });

/** The fields of an event, and no others. */
const picked = (fields: Fields, value: Value, into: Record<string, unknown> = {}) => {
  for (const [name] of fields) if (value[name] !== undefined) into[name] = value[name];
  return into;
};

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
