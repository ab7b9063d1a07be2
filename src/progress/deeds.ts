import { cardOf, type Event, type Happening, isKnown, type KnownEvent } from './events.ts';

/** One thing that a person did, as one undo takes it back: a grade, or the reset of a chapter. */
export interface Deed {
  /** The events of it that are taken back, in their order. */
  readonly events: readonly KnownEvent[];
  /** The one that says what was done. */
  readonly main: KnownEvent;
}

/** What begins and ends a session is no deed, and what was seen belongs to the grade after it. */
const NO_DEEDS: ReadonlySet<string> = new Set(['start', 'end', 'seen']);

/**
 * The deeds in a row of events of one journal, oldest first. What was recorded at once, such as
 * the reset of many cards, is one deed; two grades never are.
 */
export const findDeeds = (events: readonly Event[]): readonly Deed[] => {
  const deeds: { events: KnownEvent[]; main: KnownEvent }[] = [];
  let before: Event | undefined;
  for (const event of events) {
    const last = deeds.at(-1);
    if (isKnown(event) && !NO_DEEDS.has(event.type)) {
      if (last !== undefined && before === last.events.at(-1) && isOneDeed(last.main, event)) {
        last.events.push(event);
      } else deeds.push({ events: [...seenBefore(before, event), event], main: event });
    }
    before = event;
  }
  return deeds;
};

const isOneDeed = (a: KnownEvent, b: KnownEvent): boolean =>
  a.session === b.session && a.t === b.t && a.type === b.type && a.type !== 'grade';

/** A grade of a card that was seen for the first time takes that back too. */
const seenBefore = (before: Event | undefined, event: KnownEvent): readonly KnownEvent[] =>
  before !== undefined &&
  isKnown(before) &&
  before.type === 'seen' &&
  event.type === 'grade' &&
  before.session === event.session &&
  before.t === event.t &&
  cardOf(before) === event.card
    ? [before]
    : [];

/** What takes a deed back, last event first. */
export const undosOf = ({ events }: Deed): readonly Happening[] =>
  events.toReversed().map((event) => {
    const card = cardOf(event);
    const undo = { type: 'undo', target: event.id } as const;
    return card === undefined ? undo : { ...undo, card };
  });
