import { DAY_MS, toStudyDay } from '../../scheduler/units.ts';
import { say } from './speech.ts';
import { capital, sayDay } from './words.ts';

/** A stream that a command writes to. */
interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

/** The row of a table, as a command writes it into a pipe, as a sentence. */
type SpeakRow = (cells: readonly string[]) => string;

const speakCard: SpeakRow = ([key = '', chapter, question = '', level, stage, due]) => {
  const place = chapter ? `Chapter ${chapter}. ` : '';
  const facts = [level, stage === 'new' ? 'never studied' : stage, due && `due ${due}`];
  return `${place}${say(question)[0]?.text ?? ''} ${capital(facts.filter(Boolean).join(', '))}. Card ${key}.`;
};

const speakSetting: SpeakRow = ([name = '', value = '', origin = '', about = '']) =>
  `${name}, ${about}: ${value}, ${origin === 'default' ? 'the default' : 'set by you'}.`;

const ROWS: Readonly<Record<string, SpeakRow>> = {
  list: speakCard,
  settings: speakSetting,
  paths: ([name = '', place = '']) => `${capital(name)}: ${place}`,
};

const speakCells: SpeakRow = (cells) => `${cells.filter((cell) => cell !== '').join(', ')}.`;

/**
 * Standard output for commands that print tables: they write what they write into a pipe, a row
 * a line with tabs between its cells, and each row is said as a sentence. What is no row, such as
 * JSON, passes as it is.
 *
 * @param argv the command line, which names the command
 */
export const speakRows = (output: Output, argv: readonly string[]): Output => ({
  isTTY: false,
  get columns() {
    return output.columns;
  },
  write: (text) => {
    const speak = ROWS[argv.find((word) => Object.hasOwn(ROWS, word)) ?? ''] ?? speakCells;
    const lines = text
      .split('\n')
      .map((line) => (line.includes('\t') ? speak(cellsOf(line)) : line));
    output.write(lines.join('\n'));
  },
});

const cellsOf = (line: string): readonly string[] =>
  line.split('\t').map((cell) => cell.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/, sayDate));

/** An instant as its date, with the year, in this computer's zone. */
const sayDate = (instant: string): string => {
  const local = new Date(instant);
  const day = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
  return `${sayDay(toStudyDay(day), toStudyDay(day))} ${local.getFullYear()}`;
};
