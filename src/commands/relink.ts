import { nearestCards } from '../deck/relink.ts';
import type { VanishedCard } from '../deck/relink-cards.ts';
import type { Card } from '../deck/types.ts';
import { prefixOf } from '../progress/deck-prefix.ts';
import { hasProgress } from '../progress/follow.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { say } from '../terminal/accessible/speech.ts';
import { count } from '../terminal/format.ts';
import { type Context, type OpenedDeck, openStore, tellNotices } from './context.ts';
import { comparableCards } from './deck-cards.ts';
import type { DeckFlags } from './flag-values.ts';
import { findFollowing, followDeck, linkSentences } from './follow-deck.ts';
import { didYouMean } from './nearest.ts';
import { openAsked } from './open-asked.ts';
import { printable } from './printable.ts';
import { momentOf } from './progress-tools.ts';

export interface RelinkFlags extends DeckFlags {
  readonly json?: boolean;
}

/** A deck with the progress of its cards. */
interface Open {
  readonly context: Context;
  readonly opened: OpenedDeck;
  readonly store: ProgressStore;
}

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

/** Lists progress without a card, or gives it to one. */
export const runRelink = async (
  context: Context,
  from: string | undefined,
  to: string | undefined,
  flags: RelinkFlags,
): Promise<void> => {
  const opened = await openAsked(context, flags);
  const store = openStore(context);
  tellNotices(context, store);
  const open = { context, opened, store };
  if (from === undefined) showOrphans(open, flags.json === true);
  else if (to === undefined) {
    throw usage('the card that the progress goes to is missing', 'llm-quiz relink FROM TO');
  } else link(open, from, to);
};

const CANDIDATES = 3;
const ALL_LINKED = 'All progress of this deck has its card.';
const HOW_TO_LINK =
  'The command llm-quiz relink, with the key of the progress and that of a card, gives it to the card.';

const showOrphans = (open: Open, json: boolean): void => {
  const { context, opened, store } = open;
  const { origin } = opened;
  if (origin !== undefined) {
    const { place, fingerprint } = origin;
    const moment = momentOf(context, store);
    const done = followDeck({ context, source: opened, place, fingerprint, store, moment });
    for (const sentence of linkSentences(done)) context.stderr.write(`${sentence}\n`);
  }
  const { orphans } = findFollowing({ context, source: opened, place: origin?.place, store });
  const cards = comparableCards(opened).filter(({ key }) => !hasProgress(store.ledger.card(key)));
  const rows = orphans.map((orphan) => ({
    orphan,
    near: nearestCards(orphan, cards, CANDIDATES),
  }));
  if (json) {
    const list = rows.map(({ orphan, near }) => ({
      key: orphan.key,
      question: orphan.question,
      candidates: near.map(({ to, score }) => ({ key: to.key, question: to.question, score })),
    }));
    const report = { schema: 'llm-quiz/relink/1', orphans: list };
    context.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
    return;
  }
  if (!context.stdout.isTTY) {
    for (const { orphan, near } of rows) {
      const keys = near.map(({ to }) => to.key).join(' ');
      const columns = [orphan.key, orphan.question, keys].map(printable);
      context.stdout.write(`${columns.join('\t')}\n`);
    }
    context.stdout.say?.(say(rows.length === 0 ? ALL_LINKED : HOW_TO_LINK));
    return;
  }
  for (const { orphan, near } of rows) {
    const lines = [orphan.key, `  ${describe(orphan, store)}`].map(printable);
    context.stdout.write(`${lines.join('\n')}\n`);
    for (const { to } of near) context.stdout.write(`  -> ${to.key}\n     ${to.question}\n`);
  }
  context.stdout.write(
    orphans.length === 0
      ? `${ALL_LINKED}\n`
      : `${count(orphans.length, 'card')} with progress, and no longer in the deck. Link one with: llm-quiz relink FROM TO\n`,
  );
};

const describe = ({ key, question }: VanishedCard, { ledger }: ProgressStore): string => {
  const { memory } = ledger.card(key);
  const reviews = memory.stage === 'new' ? 'no reviews' : count(memory.reps, 'review');
  return question === '' ? reviews : `${question} (${reviews})`;
};

const link = (open: Open, from: string, to: string): void => {
  const { context, opened, store } = open;
  const { cards } = opened.deck;
  const target = cards.find(({ key, id }) => key === to || id === to);
  if (target === undefined) {
    throw usage(
      `there is no card ${JSON.stringify(to)} in the deck`,
      didYouMean(
        to,
        cards.map(({ id }) => id),
        '`llm-quiz relink` lists the nearest cards, `llm-quiz list` all of them',
      ),
    );
  }
  const source = findProgress(store, cards, from);
  const { ledger } = store;
  if (ledger.resolve(source) === ledger.resolve(target.key)) {
    throw usage(
      `${from} and ${to} are taken for one card already`,
      'there is nothing to do; `llm-quiz undo` takes a link back',
    );
  }
  const other = cards.find(({ key }) => ledger.resolve(key) === source);
  if (other !== undefined) {
    throw usage(
      `${other.id} is a card of this deck, and has its progress`,
      'only the progress of a card that is gone can go to another one; `llm-quiz relink` lists it',
    );
  }
  const before = ledger.card(source);
  const isMerge = hasProgress(ledger.card(target.key));
  store.record([{ type: 'alias', from: source, to: target.key }], momentOf(context, store));
  const what = before.memory.stage === 'new' ? 0 : before.memory.reps;
  context.stdout.write(
    `${count(what, 'review')} of ${printable(source)} now count for ${target.key}.\n  ${target.question}\n`,
  );
  if (isMerge) context.stdout.write('It had reviews of its own; both are put together, by time.\n');
  context.stdout.write('Take it back with: llm-quiz undo\n');
};

/** The key of progress that a person names by its key or its id. Throws a QuizError. */
const findProgress = ({ ledger }: ProgressStore, cards: readonly Card[], name: string): string => {
  const prefixes = new Set(cards.map(({ key }) => prefixOf(key)));
  const keys = [...ledger.keys()].filter((key) => hasProgress(ledger.card(key)));
  const exact = keys.find((key) => key === name || key === ledger.resolve(name));
  const byId = keys.filter(
    (key) => prefixes.has(prefixOf(key)) && key.slice(key.lastIndexOf('/') + 1) === name,
  );
  const found = exact ?? (byId.length === 1 ? byId[0] : undefined);
  if (found !== undefined) return found;
  throw usage(
    `there is no progress of a card ${JSON.stringify(name)}`,
    didYouMean(name, keys, '`llm-quiz relink` lists the progress that has no card'),
  );
};
