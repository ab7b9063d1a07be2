import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { ConvertFlags } from './convert.ts';
import { explain } from './help.ts';
import { addOutlineFlags } from './selection.ts';

/** Adds `llm-quiz convert`; what reads and writes Markdown is loaded when it runs. */
export const addConvert = (program: Command, context: Context): void => {
  addOutlineFlags(
    explain(program.command('convert'), {
      summary: 'write any bank in the native format, with ids',
      examples: [
        'llm-quiz convert README.md --out deck/ --dry-run',
        'llm-quiz convert README.md --out deck/',
      ],
      notes: ['The cards keep their ids, so your progress stays with them.'],
    })
      .argument('<path>', 'a Markdown file, a folder of them, or the name of a deck')
      .requiredOption('--out <dir>', 'the folder to write to; it is made where it is missing')
      .option('--force', 'replace files that are there already')
      .option('--dry-run', 'say what would be written, and write nothing'),
  ).action(async (path: string, flags: ConvertFlags) => {
    const { runConvert } = await import('./convert.ts');
    await runConvert(context, path, flags);
  });
};
