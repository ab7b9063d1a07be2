import path from 'node:path';
import { type Converted, convertDeck } from '../deck/convert.ts';
import { EXIT, QuizError, reasonOf } from '../quiz-error.ts';
import { codeOf } from '../storage/disk.ts';
import { count } from '../terminal/format.ts';
import { type Context, readDeckAt } from './context.ts';
import { type OutlineFlags, outlineOptions } from './flag-values.ts';
import { noQuestions } from './no-questions.ts';
import { printable } from './printable.ts';

export interface ConvertFlags extends OutlineFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Writes a bank in the native format. */
export const runConvert = async (
  context: Context,
  bank: string,
  flags: ConvertFlags,
): Promise<void> => {
  const read = await readDeckAt(context, bank, outlineOptions(flags));
  if (read.deck.cards.length === 0) throw noQuestions(bank);
  const converted = convertDeck(read.assembled);
  const folder = path.resolve(context.cwd, flags.out);
  if (flags.dryRun !== true) writeFiles(context, folder, converted, flags.force === true);
  report(context, flags, converted);
};

const writeFiles = (
  { disk }: Context,
  folder: string,
  { files }: Converted,
  force: boolean,
): void => {
  const there = files.filter(({ name }) => disk.existsSync(path.join(folder, name)));
  if (there.length > 0 && !force) {
    throw new QuizError(
      `${count(there.length, 'file')} would be replaced in ${folder}: ${there
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', ')}${there.length > 3 ? ', ...' : ''}`,
      'give another folder, or --force to replace them; nothing was written',
      { exitCode: EXIT.usage },
    );
  }
  try {
    disk.mkdirSync(folder, { recursive: true });
    for (const { name, text } of files) {
      disk.writeFileSync(path.join(folder, name), text, { flag: force ? 'w' : 'wx', flush: true });
    }
  } catch (error) {
    throw new QuizError(
      `the deck cannot be written to ${folder}: ${reasonOf(error)}`,
      codeOf(error) === 'EEXIST'
        ? 'give a folder, and not a file'
        : 'give a folder that you can write to',
      { cause: error },
    );
  }
};

const report = (context: Context, flags: ConvertFlags, { files, inexact }: Converted): void => {
  for (const { name, cards } of files) {
    context.stdout.write(`${path.join(flags.out, name)}: ${count(cards, 'card')}\n`);
  }
  const total = files.reduce((sum, { cards }) => sum + cards, 0);
  const verb = flags.dryRun === true ? 'would be written' : 'written';
  context.stdout.write(
    `${count(total, 'card')} in ${count(files.length, 'file')} ${verb}, with ids.\n`,
  );
  if (inexact.length === 0) return;
  const [first] = inexact;
  context.stderr.write(
    `${count(inexact.length, 'card')} could not be written exactly as ${inexact.length === 1 ? 'it is' : 'they are'}, such as ${printable(first?.source.file ?? '')}:${first?.source.line}: a heading, a mark or a chapter there means something else in this format. Look it over.\n`,
  );
};
