import { decodeEvent } from '../progress/events.ts';
import { isEscaped } from './lines.ts';

/** What a Date can hold. */
const LAST_INSTANT = 8.64e15;

/** The text behind a key of a line, up to its end; by far the most lines have no blank there. */
const after = (line: string, tight: string, loose: RegExp): number => {
  const at = line.indexOf(tight);
  if (at >= 0) return at + tight.length;
  const match = loose.exec(line);
  return match === null ? -1 : match.index + match[0].length;
};

/**
 * The time of a journal's line, without parsing it. Quotes in a text are escaped, so `"t":` can
 * only be a key.
 */
export const timeIn = (line: string): number | undefined => {
  const from = after(line, '"t":', /"t"\s*:\s*/);
  if (from < 0) return undefined;
  const time = Number.parseInt(line.slice(from, from + 18), 10);
  return Math.abs(time) <= LAST_INSTANT ? time : undefined;
};

/** The type of a journal's line, without parsing it. */
export const typeIn = (line: string): string | undefined =>
  stringAt(line, after(line, '"type":"', /"type"\s*:\s*"/));

/** The card of a journal's line, without parsing it. */
export const cardIn = (line: string): string | undefined =>
  stringAt(line, after(line, '"card":"', /"card"\s*:\s*"/));

/** The id of a journal's line, without parsing it. */
export const idIn = (line: string): string | undefined =>
  stringAt(line, after(line, '"id":"', /"id"\s*:\s*"/));

const stringAt = (line: string, from: number): string | undefined => {
  if (from < 0) return undefined;
  let end = line.indexOf('"', from);
  if (end < 0) return undefined;
  if (!line.slice(from, end).includes('\\')) return line.slice(from, end);
  while (end >= 0 && isEscaped(line, end)) end = line.indexOf('"', end + 1);
  try {
    return String(JSON.parse(`"${line.slice(from, end)}"`));
  } catch {
    return undefined;
  }
};

/** Whether a line is an event, of this or of a later version. */
export const isEventLine = (line: string): boolean => decodeEvent(line) !== undefined;
