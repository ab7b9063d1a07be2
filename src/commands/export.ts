import path from 'node:path';
import type { Command } from 'commander';
import { QuizError, reasonOf } from '../quiz-error.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { count } from '../terminal/format.ts';
import { type Context, openStore, pathsOf, tellNotices } from './context.ts';
import { explain } from './help.ts';
import { usage } from './progress-tools.ts';

interface ExportFlags {
  readonly csv?: boolean;
  readonly force?: boolean;
}

/** Characters that are written at once. */
const PIECE = 1 << 16;

/** Rows of a CSV that are joined at once. */
const ROWS = 1000;

export const addExport = (program: Command, context: Context): void => {
  explain(program.command('export'), {
    summary: 'write all progress as JSON, or reviews as CSV',
    examples: ['llm-quiz export progress.json', 'llm-quiz export --csv > reviews.csv'],
    notes: [
      'The JSON has schema llm-quiz/export/1 (docs/export.schema.json).',
      'llm-quiz import reads both.',
    ],
  })
    .argument('[file]', 'where to; standard output if left out')
    .option('--csv', 'reviews as optimisers of FSRS read them')
    .option('--force', 'replace the file where there is one')
    .action((file: string | undefined, flags: ExportFlags) => runExport(context, file, flags));
};

const runExport = async (
  context: Context,
  file: string | undefined,
  flags: ExportFlags,
): Promise<void> => {
  const store = openStore(context);
  tellNotices(context, store);
  const chunks = await contentOf(context, flags);
  if (file === undefined) {
    for (const chunk of batches(chunks)) context.stdout.write(chunk);
    return;
  }
  await writeTo(context, path.resolve(context.cwd, file), chunks, flags, store);
};

const contentOf = async (context: Context, { csv }: ExportFlags): Promise<Iterable<string>> => {
  const { disk } = context;
  const { progress } = pathsOf(context);
  if (csv === true) {
    const { CSV_HEADER, forEachReview, formatReview } = await import('../storage/reviews-csv.ts');
    // In large pieces: a million rows would be a million texts.
    const pieces: string[] = [];
    let rows = [CSV_HEADER];
    forEachReview(disk, progress, (review) => {
      rows.push(formatReview(review));
      if (rows.length < ROWS) return;
      pieces.push(`${rows.join('\n')}\n`);
      rows = [];
    });
    if (rows.length > 0) pieces.push(`${rows.join('\n')}\n`);
    return pieces;
  }
  const { exportJson } = await import('../storage/export-json.ts');
  return exportJson(disk, progress, {
    program: context.version,
    exportedAt: new Date(context.clock.now()).toISOString(),
  });
};

const writeTo = async (
  context: Context,
  file: string,
  chunks: Iterable<string>,
  { force }: ExportFlags,
  { ledger }: ProgressStore,
): Promise<void> => {
  const { replaceFile, writeNewFile } = await import('../storage/safe-files.ts');
  const { codeOf } = await import('../storage/disk.ts');
  try {
    if (force === true) replaceFile(context.disk, file, batches(chunks), context.randomHex(4));
    else writeNewFile(context.disk, file, batches(chunks));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      throw usage(`${file} is there already`, 'give another name, or --force to replace it');
    }
    throw new QuizError(
      `${file} cannot be written: ${reasonOf(error)}`,
      'nothing was left there; give a place that you can write to',
      { cause: error },
    );
  }
  context.stdout.write(`Wrote ${count(ledger.events, 'event')} to ${file}.\n`);
};

/** Larger pieces out of many small ones. */
function* batches(chunks: Iterable<string>): Generator<string> {
  let batch = '';
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < PIECE) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
