import { describe, expect, it } from 'vitest';
import { elapsedDays, grade, type ScheduleSettings } from '../../src/scheduler/schedule.ts';
import {
  formatStudyDay,
  parseStudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../../src/scheduler/study-day.ts';
import {
  type Timestamp,
  toProbability,
  toStudyDay,
  toTimestamp,
} from '../../src/scheduler/units.ts';
import { reviewMemory } from '../support/cards.ts';
import { day, instant, inZone } from '../support/events.ts';

/** The study day of a local time, as a date. */
const dateOf = (local: string, rolloverHour = 4): string =>
  formatStudyDay(studyDayOf(toTimestamp(new Date(local).getTime()), rolloverHour));

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
];

describe('a study day', () => {
  it.each([
    ['2026-11-24T03:59:59.999', '2026-11-23'],
    ['2026-11-24T04:00:00', '2026-11-24'],
    ['2026-11-24T23:59:59', '2026-11-24'],
    ['2026-11-25T00:30:00', '2026-11-24'],
  ])('that begins at 4:00 holds %s as %s', (local, date) => {
    expect(dateOf(local)).toBe(date);
  });

  it('that begins at midnight is the calendar date', () => {
    expect(dateOf('2026-11-24T00:00:00', 0)).toBe('2026-11-24');
    expect(dateOf('2026-11-23T23:59:59', 0)).toBe('2026-11-23');
  });

  // Clocks go forward on 2026-03-08 and 2026-03-29, and back on 2026-11-01 and 2026-10-25.
  it.each([
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
  ])(
    'begins at 4:00 of the clock on the wall in %s on %s, a day of 23 or 25 hours',
    (zone, date) => {
      inZone(zone, () => {
        expect(dateOf(`${date}T04:30:00`)).toBe(date);
        expect(dateOf(`${date}T04:00:00`)).toBe(date);
        expect(dateOf(`${date}T03:30:00`)).toBe(formatStudyDay(toStudyDay(day(date) - 1)));
        expect(studyDayOf(toTimestamp(startOfStudyDay(day(date), 4) - 1), 4)).toBe(day(date) - 1);
      });
    },
  );

  it('goes on over midnight in UTC, where that is in the evening', () => {
    inZone('America/New_York', () => {
      const before = instant('2026-11-24T23:59:00Z');
      const after = instant('2026-11-25T00:01:00Z');
      expect(studyDayOf(before, 4)).toBe(studyDayOf(after, 4));
      expect(formatStudyDay(studyDayOf(after, 4))).toBe('2026-11-24');
    });
  });

  it('ends between two evenings that are one date in UTC', () => {
    inZone('Asia/Kolkata', () => {
      const night = instant('2026-11-24T00:30:00Z');
      const evening = instant('2026-11-24T20:30:00Z');
      expect(studyDayOf(night, 4)).toBe(day('2026-11-24'));
      expect(studyDayOf(evening, 4)).toBe(day('2026-11-24'));
      expect(studyDayOf(toTimestamp(evening + 3 * HOUR), 4)).toBe(day('2026-11-25'));
    });
  });

  it('keeps two reviews of one evening on one day, whatever UTC says', () => {
    const settings: ScheduleSettings = { desiredRetention: toProbability(0.9), rolloverHour: 4 };
    inZone('America/New_York', () => {
      const at = (iso: string) => ({ at: instant(iso), day: studyDayOf(instant(iso), 4) });
      const first = grade(reviewMemory(), 'again', at('2026-11-24T23:59:00Z'), settings);
      expect(elapsedDays(first, at('2026-11-25T00:01:00Z').day)).toBe(0);
      expect(elapsedDays(first, at('2026-11-25T12:00:00Z').day)).toBe(1);
    });
  });
});

describe('the start of a study day', () => {
  it.each(ZONES)('is the first instant of that day in %s, for each day and rollover', (zone) => {
    inZone(zone, () => {
      const first = day('2026-01-01');
      for (let number: number = first; number < first + 366; number++) {
        for (const rollover of [0, 1, 2, 3, 4, 12, 23]) {
          const start = startOfStudyDay(toStudyDay(number), rollover);
          const found = [start, toTimestamp(start - 1)].map((at) => studyDayOf(at, rollover));
          if (found[0] !== number || found[1] !== number - 1) {
            expect({ number, rollover, found }).toEqual({
              number,
              rollover,
              found: [number, number - 1],
            });
          }
        }
      }
    });
  });

  it.each(ZONES)(
    'comes later for a later day in %s, and no hour goes back to the day before',
    (zone) => {
      inZone(zone, () => {
        let last = Number.NEGATIVE_INFINITY;
        const end = instant('2027-01-01T00:00:00Z');
        for (
          let at: Timestamp = instant('2026-01-01T00:00:00Z');
          at < end;
          at = toTimestamp(at + HOUR / 2)
        ) {
          const number = studyDayOf(at, 4);
          if (number < last) expect(number).toBeGreaterThanOrEqual(last);
          last = number;
        }
      });
    },
  );
});

describe('the date of a study day', () => {
  it('is read and written in the same way', () => {
    for (const date of ['1970-01-01', '1969-12-31', '2024-02-29', '2026-11-24', '9999-12-31']) {
      expect(formatStudyDay(day(date))).toBe(date);
    }
    expect(day('1970-01-01')).toBe(0);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '24.11.2026',
    'tomorrow',
    '',
    ' 2026-11-24',
    '2026-11-24T00:00',
  ])('is not %j', (text) => {
    expect(parseStudyDay(text)).toBeUndefined();
  });
});
