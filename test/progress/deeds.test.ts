import { describe, expect, it } from 'vitest';
import { findDeeds, undosOf } from '../../src/progress/deeds.ts';
import type { Happening } from '../../src/progress/events.ts';
import { FakeJournals, grade, moment, startOf } from '../support/events.ts';

/** The deeds of what was recorded, each list at once. */
const deedsOf = (...records: readonly (readonly Happening[])[]) => {
  const journals = new FakeJournals();
  for (const [n, happenings] of records.entries()) journals.write(happenings, moment(10, n));
  return findDeeds(journals.entries.map(({ event }) => event));
};
const shapes = (...records: readonly (readonly Happening[])[]) =>
  deedsOf(...records).map(({ events }) => events.map(({ type }) => type).join(' '));

const seen = (card: string): Happening => ({ type: 'seen', card, question: 'Why?', answer: 'h' });
const reset = (card: string): Happening => ({ type: 'reset', card });

describe('a deed', () => {
  it('is a grade with what was seen before it, but not the start of the session', () => {
    expect(
      shapes([startOf(), seen('a'), grade('a', 'good')], [{ type: 'end', reason: 'done' }]),
    ).toEqual(['seen grade']);
  });

  it('is never two grades, although they came in the same millisecond', () => {
    expect(shapes([grade('a', 'good'), grade('b', 'good')])).toEqual(['grade', 'grade']);
  });

  it('is the reset of many cards, where it was done at once', () => {
    expect(shapes([reset('a'), reset('b')], [reset('c')])).toEqual(['reset reset', 'reset']);
  });

  it('has no part in what was seen of another card', () => {
    expect(shapes([seen('b'), grade('a', 'good')])).toEqual(['grade']);
  });

  it('is taken back last event first, with the cards that they are about', () => {
    const [deed] = deedsOf([startOf(), seen('a'), grade('a', 'good')]);
    expect(deed === undefined ? [] : undosOf(deed)).toEqual([
      { type: 'undo', target: 'd1s-2', card: 'a' },
      { type: 'undo', target: 'd1s-1', card: 'a' },
    ]);
  });
});
