import type { Command } from 'commander';
import { addCheck } from './check.ts';
import type { Context } from './context.ts';
import { addConvert } from './convert-command.ts';
import { addDeck } from './deck.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addHelp } from './help.ts';
import { addImport } from './import.ts';
import { addList } from './list.ts';
import { addPaths } from './paths.ts';
import { addPlan } from './plan.ts';
import { addRead } from './read.ts';
import { addRelink } from './relink-command.ts';
import { addReset } from './reset.ts';
import { addReview } from './review.ts';
import { addSettings } from './settings.ts';
import { addStudy } from './study.ts';
import { addSync } from './sync.ts';
import { addUndo } from './undo.ts';
import { addUnsuspend } from './unsuspend.ts';

type Add = (program: Command, context: Context, setExitCode: (code: number) => void) => void;

/** All commands, in the order of the help. */
const COMMANDS: readonly { readonly name: string; readonly group: string; readonly add: Add }[] = [
  { name: 'study', group: 'Study:', add: addStudy },
  { name: 'review', group: 'Study:', add: addReview },
  { name: 'plan', group: 'Study:', add: addPlan },
  { name: 'list', group: 'Look:', add: addList },
  { name: 'read', group: 'Look:', add: addRead },
  { name: 'check', group: 'Look:', add: addCheck },
  { name: 'deck', group: 'Decks:', add: addDeck },
  { name: 'relink', group: 'Decks:', add: addRelink },
  { name: 'convert', group: 'Decks:', add: addConvert },
  { name: 'undo', group: 'Progress:', add: addUndo },
  { name: 'reset', group: 'Progress:', add: addReset },
  { name: 'sync', group: 'Progress:', add: addSync },
  { name: 'export', group: 'Progress:', add: addExport },
  { name: 'import', group: 'Progress:', add: addImport },
  { name: 'doctor', group: 'Progress:', add: addDoctor },
  { name: 'unsuspend', group: 'Set up:', add: addUnsuspend },
  { name: 'settings', group: 'Set up:', add: addSettings },
  { name: 'paths', group: 'Set up:', add: addPaths },
];

/** Adds the command that is named, or all of them and the help where none is. */
export const addCommands = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
  word: string | undefined,
): void => {
  const named = COMMANDS.filter(({ name }) => name === word);
  for (const { group, add } of named.length > 0 ? named : COMMANDS) {
    program.commandsGroup(group);
    add(program, context, setExitCode);
  }
  if (named.length === 0) addHelp(program, context);
};
