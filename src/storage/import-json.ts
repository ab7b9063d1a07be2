import { checkEvent } from '../progress/check-event.ts';
import type { EventHead } from '../progress/events.ts';
import { QuizError } from '../quiz-error.ts';
import type { Disk } from './disk.ts';
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

/** Something in an import that is not right, and where. */
export interface ImportProblem {
  readonly line: number;
  readonly message: string;
}

export interface ImportRead {
  readonly events: number;
  /** All problems; where there is one, nothing is imported. */
  readonly problems: readonly ImportProblem[];
}

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
  const problems: ImportProblem[] = [];
  const elsewhere = foreignIds(disk, progress);
  let events = 0;
  const visit = (item: JsonItem): void => {
    events++;
    if (events > MAX_IMPORT_EVENTS) {
      throw new JsonProblem(`there are more than ${MAX_IMPORT_EVENTS} events`, item.line);
    }
    const value = parse(item.text);
    const found = value === undefined ? ['it is no JSON'] : checkEvent(value);
    problems.push(...found.map((message) => ({ line: item.line, message })));
    if (problems.length > 0 || elsewhere.has((value as EventHead).id)) return;
    staging.add((value as EventHead).device, JSON.stringify(value));
    if (staging.devices > MAX_DEVICES)
      throw new JsonProblem('there are too many devices', item.line);
  };
  const items = new JsonItems('events', MAX_EVENT, visit);
  try {
    for (const text of readText(disk, file, MAX_IMPORT_BYTES)) items.write(text);
    problems.push(...headProblems(items.head()));
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    problems.push({ line: error.line, message: error.message });
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

const headProblems = (head: unknown): readonly ImportProblem[] => {
  const at = (message: string): readonly ImportProblem[] => [{ line: 1, message }];
  if (typeof head !== 'object' || head === null || Array.isArray(head)) {
    return at('it is no export of llm-quiz: it should be an object');
  }
  const { schema, events } = head as { readonly schema?: unknown; readonly events?: unknown };
  if (schema !== EXPORT_SCHEMA) {
    const found = typeof schema === 'string' ? JSON.stringify(schema.slice(0, 80)) : 'none';
    return at(
      `it is no export that this version reads: schema is ${found}, not "${EXPORT_SCHEMA}"`,
    );
  }
  return Array.isArray(events) ? [] : at('it has no list "events"');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The error of an import with problems: all of them, up to a number that a person can read. */
export const importError = (file: string, problems: readonly ImportProblem[]): QuizError => {
  const SHOWN = 200;
  const lines = problems.slice(0, SHOWN).map(({ line, message }) => `  line ${line}: ${message}`);
  const more = problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : [];
  return new QuizError(
    [`${file} cannot be imported:`, ...lines, ...more].join('\n'),
    'nothing was changed; mend the file, or export it again',
  );
};
