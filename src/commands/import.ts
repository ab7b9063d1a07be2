import path from 'node:path';
import type { Command } from 'commander';
import type { ImportRead } from '../storage/import-problems.ts';
import type { Staging } from '../storage/staging.ts';
import { count } from '../terminal/format.ts';
import { type Context, openStore, pathsOf, tellNotices } from './context.ts';
import { explain } from './help.ts';
import { showWork, tellReads } from './long-work.ts';

interface ImportFlags {
  readonly csv?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const addImport = (program: Command, context: Context): void => {
  explain(program.command('import'), {
    summary: 'add the progress of an export: JSON or CSV',
    examples: ['llm-quiz import progress.json --dry-run', 'llm-quiz import reviews.csv'],
    notes: ['Events that are here already change nothing: importing twice is once.'],
  })
    .argument('<file>', 'what llm-quiz export wrote; names in .csv are read as CSV')
    .option('--csv', 'read it as CSV, whatever its name')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'as JSON, schema llm-quiz/import/1')
    .action((file: string, flags: ImportFlags) => runImport(context, file, flags));
};

const runImport = async (context: Context, name: string, flags: ImportFlags): Promise<void> => {
  const { disk, clock } = context;
  const paths = pathsOf(context);
  const store = openStore(context);
  tellNotices(context, store);
  const file = path.resolve(context.cwd, name);
  const { Staging } = await import('../storage/staging.ts');
  const { importError } = await import('../storage/import-problems.ts');
  const { bring, planSync } = await import('../storage/sync-folders.ts');
  const wasThere = disk.existsSync(paths.data);
  const staging = new Staging(disk, paths.data, context.randomHex(6));
  try {
    const isCsv = flags.csv === true || /\.csv$/i.test(name);
    const read = await stage(context, file, staging, isCsv, store.ledger.settings.rolloverHour);
    if (read.problems.count > 0) throw importError(name, read.problems);
    const needs = new Map(
      planSync(disk, paths.progress, staging.folder).map(({ device, ours }) => [device, ours]),
    );
    const added = [...needs.values()].reduce(
      (sum, need) => sum + (need.kind === 'nothing' ? 0 : need.lines),
      0,
    );
    let backup: string | undefined;
    if (flags.dryRun !== true && added > 0) {
      const { makeBackup } = await import('../storage/backup.ts');
      backup = makeBackup(disk, paths, 'import', clock.now());
      const side = { root: paths.data, progress: paths.progress };
      bring(disk, side, staging.folder, needs, context.randomHex(6));
      store.refresh();
      tellNotices(context, store);
    }
    report(context, name, { read: read.events, added, backup }, flags);
  } finally {
    staging.remove();
    if (!wasThere) removeEmpty(context);
  }
};

const stage = async (
  context: Context,
  file: string,
  staging: Staging,
  isCsv: boolean,
  rolloverHour: number,
): Promise<ImportRead> => {
  const { progress } = pathsOf(context);
  const { stageJson } = await import('../storage/import-json.ts');
  const { stageCsv } = await import('../storage/import-csv.ts');
  return showWork(context, `Reading ${path.basename(file)}`, 'bytes', (onProgress) => {
    const disk = tellReads(context.disk, () => context.disk.statSync(file).size, onProgress);
    return isCsv
      ? stageCsv(disk, file, staging, { progress, rolloverHour })
      : stageJson(disk, file, staging, progress);
  });
};

/** A dry run, or an import that was refused, leaves no trace where there was nothing before. */
const removeEmpty = (context: Context): void => {
  const { data } = pathsOf(context);
  if (context.disk.readdirSync(data).length === 0) {
    context.disk.rmSync(data, { recursive: true, force: true });
  }
};

const report = (
  { stdout }: Context,
  name: string,
  { read, added, backup }: { read: number; added: number; backup: string | undefined },
  { dryRun = false, json = false }: ImportFlags,
): void => {
  if (json) {
    const value = { schema: 'llm-quiz/import/1', file: name, dryRun, read, added };
    stdout.write(`${JSON.stringify({ ...value, backup: backup ?? null }, undefined, 2)}\n`);
    return;
  }
  const from = `${count(read, 'event')} in ${name}`;
  if (added === 0) stdout.write(`${from}: all of them are here already. Nothing was changed.\n`);
  else if (dryRun) stdout.write(`${from}: ${added} would be added. Nothing was changed.\n`);
  else {
    stdout.write(`${from}: ${added} added.\n`);
    if (backup !== undefined) stdout.write(`Your progress from before is kept in ${backup}.\n`);
  }
};
