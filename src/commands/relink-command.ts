import type { Command } from 'commander';
import type { Context } from './context.ts';
import { explain } from './help.ts';
import type { RelinkFlags } from './relink.ts';
import { addDeckFlags } from './selection.ts';

/** Adds `llm-quiz relink`; what compares cards is loaded when it runs. */
export const addRelink = (program: Command, context: Context): void => {
  addDeckFlags(
    explain(program.command('relink'), {
      summary: 'give the progress of a card that is gone to another one',
      examples: [
        'llm-quiz relink --deck notes',
        'llm-quiz relink what-is-rag-1a2b3c4d rag-basics --deck notes',
      ],
      notes: ['A card that is only reworded keeps its progress without this.'],
    })
      .argument('[from]', 'key or id of the card that is gone; left out, all of them are listed')
      .argument('[to]', 'key or id of a card of the deck')
      .option('--json', 'list as JSON, schema llm-quiz/relink/1'),
  ).action(async (from: string | undefined, to: string | undefined, flags: RelinkFlags) => {
    const { runRelink } = await import('./relink.ts');
    await runRelink(context, from, to, flags);
  });
};
