import { RATINGS } from '../scheduler/memory.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import { toTimestamp } from '../scheduler/units.ts';
import { markOf } from '../session/random.ts';
import type { Disk } from './disk.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_EVENTS } from './import-json.ts';
import { type ImportRead, ProblemList } from './import-problems.ts';
import { readText } from './read-text.ts';
import { forEachReview, type Review } from './reviews-csv.ts';
import type { Staging } from './staging.ts';

/** What a CSV of reviews is read with. */
export interface CsvOptions {
  readonly progress: string;
  readonly rolloverHour: number;
}

const LAST_INSTANT = 8.64e15;
const MAX_ROW = 4096;

/**
 * Reads a CSV of reviews into one staged journal, `import-...`, whose name and ids come from its
 * content: the same file gives the same events, however often and on whatever device. A review
 * that is known already, by card, time and rating, is left out.
 */
export const stageCsv = (
  disk: Disk,
  file: string,
  staging: Staging,
  { progress, rolloverHour }: CsvOptions,
): ImportRead => {
  const problems = new ProblemList();
  const reviews = readReviews(disk, file, problems);
  if (problems.count > 0) return { events: reviews.length, problems };
  const known = new Set<string>();
  forEachReview(disk, progress, (review) => known.add(nameOf(review)));
  const fresh = reviews.filter((review) => {
    const name = nameOf(review);
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
  const session = markOf(reviews.map(nameOf).join('\n'));
  const device = `import-${session}`;
  fresh
    .toSorted((a, b) => a.t - b.t)
    .forEach(({ card, t, rating, ms }, index) => {
      const id = `${session}-${index.toString(36)}`;
      const day = studyDayOf(toTimestamp(t), rolloverHour);
      const event = { v: 1, id, device, session, t, day, type: 'grade', card };
      staging.add(device, JSON.stringify({ ...event, rating: RATINGS[rating - 1], ms }));
    });
  staging.finish();
  return { events: reviews.length, problems };
};

const nameOf = ({ card, t, rating }: Review): string => `${t} ${rating} ${card}`;

const readReviews = (disk: Disk, file: string, problems: ProblemList): readonly Review[] => {
  const reviews: Review[] = [];
  let columns: readonly string[] | undefined;
  let line = 0;
  for (const row of rowsOf(readText(disk, file, MAX_IMPORT_BYTES))) {
    line++;
    if (row.trim() === '') continue;
    const cells = row.length > MAX_ROW ? undefined : cellsOf(row);
    if (cells === undefined) problems.add(line, 'the row is too long or its quotes do not match');
    else if (columns === undefined) {
      columns = cells.map((cell) => cell.trim().toLowerCase());
      const missing = ['card_id', 'review_time', 'review_rating'].filter(
        (name) => !columns?.includes(name),
      );
      if (missing.length > 0) {
        problems.add(line, `the first row has no column ${missing.join(', ')}`);
        return reviews;
      }
    } else readReview(columns, cells, line, reviews, problems);
    if (line > MAX_IMPORT_EVENTS + 1) {
      problems.add(line, `there are more than ${MAX_IMPORT_EVENTS} rows`);
      return reviews;
    }
  }
  if (columns === undefined) problems.add(1, 'the file is empty');
  return reviews;
};

const readReview = (
  columns: readonly string[],
  cells: readonly string[],
  line: number,
  reviews: Review[],
  problems: ProblemList,
): void => {
  const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? '';
  const whole = (name: string, min: number, max: number, otherwise?: number): number => {
    const text = cell(name);
    const value =
      text === '' && otherwise !== undefined ? otherwise : Number(text === '' ? 'x' : text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    const found = JSON.stringify(text.slice(0, 40));
    problems.add(line, `${name}: ${found} is no whole number from ${min} to ${max}`);
    return min;
  };
  const card = cell('card_id');
  if (card === '' || card.length > 512) problems.add(line, 'card_id: 1 to 512 characters');
  reviews.push({
    card,
    t: whole('review_time', 0, LAST_INSTANT),
    rating: whole('review_rating', 1, 4),
    state: whole('review_state', 0, 4, 0),
    ms: whole('review_duration', 0, 1e12, 0),
  });
};

/** The rows of a text that comes in pieces. A line end inside quotes is none of ours. */
function* rowsOf(chunks: Iterable<string>): Generator<string> {
  let rest = '';
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_ROW) rest = rest.slice(0, MAX_ROW + 1);
    for (const line of lines) yield line.replace(/^\uFEFF|\r$/g, '');
  }
  if (rest !== '') yield rest.replace(/^\uFEFF|\r$/g, '');
}

const cellsOf = (row: string): readonly string[] | undefined => {
  const cells: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",]*)(,|$)/gy;
  for (;;) {
    const match = cell.exec(row);
    if (match === null) return undefined;
    const text = match[1] ?? '';
    cells.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (match[2] === '') return cells;
  }
};
