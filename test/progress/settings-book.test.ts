import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrder } from '../../src/progress/order.ts';
import { SettingsBook } from '../../src/progress/settings-book.ts';
import { toTimestamp } from '../../src/scheduler/units.ts';

const change = fc
  .record({
    t: fc.nat({ max: 9 }),
    offset: fc.nat({ max: 99 }),
    key: fc.constantFrom('newPerDay', 'reviewsPerDay'),
    value: fc.nat({ max: 50 }),
  })
  .map(({ t, offset, ...what }) => ({
    order: { t: toTimestamp(t), device: 'here', offset },
    ...what,
  }));
const changes = fc
  .uniqueArray(change, { selector: ({ order }) => `${order.t} ${order.offset}` })
  .map((made) => made.toSorted((a, b) => compareOrder(a.order, b.order)));

describe('the settings at a time', () => {
  it('are the last that were made up to it', () => {
    fc.assert(
      fc.property(changes, change, (made, { order }) => {
        const before = made.filter(
          (one) => one.key === 'newPerDay' && compareOrder(one.order, order) <= 0,
        );
        const expected = before.at(-1)?.value ?? 10;
        expect(new SettingsBook(made).at(order).newPerDay).toBe(expected);
      }),
    );
  });

  it('follow changes one by one as they do all at once, as long as none comes late', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const book = new SettingsBook([]);
        for (const one of made) expect(book.add(one)).toBe(true);
        expect(book.now).toEqual(new SettingsBook(made).now);
      }),
    );
  });

  it('say that a change comes late', () => {
    const at = (t: number) => ({ t: toTimestamp(t), device: 'here', offset: 0 });
    const book = new SettingsBook([{ order: at(5), key: 'newPerDay', value: 3 }]);
    expect(book.add({ order: at(4), key: 'newPerDay', value: 7 })).toBe(false);
  });
});
