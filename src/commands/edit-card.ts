import path from 'node:path';
import type { Card } from '../deck/types.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import type { SessionDriver } from '../session/driver.ts';
import type { ReadDeck } from '../storage/deck-files.ts';
import { editorInvocation, editorOf } from '../terminal/editor.ts';
import type { ScreenControl } from '../terminal/stages/stage.ts';
import { type ProgramEnd, readDeckAt, readShippedSources, SHIPPED_DECK } from './context.ts';
import { outlineOptions } from './flag-values.ts';
import type { Sitting } from './sitting.ts';

/**
 * Opens a card's source in the editor at its line, and reads the deck again. A card whose key
 * changed with its question keeps its progress, where it is plain which one it was.
 *
 * @returns what to tell the person
 */
export const editCard = async (
  sitting: Sitting,
  card: Card,
  driver: SessionDriver,
  screen: ScreenControl,
): Promise<string> => {
  const { context, flags } = sitting;
  const isShipped = flags.deck === undefined || flags.deck === SHIPPED_DECK;
  const base = isShipped ? context.root : context.cwd;
  const file = path.resolve(base, card.source.file);
  const editor = editorOf(context.env, context.platform);
  const { command, args } = editorInvocation(editor, file, card.source.line);
  let end: ProgramEnd = { kind: 'ended', status: 0 };
  screen.foreground(() => {
    end = context.runForeground(command, args);
  });
  const problem = problemOf(end, path.basename(command));
  if (problem !== undefined) return problem;
  const read = await (isShipped
    ? readShippedSources(context)
    : readDeckAt(context, flags.deck ?? '', outlineOptions(flags)));
  const errors = read.problems.filter(({ severity }) => severity === 'error').length;
  takeOver(sitting, card, driver, read);
  if (errors > 0) return `Read again: ${errors} problems, see \`llm-quiz check\`.`;
  return isShipped ? 'Read again, for this session; `npm run build` keeps it.' : 'Read again.';
};

/** In few words: a small screen has one line for them. */
const problemOf = (end: ProgramEnd, name: string): string | undefined => {
  if (end.kind === 'not started') return `Set EDITOR to your editor: ${name}: ${end.why}.`;
  return end.status === 0 ? undefined : `${name} ended with ${end.status}: nothing was read again.`;
};

/** Puts the deck as it is now in place of the one that was read. */
const takeOver = (sitting: Sitting, card: Card, driver: SessionDriver, read: ReadDeck): void => {
  const { store, source, context } = sitting;
  const before = new Set(source.deck.cards.map(({ key }) => key));
  const now = new Map(read.deck.cards.map((current) => [current.key, current]));
  const gone = [...before].filter((key) => !now.has(key));
  const come = read.deck.cards.filter(({ key }) => !before.has(key));
  const [successor] = come;
  // Only one went and one came: it is the card that was edited. More than that is not guessed.
  if (gone.length === 1 && come.length === 1 && gone[0] === card.key && successor !== undefined) {
    const at = context.clock.now();
    const day = studyDayOf(at, store.ledger.settings.rolloverHour);
    store.record([{ type: 'alias', from: card.key, to: successor.key }], { at, day });
    now.set(card.key, successor);
  }
  source.replace(read);
  driver.replaceCards(now);
};
