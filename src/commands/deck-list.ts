import { hasProgress } from '../progress/follow.ts';
import { QuizError } from '../quiz-error.ts';
import { isDue } from '../scheduler/schedule.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import { type RegisteredDeck, readRegistry } from '../storage/deck-registry.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { count } from '../terminal/format.ts';
import { widthOf } from '../terminal/text.ts';
import {
  type Context,
  openDeck,
  openStore,
  pathsOf,
  SHIPPED_DECK,
  tellNotices,
} from './context.ts';

interface DeckRow {
  readonly name: string;
  readonly path: string | null;
  readonly cards: number;
  readonly studied: number;
  readonly due: number;
  /** Why it cannot be read. */
  readonly problem: string | null;
}

/** Lists the decks that were added, and the one that comes with the program. */
export const runDeckList = async (context: Context, json: boolean): Promise<void> => {
  const { decks, notice } = readRegistry(context.disk, pathsOf(context));
  if (notice !== undefined) context.stderr.write(`${notice}\n`);
  const store = openStore(context);
  tellNotices(context, store);
  const rows: DeckRow[] = [];
  for (const deck of [undefined, ...decks]) rows.push(await rowOf(context, deck, store));
  if (json) {
    const report = { schema: 'llm-quiz/deck-list/1', decks: rows };
    context.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, path, cards, studied, due, problem } of rows) {
    const size = problem ?? `${count(cards, 'card')}, ${studied} studied, ${due} due`;
    const where = path ?? 'comes with llm-quiz';
    if (context.stdout.isTTY) {
      const line = `${name.padEnd(width)}  ${size}`;
      const isNarrow = widthOf(line) + widthOf(where) + 2 > context.stdout.columns;
      context.stdout.write(`${line}${isNarrow ? '\n  ' : '  '}${where}\n`);
    } else {
      const cells = [name, cards, studied, due, path ?? '', problem ?? ''];
      context.stdout.write(`${cells.join('\t')}\n`);
    }
  }
};

const rowOf = async (
  context: Context,
  deck: RegisteredDeck | undefined,
  store: ProgressStore,
): Promise<DeckRow> => {
  const row = { name: deck?.name ?? SHIPPED_DECK, path: deck?.path ?? null };
  try {
    const { cards } = (await openDeck(context, deck?.name)).deck;
    const at = context.clock.now();
    const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
    const states = cards.map(({ key }) => store.ledger.card(key));
    return {
      ...row,
      cards: cards.length,
      studied: states.filter(hasProgress).length,
      due: states.filter(({ memory, suspended }) => !suspended && isDue(memory, moment)).length,
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return { ...row, cards: 0, studied: 0, due: 0, problem: error.message };
  }
};
