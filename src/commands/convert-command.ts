import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { ConvertFlags } from './convert.ts';
import { addOutlineFlags } from './selection.ts';

/** Adds `llm-quiz convert`; what reads and writes Markdown is loaded when it runs. */
export const addConvert = (program: Command, context: Context): void => {
  addOutlineFlags(
    program
      .command('convert')
      .description("write any bank in this program's own format, one file a chapter, with ids")
      .argument('<path>', 'a Markdown file, a folder of them, or the name of a deck')
      .requiredOption('--out <dir>', 'the folder to write to; it is made where it is missing')
      .option('--force', 'replace files that are there already')
      .option('--dry-run', 'say what would be written, and write nothing'),
  )
    .addHelpText(
      'after',
      '\nThe cards keep their ids, so your progress stays with them.\n\nExamples:\n  llm-quiz convert README.md --out deck/ --dry-run\n  llm-quiz convert README.md --out deck/',
    )
    .action(async (path: string, flags: ConvertFlags) => {
      const { runConvert } = await import('./convert.ts');
      await runConvert(context, path, flags);
    });
};
