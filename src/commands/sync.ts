import path from 'node:path';
import type { Command } from 'commander';
import type { JournalPlan, Side } from '../storage/sync-folders.ts';
import { count } from '../terminal/format.ts';
import { type Context, openStore, pathsOf, tellNotices } from './context.ts';
import { explain } from './help.ts';

interface SyncFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const addSync = (program: Command, context: Context): void => {
  explain(program.command('sync'), {
    summary: 'merge progress with a folder, both ways',
    examples: ['llm-quiz sync /media/stick/llm-quiz', 'llm-quiz sync ~/Dropbox/llm-quiz --dry-run'],
    notes: ['Every event of both sides is kept, on both sides; nothing is taken away.'],
  })
    .argument('<dir>', 'a folder on a stick, in a synced folder or a repository, or a backup')
    .option('--dry-run', 'only say what would be merged')
    .option('--json', 'as JSON, schema llm-quiz/sync/1')
    .action((dir: string, flags: SyncFlags) => runSync(context, dir, flags));
};

const runSync = async (context: Context, dir: string, flags: SyncFlags): Promise<void> => {
  const { disk } = context;
  const paths = pathsOf(context);
  const { bring, findOther, planSync } = await import('../storage/sync-folders.ts');
  const store = openStore(context);
  const folder = path.resolve(context.cwd, dir);
  const theirs = findOther(disk, folder, paths.progress);
  const plans = planSync(disk, paths.progress, theirs.progress);
  if (flags.dryRun !== true) {
    const ours: Side = { root: paths.data, progress: paths.progress };
    if (plans.some((plan) => plan.ours.kind === 'merge')) {
      const { makeBackup } = await import('../storage/backup.ts');
      makeBackup(disk, paths, 'sync', context.clock.now());
    }
    const mark = context.randomHex(6);
    bring(disk, ours, theirs.progress, needs(plans, 'ours'), mark);
    // What the other side needs now is counted again: ours may have been merged into another order.
    const after = planSync(disk, paths.progress, theirs.progress);
    bring(disk, theirs, paths.progress, needs(after, 'theirs'), mark);
    store.refresh();
  }
  tellNotices(context, store);
  report(context, folder, plans, flags);
};

const needs = (plans: readonly JournalPlan[], side: 'ours' | 'theirs') =>
  new Map(plans.map((plan) => [plan.device, plan[side]]));

const report = (
  { stdout }: Context,
  folder: string,
  plans: readonly JournalPlan[],
  { dryRun = false, json = false }: SyncFlags,
): void => {
  const lines = (side: 'ours' | 'theirs'): number =>
    plans.reduce((sum, plan) => {
      const need = plan[side];
      return sum + (need.kind === 'nothing' ? 0 : need.lines);
    }, 0);
  const [brought, taken] = [lines('ours'), lines('theirs')];
  if (json) {
    const journals = plans.map(({ device, ours, theirs }) => ({
      device,
      toHere: ours.kind === 'nothing' ? 0 : ours.lines,
      toThere: theirs.kind === 'nothing' ? 0 : theirs.lines,
      diverged: ours.kind === 'merge' || theirs.kind === 'merge',
    }));
    const value = { schema: 'llm-quiz/sync/1', folder, dryRun, journals };
    stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
    return;
  }
  if (brought === 0 && taken === 0) {
    stdout.write(`Nothing to merge: ${folder} has the same progress.\n`);
    return;
  }
  const what = `${count(brought, 'event')} here and ${count(taken, 'event')} there`;
  stdout.write(
    dryRun
      ? `Would bring ${what}. Nothing was changed.\n`
      : `Brought ${what}; both have the same now.\n`,
  );
};
