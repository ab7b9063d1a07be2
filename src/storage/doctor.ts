import path from 'node:path';
import { DAY_MS, type Timestamp } from '../scheduler/units.ts';
import type { Disk } from './disk.ts';
import { type Damage, deviceOf, JournalReader, listJournals, START } from './journal.ts';
import type { Paths } from './paths.ts';

/** Something that was found. A note needs nothing to be done. */
export interface Finding {
  readonly code: string;
  readonly severity: 'problem' | 'note';
  readonly message: string;
  /** What to do about it; empty for a note that says it all. */
  readonly help: string;
  /** It was put right: only what is derived from the journals ever is. */
  readonly repaired?: boolean;
}

/** What a journal has in it. */
export interface JournalReport {
  readonly device: string;
  readonly events: number;
  readonly unknown: number;
  readonly damaged: number;
  readonly latest: string | null;
}

/** Less than this is soon used up, and a disk that is full loses what is done on it. */
const SMALL_SPACE = 20 * 1024 * 1024;

/** Reads every journal to its end; what cannot be read is handed over. */
export const readJournals = (
  disk: Disk,
  paths: Paths,
  onDamaged: (damage: Damage) => void,
): readonly JournalReport[] =>
  listJournals(disk, paths.progress).map((device) => {
    const reader = new JournalReader(disk, paths.progress, device, START);
    let [events, unknown] = [0, 0];
    for (let entry = reader.next(); entry !== undefined; entry = reader.next()) {
      events++;
      if ('unknown' in entry.event) unknown++;
    }
    const { maxT } = reader.cursor;
    const { damage } = reader;
    if (damage.count > 0) onDamaged(damage);
    const latest = events === 0 ? null : new Date(maxT).toISOString();
    return { device, events, unknown, damaged: damage.count, latest };
  });

/** What the journals themselves give to say. */
export const journalFindings = (
  journals: readonly JournalReport[],
  folded: number,
  now: Timestamp,
): readonly Finding[] => {
  const sum = (part: 'events' | 'unknown' | 'damaged'): number =>
    journals.reduce((total, journal) => total + journal[part], 0);
  const note = (code: string, message: string, help = ''): Finding => ({
    code,
    severity: 'note',
    message,
    help,
  });
  const findings: Finding[] = [];
  if (sum('damaged') > 0) {
    const help = 'nothing has to be done: copies of them are kept in the folder damaged';
    findings.push(note('damaged-lines', `${sum('damaged')} lines could not be read`, help));
  }
  if (sum('unknown') > 0) {
    const help = 'they are kept as they are; update llm-quiz to use them';
    findings.push(note('unknown-events', `${sum('unknown')} events are of a newer version`, help));
  }
  if (sum('events') > folded) {
    const message = `${sum('events') - folded} events are there more than once, and count once`;
    findings.push(note('duplicates', message));
  }
  for (const { device, latest } of journals) {
    if (latest === null || Date.parse(latest) <= now + DAY_MS) continue;
    const message = `reviews of device ${device} are dated in the future, up to ${latest.slice(0, 10)}`;
    findings.push(
      note('future', message, 'they count as they are; set the clock of that computer right'),
    );
  }
  return findings;
};

/** Looks at every file and folder of progress: links, permissions, and what does not belong there. */
export const fileFindings = (disk: Disk, paths: Paths): readonly Finding[] => {
  const roots = [...new Set([paths.data, paths.cache])];
  const inner = [paths.progress, paths.damaged, paths.backups, path.join(paths.data, 'devices')];
  return [...new Set([...roots, ...inner])].flatMap((folder) => [
    ...entryFindings(disk, folder, roots.includes(folder)),
    ...namesIn(disk, folder).flatMap((name) => [
      ...(isFolder(disk, path.join(folder, name))
        ? []
        : entryFindings(disk, path.join(folder, name), false)),
      ...nameFindings(disk, folder, name, paths),
    ]),
  ]);
};

const entryFindings = (disk: Disk, file: string, isRoot: boolean): readonly Finding[] => {
  const stat = lstatOf(disk, file);
  if (stat === undefined) return [];
  if (stat.isSymbolicLink()) {
    const message = `${file} is a symbolic link`;
    const help =
      'nothing is written through it where it leads out of the folder; replace it by what it leads to';
    return isRoot ? [] : [{ code: 'link', severity: 'problem', message, help }];
  }
  // Windows has no such bits: there all of them are always set for files.
  if ((stat.mode & 0o077) === 0 || path.sep === '\\') return [];
  const message = `others may look into ${file} (${(stat.mode & 0o777).toString(8)})`;
  const help = `chmod ${stat.isDirectory() ? 700 : 600} ${JSON.stringify(file)}`;
  return [{ code: 'permissions', severity: 'problem', message, help }];
};

const UNFINISHED = /^\.(?:unfinished|staging)-|\.tmp(?:-\w+)?$|^snapshot-[0-9a-f]+\.json$/;

const nameFindings = (
  disk: Disk,
  folder: string,
  name: string,
  paths: Paths,
): readonly Finding[] => {
  const file = path.join(folder, name);
  if (UNFINISHED.test(name)) {
    const message = `${file} was left by a run that was cut short`;
    const help = 'nothing reads it; it may be deleted when no llm-quiz is running';
    return [{ code: 'unfinished', severity: 'note', message, help }];
  }
  if (folder !== paths.progress) return [];
  if (deviceOf(name) !== undefined) return kindFindings(disk, file);
  const message = `${file} is no journal by its name, so reviews in it are not read`;
  const help =
    'a sync tool makes such copies: move it to an empty folder under the name of its journal, and run llm-quiz sync FOLDER';
  return [{ code: 'stray', severity: 'problem', message, help }];
};

/** A link is told of already. */
const kindFindings = (disk: Disk, file: string): readonly Finding[] => {
  const stat = lstatOf(disk, file);
  if (stat === undefined || stat.isFile() || stat.isSymbolicLink()) return [];
  const message = `${file} has the name of a journal and is no file, so nothing is read from it`;
  return [{ code: 'stray', severity: 'problem', message, help: 'move it out of that folder' }];
};

/** The free space where progress is kept. */
export const spaceFindings = (
  disk: Disk,
  paths: Paths,
): { readonly free: number | null; readonly findings: readonly Finding[] } => {
  try {
    const { bavail, bsize } = disk.statfsSync(paths.data);
    const free = bavail * bsize;
    if (free >= SMALL_SPACE) return { free, findings: [] };
    const message = `only ${(free / 1024 / 1024).toFixed(1)} MB are free where progress is kept`;
    const help = 'free some space: a full disk cannot keep what you do';
    return { free, findings: [{ code: 'space', severity: 'problem', message, help }] };
  } catch {
    return { free: null, findings: [] };
  }
};

/** Whether this device's journal, where it has one, can be written. */
export const writeFindings = (disk: Disk, paths: Paths, device: string): readonly Finding[] => {
  const file = path.join(paths.progress, `${device}.jsonl`);
  if (device === '' || lstatOf(disk, file) === undefined) return [];
  try {
    disk.closeSync(disk.openSync(file, 'r+'));
    return [];
  } catch {
    const message = `${file} cannot be written`;
    const help = 'allow writing there, or set LLM_QUIZ_HOME to a folder that you can write to';
    return [{ code: 'read-only', severity: 'problem', message, help }];
  }
};

const namesIn = (disk: Disk, folder: string): readonly string[] => {
  try {
    return disk.readdirSync(folder);
  } catch {
    return [];
  }
};

const isFolder = (disk: Disk, file: string): boolean => lstatOf(disk, file)?.isDirectory() === true;

const lstatOf = (disk: Disk, file: string) => {
  try {
    return disk.lstatSync(file);
  } catch {
    return undefined;
  }
};
