import type { Disk } from './disk.ts';
import { EXPORT_SCHEMA } from './import-json.ts';
import { journalFile, listJournals } from './journal.ts';
import { isEventLine } from './line-fields.ts';
import { linesOf } from './union.ts';

/** What stands at the head of an export. */
export interface ExportHead {
  readonly program: string;
  readonly exportedAt: string;
}

/**
 * All events as JSON, one a line, journal after journal and in the order of each: unknown ones
 * of later versions as they stand, damaged lines not. In pieces, as a history may be long.
 *
 * @see docs/export.schema.json
 */
export function* exportJson(disk: Disk, folder: string, head: ExportHead): Generator<string> {
  yield `${JSON.stringify({ schema: EXPORT_SCHEMA, ...head }).slice(0, -1)},"events":[`;
  let separator = '\n';
  for (const device of listJournals(disk, folder)) {
    for (const line of linesOf(disk, journalFile(folder, device))) {
      if (!isEventLine(line)) continue;
      yield `${separator}${line.trim()}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}
