import type { Command } from 'commander';
import { type Context, pathsOf } from './context.ts';
import { explain } from './help.ts';

export const addPaths = (program: Command, context: Context): void => {
  explain(program.command('paths'), {
    summary: 'print where settings, progress and caches are',
    examples: ['llm-quiz paths', 'llm-quiz paths --json'],
  })
    .option('--json', 'as JSON, schema llm-quiz/paths/1')
    .action(({ json }: { json?: boolean }) => {
      const paths = pathsOf(context);
      if (json === true) {
        context.stdout.write(
          `${JSON.stringify({ schema: 'llm-quiz/paths/1', ...paths }, undefined, 2)}\n`,
        );
        return;
      }
      for (const [name, place] of Object.entries(paths)) {
        context.stdout.write(
          context.stdout.isTTY ? `${name.padEnd(9)} ${place}\n` : `${name}\t${place}\n`,
        );
      }
    });
};
