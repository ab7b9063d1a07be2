import type { Command } from 'commander';
import type { Card } from '../deck/types.ts';
import { type CardState, isHidden } from '../progress/card-state.ts';
import { dueInstant, isDue, type Moment } from '../scheduler/schedule.ts';
import { matches } from '../session/filter.ts';
import type { World } from '../session/plan.ts';
import { say } from '../terminal/accessible/speech.ts';
import { count, formatDue } from '../terminal/format.ts';
import { clip, padEnd } from '../terminal/text.ts';
import type { GlobalOptions } from './context.ts';
import { type Context, themeFor } from './context.ts';
import { openProgress } from './deck-changes.ts';
import type { SelectionFlags } from './flag-values.ts';
import { explain } from './help.ts';
import { openAsked } from './open-asked.ts';
import { addSelection } from './selection.ts';
import { toFilter } from './to-filter.ts';

interface ListFlags extends SelectionFlags, GlobalOptions {
  readonly suspended?: boolean;
  readonly marked?: boolean;
  readonly due?: boolean;
  readonly new?: boolean;
  readonly json?: boolean;
}

export const addList = (program: Command, context: Context): void => {
  addSelection(
    explain(program.command('list'), {
      summary: 'show the cards in deck order',
      examples: [
        'llm-quiz list -c rag',
        'llm-quiz list --suspended',
        'llm-quiz list --json --level senior',
      ],
    }),
  )
    .option('--due', 'only cards that are due')
    .option('--new', 'only cards that were never studied')
    .option('--suspended', 'only suspended cards')
    .option('--marked', 'only cards that you marked with m')
    .option('--json', 'as JSON, schema llm-quiz/list/1')
    .action((_: unknown, command: Command) => runList(context, command.optsWithGlobals()));
};

interface Row {
  readonly card: Card;
  readonly state: CardState;
}

const runList = async (context: Context, flags: ListFlags): Promise<void> => {
  const source = await openAsked(context, flags);
  const filter = toFilter(flags, source);
  const { store, moment } = await openProgress(context, source, 'look');
  const world: World = store.ledger;
  const rows = source.deck.cards
    .filter((card) => matches(card, filter))
    .map((card): Row => ({ card, state: world.card(card.key) }))
    .filter((row) => isWanted(row, flags, moment))
    .slice(0, flags.limit);
  const { rolloverHour } = world.settings;
  if (flags.json === true) {
    const cards = rows.map((row) => toJson(row, moment, rolloverHour));
    context.stdout.write(`${JSON.stringify({ schema: 'llm-quiz/list/1', cards }, undefined, 2)}\n`);
  } else if (context.stdout.isTTY) writeTable(context, flags, rows, moment);
  else {
    for (const row of rows) context.stdout.write(`${toTabs(row, rolloverHour)}\n`);
    context.stdout.say?.(say(count(rows.length, 'card')));
  }
};

const isWanted = ({ state }: Row, flags: ListFlags, moment: Moment): boolean => {
  if (flags.suspended === true && !state.suspended) return false;
  if (flags.marked === true && !state.marked) return false;
  if (flags.due === true && (!isDue(state.memory, moment) || isHidden(state, moment.day)))
    return false;
  return flags.new !== true || state.memory.stage === 'new';
};

const toJson = ({ card, state }: Row, { day }: Moment, rolloverHour: number): unknown => ({
  key: card.key,
  id: card.id,
  chapter:
    card.chapter === undefined ? null : { number: card.chapter.number, title: card.chapter.title },
  question: card.question,
  kind: card.kind,
  level: card.level ?? null,
  weight: card.weight,
  tags: card.tags,
  answered: card.answered,
  choices: card.choices ?? null,
  file: card.source.file,
  line: card.source.line,
  state: stateToJson(state, day, rolloverHour),
});

const stateToJson = (state: CardState, day: Moment['day'], rolloverHour: number): unknown => {
  const { memory, suspended, marked, note } = state;
  const buried = state.buriedUntil !== undefined && day < state.buriedUntil;
  const own = { suspended, buried, marked, note: note === '' ? null : note };
  if (memory.stage === 'new') {
    const nothing = { lastRating: null, due: null, stability: null, difficulty: null };
    return { stage: 'new', reps: 0, lapses: 0, ...nothing, ...own };
  }
  const { stage, reps, lapses, lastRating, stability, difficulty } = memory;
  const due = new Date(dueInstant(memory.due, rolloverHour)).toISOString();
  return { stage, reps, lapses, lastRating, due, stability, difficulty, ...own };
};

/** Key, chapter, question, level, stage, due: what a script asks for most. */
const toTabs = ({ card, state }: Row, rolloverHour: number): string =>
  [
    card.key,
    card.chapter?.number ?? '',
    card.question,
    card.level ?? '',
    state.suspended ? 'suspended' : state.memory.stage,
    state.memory.stage === 'new'
      ? ''
      : new Date(dueInstant(state.memory.due, rolloverHour)).toISOString(),
  ]
    .map((cell) => String(cell).replaceAll('\t', ' '))
    .join('\t');

const writeTable = (
  context: Context,
  flags: ListFlags,
  rows: readonly Row[],
  moment: Moment,
): void => {
  const theme = themeFor(context, context.stdout, flags);
  const columns = Math.max(40, context.stdout.columns);
  const widestId = columns < 80 ? Math.floor((columns - 20) / 2) : 32;
  const idWidth = Math.min(widestId, Math.max(2, ...rows.map(({ card }) => card.id.length)));
  const room = Math.max(10, columns - idWidth - 4 - 10 - 6);
  const { ellipsis } = theme.symbols;
  const line = (chapter: string, id: string, question: string, when: string): string =>
    `${chapter.padStart(3)} ${padEnd(clip(id, idWidth, ellipsis), idWidth)}  ${padEnd(clip(question, room, ellipsis), room)}  ${when}`;
  context.stdout.write(`${theme.strong(line('ch', 'id', 'question', 'due'))}\n`);
  for (const { card, state } of rows) {
    const text = line(
      String(card.chapter?.number ?? ''),
      card.id,
      card.question,
      whenOf(state, moment),
    );
    context.stdout.write(`${text}\n`);
  }
  context.stdout.write(`${count(rows.length, 'card')}.\n`);
};

const whenOf = (state: CardState, moment: Moment): string => {
  if (state.suspended) return 'suspended';
  if (isHidden(state, moment.day)) return 'buried';
  return state.memory.stage === 'new' ? 'new' : formatDue(state.memory.due, moment);
};
