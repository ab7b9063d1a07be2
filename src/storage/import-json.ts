import { checkEvent } from '../progress/check-event.ts';
import type { EventHead } from '../progress/events.ts';
import type { Disk } from './disk.ts';
import { type ImportRead, ProblemList } from './import-problems.ts';
import { journalFile, listJournals } from './journal.ts';
import { type JsonItem, JsonItems, JsonProblem } from './json-items.ts';
import { idIn } from './line-fields.ts';
import { readText } from './read-text.ts';
import type { Staging } from './staging.ts';
import { linesOf } from './union.ts';

export const EXPORT_SCHEMA = 'llm-quiz/export/1';

/** Larger files are refused: a history of a million reviews is less than half of it. */
export const MAX_IMPORT_BYTES = 1 << 29;
/** Events of one file, at most. */
export const MAX_IMPORT_EVENTS = 2_000_000;
/** Characters of one event, at most. */
const MAX_EVENT = 1 << 20;
/** Devices in one file, at most: each is an open file. */
const MAX_DEVICES = 200;

/**
 * Reads an export into staged journals, one a device. Every event is checked, all problems are
 * listed, and neither the file nor its events are ever in memory as a whole.
 */
export const stageJson = (
  disk: Disk,
  file: string,
  staging: Staging,
  progress: string,
): ImportRead => {
  const problems = new ProblemList();
  const elsewhere = foreignIds(disk, progress);
  let events = 0;
  const visit = (item: JsonItem): void => {
    events++;
    if (events > MAX_IMPORT_EVENTS) {
      throw new JsonProblem(`there are more than ${MAX_IMPORT_EVENTS} events`, item.line);
    }
    const value = item.isObject ? parse(item.text) : undefined;
    for (const message of problemsOf(item, value)) problems.add(item.line, message);
    if (problems.count > 0 || elsewhere.has((value as EventHead).id)) return;
    staging.add((value as EventHead).device, JSON.stringify(value));
    if (staging.devices > MAX_DEVICES)
      throw new JsonProblem('there are too many devices', item.line);
  };
  const items = new JsonItems('events', MAX_EVENT, visit);
  try {
    for (const text of readText(disk, file, MAX_IMPORT_BYTES)) items.write(text);
    for (const message of headProblems(items.head())) problems.add(1, message);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    problems.add(error.line, error.message);
  }
  staging.finish();
  return { events, problems };
};

/** Ids of events that stand in the journal of another device than their own: copies, made by hand. */
const foreignIds = (disk: Disk, folder: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const device of listJournals(disk, folder)) {
    for (const line of linesOf(disk, journalFile(folder, device))) {
      if (!line.includes(`"device":"${device}"`)) ids.add(idIn(line) ?? '');
    }
  }
  return ids;
};

const problemsOf = ({ isObject }: JsonItem, value: unknown): readonly string[] => {
  if (!isObject) return ['a value in the list is no object'];
  return value === undefined ? ['it is no JSON'] : checkEvent(value);
};

const headProblems = (head: unknown): readonly string[] => {
  if (typeof head !== 'object' || head === null || Array.isArray(head)) {
    return ['it is no export of llm-quiz: it should be an object'];
  }
  const { schema, events } = head as { readonly schema?: unknown; readonly events?: unknown };
  if (schema !== EXPORT_SCHEMA) {
    const found = typeof schema === 'string' ? JSON.stringify(schema.slice(0, 80)) : 'none';
    return [`it is no export that this version reads: schema is ${found}, not "${EXPORT_SCHEMA}"`];
  }
  return Array.isArray(events) ? [] : ['it has no list "events"'];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
