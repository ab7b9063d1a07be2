import { formatNumber } from './format.ts';
import { clip } from './text.ts';

/** How far some long work is. */
export interface WorkState {
  /** What is done, such as "Reading the deck". */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** What is counted, such as "files"; bytes are told in megabytes. */
  readonly unit: string;
  /** Milliseconds of a clock that never goes back, when it began. */
  readonly startedAt: number;
}

const BAR = 20;
const MEGABYTE = 1_000_000;

/**
 * Long work as one line that fits a window: bar, share, rate and the time that is left. All of it
 * is ASCII and without colour, as nobody's flags are known where it is drawn.
 *
 * @param now milliseconds of the clock that `startedAt` is of
 */
export const progressLine = (state: WorkState, now: number, columns: number): string => {
  const { what, total } = state;
  const done = Math.min(state.done, total);
  const share = total === 0 ? 0 : done / total;
  const filled = Math.round(share * BAR);
  const bar = '#'.repeat(filled) + '-'.repeat(BAR - filled);
  const seconds = Math.max(0, now - state.startedAt) / 1_000;
  const rate = seconds === 0 ? 0 : done / seconds;
  const facts = [`${Math.floor(share * 100)} %`, ...(rate === 0 ? [] : pace(state, rate, done))];
  return clip(`${what}  [${bar}]  ${facts.join(', ')}`, columns - 1, '...');
};

const pace = ({ unit, total }: WorkState, rate: number, done: number): readonly string[] => {
  const each =
    unit === 'bytes'
      ? `${(rate / MEGABYTE).toFixed(1)} MB a second`
      : `${formatNumber(Math.round(rate))} ${unit} a second`;
  const left = Math.ceil((total - done) / rate);
  return [each, left < 120 ? `${left} s left` : `${Math.round(left / 60)} min left`];
};
