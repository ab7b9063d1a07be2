import { reasonOf } from '../quiz-error.ts';
import type { Outside } from '../terminal/stages/stage.ts';
import type { Sitting } from './sitting.ts';

/** What a card's keys do beyond the screen; what each needs is loaded when it is pressed. */
export const outsideOf = (sitting: Sitting): Outside => {
  const { context } = sitting;
  return {
    openLink: (url, say) => {
      void import('../terminal/open-link.ts').then(({ openCommand }) => {
        const invocation = openCommand(url, context.platform);
        if (invocation === undefined)
          return say('This link is not opened: only http, https and mailto are.');
        context.startDetached(invocation.command, invocation.args);
        return say(`Opened ${url}`);
      });
    },
    copy: (text, say) => {
      void import('../terminal/osc.ts').then(({ copySequence }) => {
        const sequence = copySequence(text);
        if (sequence === undefined)
          return say('The answer is too long for the clipboard of a terminal.');
        context.terminal?.write(sequence);
        return say('Copied, if your terminal lets programs copy (OSC 52).');
      });
    },
    edit: (card, driver, screen, done) => {
      void import('./edit-card.ts')
        .then(({ editCard }) => editCard(sitting, card, driver, screen))
        .then(done, (error: unknown) => done(`The card cannot be edited: ${reasonOf(error)}.`));
    },
  };
};
