import type { Command } from 'commander';
import { EXIT } from '../quiz-error.ts';
import type { Finding, JournalReport } from '../storage/doctor.ts';
import { foldJournals } from '../storage/fold-journals.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { count } from '../terminal/format.ts';
import { type Context, openDeck, openStore, pathsOf, readingProgress } from './context.ts';
import { explain } from './help.ts';
import { printable } from './printable.ts';

interface DoctorFlags {
  readonly json?: boolean;
}

interface Report {
  readonly journals: readonly JournalReport[];
  readonly events: number;
  readonly cards: number;
  readonly freeBytes: number | null;
  readonly findings: readonly Finding[];
}

export const addDoctor = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  explain(program.command('doctor'), {
    summary: 'check all your progress, and say what is wrong',
    examples: ['llm-quiz doctor', 'llm-quiz doctor --json'],
    notes: [
      'It puts right only what can be made again, and deletes nothing.',
      'Exit code: 1 if it found problems.',
    ],
  })
    .option('--json', 'as JSON, schema llm-quiz/doctor/1')
    .action(async ({ json }: DoctorFlags) => {
      const report = await examine(context);
      const problems = report.findings.filter(({ severity }) => severity === 'problem');
      if (json === true) {
        const value = { schema: 'llm-quiz/doctor/1', ok: problems.length === 0, ...report };
        context.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
      } else write(context, report);
      setExitCode(problems.length > 0 ? EXIT.problems : EXIT.ok);
    });
};

const examine = async (context: Context): Promise<Report> => {
  const { disk, clock } = context;
  const paths = pathsOf(context);
  const store = openStore(context);
  const { fileFindings, journalFindings, readJournals, spaceFindings, writeFindings } =
    await import('../storage/doctor.ts');
  const { SetAside } = await import('../storage/set-aside.ts');
  const foldFindings = await checkFold(context, store);
  const told = store.takeNotices().filter((notice) => !notice.includes('dated in the future'));
  const aside = new SetAside(disk, paths, (notice) => told.push(notice));
  const journals = readJournals(disk, paths, (lines) => aside.lines(lines));
  const space = spaceFindings(disk, paths);
  return {
    journals,
    events: store.ledger.events,
    cards: [...store.ledger.keys()].length,
    freeBytes: space.free,
    findings: [
      ...told.map((message): Finding => {
        return { code: 'set-aside', severity: 'problem', message, help: '', repaired: true };
      }),
      ...foldFindings,
      ...journalFindings(journals, store.ledger.events, clock.now()),
      ...fileFindings(disk, paths),
      ...space.findings,
      ...writeFindings(disk, paths, store.device),
      ...(await deckFindings(context, store)),
    ],
  };
};

/** The state that the snapshot gave must be the one that all events give. */
const checkFold = async (context: Context, store: ProgressStore): Promise<readonly Finding[]> => {
  const { isSameState } = await import('../storage/compare-fold.ts');
  const whole = readingProgress(context, (disk) => foldJournals(disk, pathsOf(context).progress));
  if (isSameState(whole, store.ledger.toBase())) return [];
  store.rebuild();
  const repaired = await store.saveSnapshot();
  const message = 'the snapshot was not what your reviews give';
  const help = repaired
    ? 'it was made again'
    : 'it could not be made again; delete the cache folder';
  return [{ code: 'snapshot', severity: 'problem', message, help, repaired }];
};

/** Progress of cards that the shipped deck does not have: of other decks, or of cards that went. */
const deckFindings = async (
  context: Context,
  { ledger }: ProgressStore,
): Promise<readonly Finding[]> => {
  const { deck } = await openDeck(context, undefined);
  const known = new Set(deck.cards.map(({ key }) => key));
  const lost = [...ledger.keys()].filter(
    (key) =>
      key.startsWith(`${deck.name}/`) && !known.has(key) && ledger.card(key).memory.stage !== 'new',
  );
  if (lost.length === 0) return [];
  const message = `${count(lost.length, 'card')} that you studied are no longer in the deck, such as ${lost[0]}`;
  const help = 'their progress is kept, in case they come back';
  return [{ code: 'orphans', severity: 'note', message, help }];
};

const write = ({ stdout }: Context, report: Report): void => {
  const { journals, events, cards, findings } = report;
  for (const { severity, message, help, repaired } of findings) {
    stdout.write(`${severity}: ${printable(message)}${repaired === true ? ' (put right)' : ''}\n`);
    if (help !== '') stdout.write(`  ${printable(help)}\n`);
  }
  const problems = findings.filter(({ severity }) => severity === 'problem').length;
  stdout.write(
    `${count(events, 'event')} of ${count(cards, 'card')} in ${count(journals.length, 'journal')}: ${problems === 0 ? 'all is well' : count(problems, 'problem')}.\n`,
  );
};
