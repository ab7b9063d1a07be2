import { groupBy } from '../deck/group-by.ts';
import type { WayIn } from '../deck/outline.ts';
import type { Problem } from '../deck/problem.ts';
import type { Following } from '../progress/follow.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import type { ReadDeck, ReadFile } from '../storage/deck-files.ts';
import type { DeckPlace } from '../storage/deck-place.ts';
import { GAP } from '../terminal/accessible/speech.ts';
import { speakProblem } from '../terminal/accessible/spoken-problem.ts';
import { count } from '../terminal/format.ts';
import { problemLines } from '../terminal/screens/problem-text.ts';
import { type Context, type GlobalOptions, openStore, tellNotices, themeFor } from './context.ts';
import type { OutlineFlags } from './flag-values.ts';
import { findFollowing, followDeck, linkSentences } from './follow-deck.ts';
import { printable } from './printable.ts';

export interface CheckFlags extends GlobalOptions, OutlineFlags {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Lets progress follow the cards of a deck that is checked; undefined where there is none. */
export const followChecked = (
  context: Context,
  deck: ReadDeck,
  place: DeckPlace | undefined,
): Following | undefined => {
  const store = openStore(context);
  tellNotices(context, store);
  if (store.ledger.events === 0) return undefined;
  if (place === undefined) return findFollowing({ context, source: deck, place, store });
  const at = context.clock.now();
  const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
  const { fingerprint } = deck;
  return followDeck({ context, source: deck, place, fingerprint, store, moment });
};

export const writeJson = (
  context: Context,
  deck: ReadDeck,
  problems: readonly Problem[],
  following: Following | undefined,
): void => {
  const { cards, chapters, name } = deck.deck;
  const answered = cards.filter((card) => card.answered).length;
  const report = {
    schema: 'llm-quiz/check/1',
    deck: name ?? null,
    files: deck.files.map((file) => file.name),
    shapes: deck.files.map(({ name: file, outline }) => ({
      file,
      shape: outline.shape,
      questionLevel: outline.questionLevel ?? null,
      cards: outline.cards.length,
      why: outline.why ?? null,
      waysIn: outline.waysIn ?? [],
    })),
    chapters: chapters.map(({ number, title }) => ({ number, title })),
    cards: cards.length,
    answered,
    unanswered: cards.length - answered,
    choices: cards.filter(({ choices }) => choices !== undefined).length,
    skipped: deck.skipped.filter(({ headings }) => headings.length > 0),
    relinked: following?.links ?? [],
    orphans: (following?.orphans ?? []).map(({ key, question }) => ({ key, question })),
    problems: problems.map(({ related, ...problem }) => ({ ...problem, related: related ?? null })),
  };
  context.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
};

export const writeReport = (
  context: Context,
  deck: ReadDeck,
  problems: readonly Problem[],
  following: Following | undefined,
  flags: CheckFlags,
): void => {
  const { stdout, stderr } = context;
  annotate(context, problems);
  const { shown, more } =
    flags.all === true ? { shown: problems, more: [] } : notAllAlike(problems);
  writeProblems(context, deck, shown, flags);
  for (const line of more) stderr.write(`${line}\n`);
  const hasCards = deck.deck.cards.length > 0;
  for (const file of deck.files) stdout.write(`${fileLines(file, hasCards).join('\n')}\n`);
  for (const sentence of following === undefined ? [] : linkSentences(following)) {
    stdout.write(`${sentence}\n`);
  }
  const orphans = following?.orphans ?? [];
  for (const { key, question } of orphans) {
    stdout.write(`progress without a card: ${key}${question === '' ? '' : ` (${question})`}\n`);
  }
  if (orphans.length > 0) stdout.write('llm-quiz relink gives it to another card.\n');
  stdout.write(`${totals(deck)}\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  stdout.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}.\n`);
  if (!hasCards) {
    stderr.write(
      'No question was found: it is a heading, a list item, a bold line or a summary that asks.\nSay which with --shape, or give the level of its headings with --question-level.\n',
    );
  }
};

/** So many warnings of a kind are shown where there are more than a few. */
const SHOWN = { few: 8, first: 4 } as const;

/**
 * A list of questions without answers has the same warning for each: the first of them say it, and
 * the others are counted. Errors are all shown.
 */
const notAllAlike = (
  problems: readonly Problem[],
): { readonly shown: readonly Problem[]; readonly more: readonly string[] } => {
  const hidden = new Set<Problem>();
  const more: string[] = [];
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  for (const [code, alike] of groupBy(warnings, ({ code }) => code)) {
    if (alike.length <= SHOWN.few) continue;
    const rest = alike.slice(SHOWN.first);
    for (const problem of rest) hidden.add(problem);
    const what = [...new Set(rest.map(({ message }) => message))];
    const why = what.length === 1 ? `, ${what[0]}` : '';
    more.push(`And ${count(rest.length, 'more warning')} ${code}${why}: --all shows them.`);
  }
  return { shown: problems.filter((problem) => !hidden.has(problem)), more };
};

/** Problems in sentences for someone who listens, else as compilers show them. */
const writeProblems = (
  context: Context,
  deck: ReadDeck,
  problems: readonly Problem[],
  flags: GlobalOptions,
): void => {
  const { stderr } = context;
  if (stderr.say !== undefined) {
    for (const problem of problems) stderr.say([...speakProblem(problem), GAP]);
    return;
  }
  const theme = themeFor(context, stderr, flags);
  const texts = textsOf(deck, problems);
  const columns = stderr.isTTY ? stderr.columns : Number.POSITIVE_INFINITY;
  for (const problem of problems) {
    stderr.write(`${problemLines(problem, texts, columns, theme).join('\n')}\n\n`);
  }
};

/** Marks the problems in a pull request, where this runs in one. */
const annotate = ({ env, stderr }: Context, problems: readonly Problem[]): void => {
  if (env['GITHUB_ACTIONS'] !== 'true') return;
  for (const problem of problems) stderr.write(`${annotationOf(problem)}\n`);
};

/**
 * A problem as GitHub's runner shows it at its line of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
const annotationOf = ({ severity, code, message, help, at }: Problem): string => {
  const data = (text: string): string =>
    printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const value = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const kind = severity === 'error' ? 'error' : 'warning';
  const place = `file=${value(at.file)},line=${at.line},col=${at.column}`;
  return `::${kind} ${place},title=${value(code)}::${data(help === '' ? message : `${message}: ${help}`)}`;
};

/** The texts of the files with problems; the others need not be read for it. */
const textsOf = (deck: ReadDeck, problems: readonly Problem[]): ReadonlyMap<string, string> => {
  const named = new Set(problems.flatMap(({ at, related }) => [at.file, related?.at.file ?? '']));
  return new Map(
    deck.files.filter(({ name }) => named.has(name)).map(({ name, text }) => [name, text]),
  );
};

/** What was found in a file: "deck.md: headings of level 3, 26 cards, 7 chapters". */
const fileLines = ({ name: raw, outline }: ReadFile, hasCards: boolean): readonly string[] => {
  const name = printable(raw);
  const { shape, questionLevel, cards, skipped, why, waysIn = [] } = outline;
  const chapters = new Set(cards.flatMap(({ chapter }) => chapter ?? [])).size;
  const level = questionLevel === undefined ? '' : `, questions on level ${questionLevel}`;
  const size = `${count(cards.length, 'card')}${chapters > 0 ? `, ${count(chapters, 'chapter')}` : ''}`;
  const first =
    cards.length === 0
      ? `${name}: no card${why === undefined ? '' : `: ${why}`}`
      : `${name}: ${shape}${level}: ${size}`;
  return [
    first,
    ...(skipped.length === 0 ? [] : [`  not a question: ${skipped.join('; ')}`]),
    ...(hasCards ? [] : waysIn.map((way) => `  if its ${wayText(way)}`)),
  ];
};

/** "35 headings of level 2 are the questions: --question-level 2". */
const wayText = (way: WayIn): string => {
  switch (way.kind) {
    case 'headings':
      return `${way.count} headings of level ${way.level} are the questions: --question-level ${way.level}`;
    case 'list':
      return `${way.count} list items are the questions: --shape list`;
  }
};

const totals = ({ deck, files }: ReadDeck): string => {
  const { cards, chapters } = deck;
  const answered = cards.filter((card) => card.answered).length;
  const choices = cards.filter((card) => card.choices !== undefined).length;
  const parts = [
    count(files.length, 'file'),
    count(chapters.length, 'chapter'),
    count(cards.length, 'card'),
    `${answered} answered`,
    `${cards.length - answered} without an answer`,
    ...(choices > 0 ? [`${choices} with choices`] : []),
  ];
  return `${parts.join(', ')}.`;
};
