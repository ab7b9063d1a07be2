import path from 'node:path';
import { EXIT, QuizError } from '../quiz-error.ts';
import { cannotWrite, codeOf, type Disk } from './disk.ts';
import { journalFile, listJournals } from './journal.ts';
import { makeFolderInside } from './safe-files.ts';
import { type Need, needOf, unite } from './union.ts';

/** What one journal needs on each side to be the same on both. */
export interface JournalPlan {
  readonly device: string;
  /** What comes from the other folder into ours. */
  readonly ours: Need;
  /** What goes from ours into the other folder. */
  readonly theirs: Need;
}

/** The folder of journals that a person means: the folder itself, or `progress` in it. */
export interface OtherFolder {
  readonly root: string;
  readonly progress: string;
}

/**
 * Finds the journals at a path. A folder that is not there is not made: it may be a stick that is
 * not mounted. Throws a QuizError.
 */
export const findOther = (disk: Disk, folder: string, own: string): OtherFolder => {
  if (!isFolder(disk, folder)) {
    throw usage(`there is no folder ${folder}`, 'make it first, or mount what it is on');
  }
  const inside = path.join(folder, 'progress');
  const isPlain =
    !isFolder(disk, inside) &&
    (path.basename(folder) === 'progress' || listJournals(disk, folder).length > 0);
  const progress = isPlain ? folder : inside;
  const [real, realOwn] = [realpathOf(disk, progress), realpathOf(disk, own)];
  if (real !== undefined && real === realOwn) {
    throw usage(
      `${folder} is where your progress is kept already`,
      'give the folder to merge with: on a stick, in a synced folder, or a copy',
    );
  }
  return { root: folder, progress };
};

/**
 * What a merge of two folders of journals has to do. It reads only. Throws a QuizError where a
 * journal of the other folder is a link: who made it may want any file of this person brought over.
 */
export const planSync = (disk: Disk, ours: string, theirs: string): readonly JournalPlan[] => {
  for (const device of listJournals(disk, theirs)) {
    const file = journalFile(theirs, device);
    if (!disk.lstatSync(file).isSymbolicLink()) continue;
    throw new QuizError(
      `${file} is a symbolic link: it is neither read nor written through`,
      'replace it by the file that it leads to, or remove it; nothing was changed',
    );
  }
  const devices = new Set([...listJournals(disk, ours), ...listJournals(disk, theirs)]);
  return [...devices].toSorted().map((device) => {
    const [mine, other] = [journalFile(ours, device), journalFile(theirs, device)];
    return {
      device,
      ours: needOf(disk, mine, other),
      theirs: needOf(disk, other, mine),
    };
  });
};

/** Where journals are merged to, and the root that no link may lead out of. */
export interface Side {
  readonly root: string;
  readonly progress: string;
}

/**
 * Adds to one side what it lacks of the other. Throws a QuizError; what was done by then is whole,
 * and the next time goes on from there.
 */
export const bring = (
  disk: Disk,
  to: Side,
  from: string,
  needs: ReadonlyMap<string, Need>,
  mark: string,
): void => {
  const wanted = [...needs].filter(([, { kind }]) => kind !== 'nothing');
  if (wanted.length === 0) return;
  makeFolderInside(disk, to.root, to.progress);
  for (const [device, need] of wanted) {
    const file = journalFile(to.progress, device);
    try {
      unite(disk, file, journalFile(from, device), need, mark);
    } catch (error) {
      throw cannotWrite(file, error);
    }
  }
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const isFolder = (disk: Disk, folder: string): boolean => {
  try {
    return disk.statSync(folder).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
};

const realpathOf = (disk: Disk, file: string): string | undefined => {
  try {
    return disk.realpathSync(file);
  } catch {
    return undefined;
  }
};
