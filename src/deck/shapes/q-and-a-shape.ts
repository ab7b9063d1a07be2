import { startTable } from '../line-start.ts';
import { keyLines } from './answer-key.ts';
import { startsAnswer } from './answer-label.ts';
import { answerLines } from './answer-lines.ts';
import { likenessOf } from './asks.ts';
import { deletionsOf } from './cloze.ts';
import { type Document, linesWhere } from './document.ts';
import { type Finding, type Lead, type Mark, withSections } from './finding.ts';
import { readQuestion } from './question-text.ts';
import { remember } from './remember.ts';

/** A line that starts with `Q:` or the like, outside of headings. */
export interface LabelledLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly indent: number;
  readonly height: number;
  readonly weight: number;
  readonly lead?: Lead;
}

const Q_START =
  /^(\s{0,3}(?:[-*+]\s{1,4}|\d{1,4}[.)]\s{1,4})?)(?:\*{2,3}|__|<b>|<strong>)?\s?(?:第(?=\s?\p{Nd})|question|ques|q|interviewer|面试官|(?:problem|exercise|task|challenge|scenario)(?=\s?[#№]?\s?\d)|pregunta|pergunta|questão|questao|otázka|întrebarea|kérdés|pitanje|ερώτηση|fråga|spørgsmål|spørsmål|kysymys|frage|domanda|вопрос|питання|soru|問題|问题|問|问|質問|질문|문제|سؤال|السؤال|س|প্রশ্ন|प्रश्न|câu)\s{0,2}[#№]?\s?(?:\d{1,4}[a-z]?|a(?=:))?[题題问問]?\s{0,2}(?:\*\*|__)?\s?[.:：)](?![\w$.]*\()/iu;
/** The same in English and bold, without a sign behind the number. */
const UNSIGNED = /^(\s{0,3})\*\*(?:question|q)\s{0,2}(\d{1,4})\s{1,4}(\S.{3,1000})$/i;
/** What a label starts with, in ASCII: marks, numbers, or a letter of a word for a question. */
const MAY_BE_LABEL = startTable('-*+_<0123456789qQpPeEtTcCfFdDsSoOkKiI');
/** A label with a blank behind it is how a form is explained. */
const BLANK = /[:：][\s*]*(?:\.{3}|…|_{3,})\s*$/;
const MAY_BE_CLOZE = startTable('C');
const C_START = /^ {0,3}C:[ \t]/;

/** Lines that are labelled as questions. */
export const labelledLines = remember((document: Document): readonly LabelledLine[] => {
  const found: LabelledLine[] = [];
  const { firsts } = document.scanned;
  const keyed = keyLines(document);
  for (let index = 0; index < firsts.length; index++) {
    if (MAY_BE_LABEL[firsts[index] ?? 0] !== 1) continue;
    if (document.scanned.isInert(index) || document.detailsAt(index) >= 0) continue;
    if (keyed.has(index)) continue;
    const marker = markerOf(document.lines[index] ?? '', found.at(-1));
    if (marker === undefined) continue;
    const line = labelledAt(document, index, marker.length);
    if (!BLANK.test(line.text)) found.push(line);
  }
  return found;
});

const labelledAt = (document: Document, line: number, indent: number): LabelledLine => {
  const first = document.lines[line] ?? '';
  const led = LED.exec(first.slice(indent));
  const height = led === null ? heightOf(document, line) : 1;
  const own = document.lines
    .slice(line, line + height)
    .join(' ')
    .slice(indent)
    .trim();
  const place = { line, column: indent + 1, indent, height, weight: 1 };
  if (led === null) return { ...place, text: own };
  const [, text = '', answer = ''] = led;
  const column = first.length - answer.length + 1;
  return { ...place, text, lead: { line, column, text: answer, isBehind: true } };
};

/** A bold question with its label, and the answer behind it; what asks as well is more of it. */
const LED =
  /^(\*\*[^*]{2,500}[?？؟]\s?\*\*)\s{0,4}(?:[→⇒:：–—-]|->|=>)?\s{0,4}([\p{L}\p{N}`"'([].{0,2000})(?<![?？؟]\s{0,3})$/u;

/** What stands in front of the label of a line; undefined for a line without any. */
const markerOf = (line: string, last: LabelledLine | undefined): string | undefined => {
  if (line.length >= 20_000) return undefined;
  return Q_START.exec(line)?.[1] ?? unsigned(line, last);
};

/** A bold label may lack its sign, where it asks and its number is the next one. */
const unsigned = (line: string, last: LabelledLine | undefined): string | undefined => {
  const match = last?.text.startsWith('**') ? UNSIGNED.exec(line) : null;
  if (match === null || likenessOf(match[3] ?? '') < 1) return undefined;
  const number = readQuestion(last?.text ?? '').number;
  return number !== undefined && Number(match[2]) === number + 1 ? match[1] : undefined;
};

/** The question is the paragraph that starts with the label, but no answer and no list in it. */
const heightOf = (document: Document, from: number): number => {
  let height = 1;
  if (readQuestion(document.lines[from] ?? '').text === '') return height;
  for (; height < 12; height++) {
    const line = document.lines[from + height] ?? '';
    if (line.trim() === '' || document.scanned.isInert(from + height)) break;
    if (/^\s*(?:[-*+#<|]|\d{1,4}[.)]\s|\(?[A-Ha-h1-9][.):]|\*\*|```|~~~)/.test(line)) break;
    if (startsAnswer(line) || Q_START.test(line) || C_START.test(line)) break;
    if (/(?:[?？؟.]|\s{2})[*_)"'”]*$/.test(document.lines[from + height - 1] ?? '')) break;
  }
  return height;
};

/** Family F: `Q:` and `A:` lines, and `C:` lines with `[deletions]`. */
export const findQAndA = (document: Document): Finding | undefined => {
  const questions = labelledLines(document);
  const clozes = clozeLines(document);
  const answers = answerLines(document);
  const paired = pairs(questions, answers);
  const isQuestions =
    (questions.length >= 2 && paired >= questions.length * 0.5) ||
    (questions.length === 1 && paired === 1 && document.headings.length < 4) ||
    (questions.length >= 5 && questions.filter(asks).length >= questions.length * 0.6);
  const isClozes =
    clozes.length >= 2 || (clozes.length === 1 && (isQuestions || isAlone(document)));
  if (!isQuestions && !isClozes) return undefined;
  const marks = [
    ...(isQuestions ? questions.map(markOf) : []),
    ...(isClozes ? clozes.map(clozeMark(document)) : []),
  ].toSorted((a, b) => a.line - b.line);
  return {
    shape: 'q-and-a',
    marks: labelledMarks(document, marks),
    score: marks.length,
    skipped: [],
  };
};

const asks = ({ text }: LabelledLine): boolean => likenessOf(readQuestion(text).text) === 1;

const pairs = (questions: readonly LabelledLine[], answers: readonly number[]): number => {
  let at = 0;
  return questions.filter(({ line }, index) => {
    const next = questions[index + 1]?.line ?? Number.MAX_SAFE_INTEGER;
    while (at < answers.length && (answers[at] ?? 0) <= line) at++;
    return (answers[at] ?? Number.MAX_SAFE_INTEGER) < next;
  }).length;
};

const clozeLines = (document: Document): readonly number[] =>
  linesWhere(document, MAY_BE_CLOZE, (line, index) => {
    if (!line.includes('C:') || !C_START.test(line)) return false;
    const text = document.lines.slice(index, clozeEnd(document, index)).join('\n');
    return deletionsOf(text).length > 0;
  });

/** A file whose first line of text is a cloze. */
const isAlone = (document: Document): boolean =>
  C_START.test(document.lines.find((line) => line.trim() !== '') ?? '');

const BORDER = /^\s{0,3}(?:C:[ \t]|-{3,}\s*$|#{1,6}\s)/;
const MAX_CLOZE_LINES = 60;

const clozeEnd = (document: Document, from: number): number => {
  let end = from + 1;
  while (end < document.lines.length && end < from + MAX_CLOZE_LINES) {
    const line = document.lines[end] ?? '';
    if (!document.scanned.isInert(end) && (BORDER.test(line) || Q_START.test(line))) break;
    end++;
  }
  return end;
};

const markOf = (labelled: LabelledLine): Omit<Mark, 'end'> => {
  const { line, column, text, indent, height, lead } = labelled;
  const mark = { line, column, text, next: line + height, indent };
  return lead === undefined ? mark : { ...mark, lead };
};

const clozeMark =
  (document: Document) =>
  (line: number): Omit<Mark, 'end'> => {
    const end = clozeEnd(document, line);
    const text = document.lines.slice(line, end).join('\n');
    return {
      line,
      column: (document.lines[line] ?? '').search(/C:/) + 1,
      text: text.replace(/^\s*C:[ \t]*/, '').trimEnd(),
      next: end,
      indent: 0,
      isCloze: true,
    };
  };

/** Marks of labelled lines; each ends at the next, or where its section does. */
export const labelledMarks = (
  document: Document,
  marks: readonly Omit<Mark, 'end'>[],
): readonly Mark[] => withSections(document, marks);

/** The marks of lines that are labelled as questions. */
export const marksOfLabelled = (
  document: Document,
  lines: readonly LabelledLine[],
): readonly Mark[] => labelledMarks(document, lines.map(markOf));
