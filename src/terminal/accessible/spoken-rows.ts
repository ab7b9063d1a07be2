import { DAY_MS, toStudyDay } from '../../scheduler/units.ts';
import { count } from '../format.ts';
import { ended } from './speech.ts';
import { capital, sayDay, sayList } from './words.ts';

/** The row of a table, as a command writes it into a pipe, as a sentence. */
type SpeakRow = (cells: readonly string[]) => string;

const speakCard: SpeakRow = ([key = '', chapter, question = '', level, stage, due]) => {
  const place = chapter ? `Chapter ${chapter}. ` : '';
  const facts = [level, stage === 'new' ? 'never studied' : stage, due && `due ${due}`];
  return `${place}${ended(question)} ${capital(facts.filter(Boolean).join(', '))}. Card ${key}.`;
};

const speakSetting: SpeakRow = ([name = '', value = '', origin = '', about = '']) => {
  const how = origin === 'default' ? 'the default' : 'set by you';
  return `${name}: ${value === '' ? 'not set' : `${value}, ${how}`}. ${capital(about)}.`;
};

const speakDeck: SpeakRow = ([name = '', cards, studied, due, path = '', problem = '']) => {
  const where = path === '' ? 'It comes with llm-quiz' : `It is in ${path} on this computer`;
  const size = `${count(Number(cards), 'card')}, ${studied} studied, ${due} due`;
  return `Deck ${name}: ${problem === '' ? size : problem}. ${where}.`;
};

const speakOrphan: SpeakRow = ([key = '', question = '', near = '']) => {
  const whose = question === '' ? '' : ` ${ended(`Its question was: ${question}`)}`;
  const keys = sayList(near.split(' '), 'or');
  const nearest = near === '' ? 'No card is like it.' : `It may belong to ${keys}.`;
  return `Progress without a card: ${key}.${whose} ${nearest}`;
};

const ROWS: Readonly<Record<string, SpeakRow>> = {
  list: speakCard,
  settings: speakSetting,
  deck: speakDeck,
  relink: speakOrphan,
  paths: ([name = '', place = '']) => `${place} is the place of ${name}.`,
  undo: ([id = '', at = '', what = '']) => `${capital(what)}, ${at}. Its id is ${id}.`,
};

const speakCells: SpeakRow = (cells) => `${cells.filter((cell) => cell !== '').join(', ')}.`;

/**
 * A row of a table as a sentence.
 *
 * @param command the command that wrote it
 * @param row as it is written into a pipe, with tabs between its cells
 */
export const speakRow = (command: string, row: string): string =>
  (ROWS[command] ?? speakCells)(row.split('\t').map((cell) => cell.replace(INSTANT, sayDate)));

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** An instant as its date, with the year, in this computer's zone. */
const sayDate = (instant: string): string => {
  const local = new Date(instant);
  const day = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
  return `${sayDay(toStudyDay(day), toStudyDay(day))} ${local.getFullYear()}`;
};
