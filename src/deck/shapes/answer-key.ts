import { startTable } from '../line-start.ts';
import { plainText } from '../plain-text.ts';
import { type Document, type DocumentHeading, linesWhere } from './document.ts';
import { type KeyEntry, readEntries, readRows } from './key-entries.ts';
import { remember } from './remember.ts';
import { keyOf } from './vocabulary.ts';

/** A section such as "Answers" at the end of a chapter or of a file. */
export interface AnswerKey {
  readonly line: number;
  /** The lines that its entries stand on. */
  readonly lines: readonly number[];
  readonly entries: readonly KeyEntry[];
}

/** Names of a whole key, in the languages that banks were seen in. */
const NAMES =
  '(?:answers?|solutions?) keys?|keys? answers?|answers? (?:sheet|list|table)|answers|solutions|correct answers|' +
  'claves? de (?:respuestas|corrección)|respuestas|respuestas correctas|soluciones|hoja de respuestas|solucionario|' +
  'gabaritos?|respostas|chave de respostas|corrigés?|réponses|bonnes réponses|lösungen|lösungsschlüssel|antworten|' +
  'risposte|risposte (?:corrette|esatte)|soluzioni|odpowiedzi|klucz odpowiedzi|cevaplar|cevap anahtarı|kunci jawaban|' +
  'ключи?(?: ответов)?|ответы|правильные ответы|відповіді|правильні відповіді|đáp án|bảng đáp án|答案|参考答案|正确答案|解答|정답';
const WHOLE = new RegExp(`^(?:the |all |quiz |test |exam |mcq )*(?:${NAMES})$`, 'u');
/** A heading may say of what it is the key, and what is in it. */
const HEADING = new RegExp(
  `^(?:[\\p{L}\\p{N} ]{0,40} )?(?:${NAMES})(?: (?:to|for|and|with|of|y|e|et|und|и|та|к|на|с|chi tiết|check|see|look|after|at|below|do not|don t|only)(?: .{0,40})?| (?:part |section |chapter |set |quiz |test |module )?\\d{1,4}(?: \\d{1,4})?)?$`,
  'u',
);
const CLICK =
  /^(?:click (?:here )?(?:to|for) )?(?:(?:show|see|view|reveal|check|display|open) )?(?:the |all )?/;

/** Under a heading fewer entries do than under a line, which may be anything. */
const FEWEST = 2;
const FEWEST_BELOW_LINE = 3;
const MOST = 0.6;

/** The answer keys of a file: a heading, a line or a block that says so, and numbers in it. */
export const answerKeys = remember((document: Document): readonly AnswerKey[] => {
  const headings = document.headings.filter(isKeyHeading).map(({ line, level }) => ({
    line,
    end: document.endOfSection(line, level),
    least: FEWEST,
  }));
  const below = (line: number, end: number) => ({ line, end, least: FEWEST_BELOW_LINE });
  const named = linesWhere(document, MAY_BE_NAME, isKeyLine);
  const lines = named.map((line, at) =>
    below(line, Math.min(named[at + 1] ?? document.lines.length, document.endOfSection(line, 6))),
  );
  const blocks = document.details
    .filter(({ summary }) => WHOLE.test(keyOf(plainText(summary)).replace(CLICK, '')))
    .map(({ line, end }) => below(line, end));
  const all = [...headings, ...lines, ...blocks].toSorted((a, b) => a.line - b.line);
  const keys: AnswerKey[] = [];
  for (const { line, end, least } of all) {
    if (line <= (keys.at(-1)?.lines.at(-1) ?? -1)) continue;
    const key = readKey(document, line, end);
    if (key.entries.length >= least) keys.push(key);
  }
  return keys;
});

/** Lines that are entries of a key: whatever they look like, they are no questions. */
export const keyLines = remember(
  (document: Document): ReadonlySet<number> =>
    new Set(answerKeys(document).flatMap(({ lines }) => lines)),
);

const isKeyHeading = ({ key, isAnswer, isInDetails }: DocumentHeading): boolean =>
  !isInDetails && (isAnswer || (HEADING.test(key) && !OF_QUESTIONS.test(key)));

/** "Questions and answers" is what the whole file is. */
const OF_QUESTIONS =
  /(?:question|interview|pregunta|pergunta|frage|domand|вопрос|питан|pytan|soru|câu hỏi|题|問|面试|질문).{0,30}(?:answer|solution|respuest|respost|antwort|rispost|soluzion|ответ|відпов|odpowied|cevap|đáp|答|정답)|^q a$/u;

const MAY_BE_NAME = startTable('*_aAsSqQtTeEmMcCrRgGlLkKoO');

/** "Answers:" or "**Answer key**", and nothing else. */
const isKeyLine = (line: string): boolean =>
  line.length <= 60 && /[:：]\s*$|(?:\*\*|__)\s*$/.test(line) && WHOLE.test(keyOf(plainText(line)));

const SEPARATOR = /^\s*\|[\s|:-]*$/;

const readKey = (document: Document, line: number, end: number): AnswerKey => {
  const lines: number[] = [];
  const entries: KeyEntry[] = [];
  let row: string | undefined;
  for (let at = line + 1; at < end; at++) {
    const text = document.lines[at] ?? '';
    if (document.scanned.firsts[at] === 0 || document.scanned.isInert(at)) continue;
    if (SEPARATOR.test(text)) continue;
    const own = entriesOf(text, row);
    row = text.includes('|') ? text : undefined;
    if (own.some(({ keys }) => keys !== undefined)) lines.push(at);
    for (const entry of own) entries.push(entry);
  }
  return { line, lines, entries: withoutSteps(entries) };
};

/** Numbers without letters are a list of what else is said, where others have both. */
const withoutSteps = (entries: readonly KeyEntry[]): readonly KeyEntry[] => {
  const keyed = entries.filter(({ keys }) => keys !== undefined);
  if (keyed.length < entries.length * MOST) return [];
  const numbers = new Set(keyed.map(({ number }) => number));
  return entries.filter(({ number, keys }) => keys !== undefined || !numbers.has(number));
};

/** The entries of a line, which may be the second row of a table. */
const entriesOf = (text: string, above: string | undefined): readonly KeyEntry[] => {
  const rows = above === undefined ? [] : readRows(above, text);
  if (rows.length > 0) return rows;
  return readEntries(text).filter((entry) => isEntry(entry) && !isName(entry, text));
};

/** A heading that counts the parts of a key. */
const isName = ({ keys }: KeyEntry, text: string): boolean =>
  keys === undefined && text.trimStart().startsWith('#');

/** Text alone is an entry as well, but nothing that asks. */
const isEntry = ({ keys, text }: KeyEntry): boolean => keys !== undefined || !/[?？]/.test(text);
