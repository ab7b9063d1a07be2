import { poolOfDeck } from '../deck/card-pool.ts';
import type { SessionRecord } from '../progress/session-record.ts';
import type { Moment } from '../scheduler/schedule.ts';
import type { CardFilter } from '../session/filter.ts';
import type { SessionRules } from '../session/machine.ts';
import type { Pace } from '../session/pace.ts';
import type { Scope, SessionOptions } from '../session/plan.ts';
import { findResumable, type Remaining, remainingOf } from '../session/resume.ts';
import type { LiveDeck } from '../storage/live-deck.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import type { Context } from './context.ts';
import { type Course, courseOf, paceOf } from './interview.ts';
import { noQuestions } from './no-questions.ts';
import type { SessionFlags } from './session-flags.ts';

/** Everything that one sitting works with. */
export interface Sitting {
  readonly context: Context;
  readonly flags: SessionFlags;
  readonly command: string;
  readonly source: LiveDeck;
  readonly store: ProgressStore;
  readonly options: SessionOptions;
  readonly rules: SessionRules;
  readonly moment: Moment;
  /** What the session goes by, and its pace where it follows a plan. */
  readonly course: Course;
  readonly pace: Pace | undefined;
}

/** Throws where there is nothing to study. */
export const requireCards = (source: LiveDeck, flags: SessionFlags): void => {
  if (poolOfDeck(source.deck).size === 0) throw noQuestions(flags.deck ?? source.deck.name ?? '.');
};

/** Settles what the flags ask for. */
export const openSitting = (
  asked: Pick<Sitting, 'context' | 'flags' | 'command' | 'source' | 'store' | 'moment'> & {
    readonly filter: CardFilter;
  },
  scope: Scope | 'last-session',
): Sitting => {
  const { context, flags, command, source, store, moment, filter } = asked;
  const scoped: Scope =
    scope === 'last-session' ? { kind: 'missed', session: lastGraded(store) } : scope;
  const cram = flags.cram === true;
  const options: SessionOptions = {
    scope: scoped,
    filter,
    limit: flags.limit,
    minutes: flags.minutes,
    newCards: flags.new,
    dueOnly: flags.due === true,
    order: flags.order ?? 'gain',
    seed: flags.seed ?? context.randomSeed(),
    cram,
  };
  const rules = { cram, minutes: flags.minutes, whenNotDue: cram || scoped.kind !== 'study' };
  const course = courseOf(flags, scope, store.ledger.settings.plan);
  const pace = paceOf({ context, flags, source, store }, course, filter, moment);
  return { context, flags, command, source, store, options, rules, moment, course, pace };
};

/** The last session with a grade; an id that no session has, where there is none. */
const lastGraded = ({ ledger }: ProgressStore): string =>
  [...ledger.sessions.values()]
    .filter(({ grades }) => grades > 0)
    .toSorted((a, b) => a.lastAt - b.lastAt)
    .at(-1)?.id ?? 'none';

/** A session without a word of what to study may go on with an older one. */
export const isPlain = (flags: SessionFlags, scope: Scope | 'last-session'): boolean =>
  scope !== 'last-session' && scope.kind === 'study' && describeFlags(flags) === '';

/** The flags that choose cards, as words: equal for sessions that ask for the same. */
export const describeFlags = (flags: SessionFlags): string =>
  [
    ...flags.chapter.map((chapter) => `-c ${chapter}`),
    ...flags.tag.map((tag) => `--tag ${tag}`),
    ...flags.level.map((level) => `--level ${level}`),
    ...(flags.limit === undefined ? [] : [`-n ${flags.limit}`]),
    ...(flags.minutes === undefined ? [] : [`--minutes ${flags.minutes}`]),
    ...(flags.new === undefined ? [] : [`--new ${flags.new}`]),
    ...(flags.due === true ? ['--due'] : []),
    ...(flags.order === undefined ? [] : [`--order ${flags.order}`]),
    ...(flags.cram === true ? ['--cram'] : []),
    ...(flags.more === true ? ['--more'] : []),
  ].join(' ');

/** A session that was cut short, and what is left of it. */
export interface Resumable extends Remaining {
  readonly record: SessionRecord;
}

export const findResumableSession = ({
  context,
  source,
  store,
  moment,
}: Sitting): Resumable | undefined => {
  const record = findResumable(store.ledger.sessions, {
    device: store.device,
    deck: source.deck.name ?? null,
    moment,
    rolloverHour: store.ledger.settings.rolloverHour,
    isAlive: context.isAlive,
  });
  if (record === undefined) return undefined;
  const left = remainingOf(record, poolOfDeck(source.deck), store.ledger, moment);
  return left.cards.length === 0 ? undefined : { record, ...left };
};
