import { plainText } from '../plain-text.ts';
import type { Level } from '../types.ts';

/** What a question line says once its number, label, marks and tags are taken off. */
export interface QuestionText {
  readonly text: string;
  /** The number in front of it. */
  readonly number: number | undefined;
  readonly isNumbered: boolean;
  /** Whether it is called a question: `Q1:`, `Question 3.` */
  readonly isLabelled: boolean;
  readonly level: Level | undefined;
  readonly tags: readonly string[];
}

/** Longer lines are cut before they are cleaned: cleaning costs more than linear time. */
const MAX_LENGTH = 4_000;

const LABEL =
  /^(?:第\s*\p{Nd}{1,5}\s*[题題问問道]\s*[.:：、]?\s*|(?:(?:interview )?question|(?:interviewer|面试官)(?=\s?[:：])|ques|quest|qa|q|(?:exercise|problem|task|challenge|case|item|scenario)(?=\s*[#№]?\s*\d)|pregunta|pergunta|questão|questao|otázka|întrebarea|kérdés|pitanje|ερώτηση|fråga|spørgsmål|spørsmål|kysymys|frage|vraag|domanda|pytanie|вопрос|питання|въпрос|soru|câu hỏi|câu|pertanyaan|问题|問題|问|問|題目|题目|题|質問|문제|질문|سؤال|السؤال|س|প্রশ্ন|प्रश्न|сұрақ)(?:\s*(?:(?:no\.?|n[°º]|#|№|number)\s*[:：]?)?\s*[-–]?\s*\(?(?:\d{1,3}\.){0,3}(\d{1,5})[a-z]?\)?)?(?:\s*[.:：。)\]、,]+|\s+[–—-]\s|\s*$|(?<=\d)[a-z]?\s)\s*)/iu;
/** "Task 3:" is a question in a bank, and a step in a plan: only its number counts. */
const TASK_WORD = /^(?:exercise|problem|task|challenge|case|item|scenario)\b/i;
/** A letter of any language with a number: `P1.`, `D12:`. */
const LETTER_LABEL = /^\p{Lu}(\d{1,4})[a-z]?\s*[.:：。)]\s*/u;
/** The number in front of the letter: `12Q:`. */
const NUMBER_LABEL = /^(\d{1,4})\s?Q\s*[.:：)]\s*/i;
/** A word with a number in brackets of the east: `【扩展 14-2】`. */
const BRACKETED_LABEL = /^【\s?\p{L}{1,12}\s?(?:\d{1,3}[-.–])?(\d{1,4})\s?】\s*/u;
const NUMBER =
  /^[([【]?(?:№|#\s?)?(\p{Nd}{1,5}(?:\.\p{Nd}{1,4}){0,3})[a-z]?(?:[)\]】]+\s*[.:]?\s*|\s*(?:[.:：、．。)]+(?!\p{Nd})|、(?!\p{Nd}+\s*[、,，]))\s*|\s+[-–—|]\s+|(?<=\.\d{1,2})\s+(?=[\p{L}\p{So}"“«„¿`]|\d\p{L})|\\\.\s*)/u;
const DIFFICULTY =
  /\s*[[【]\s*(easy|e|medium|m|hard|h|difficult|beginner|basic|intermediate|mid|advanced|expert|junior|senior)\s*[\]】]\s*/i;
const TAG_LINKS = /\s*\[#[\p{L}\p{N}_-]+\](?:\([^)]*\))?/gu;
const UP_LINK = /\[\[?\s*(?:⬆️?|↑|↥|🔝|🔼|▲|\^)[^\]]*\]?\]\s*\([^)]*\)/gu;
/** Where a question was found: `[[src](…)]`, `[source](…)`. */
const SOURCE_LINK =
  /\s*\[\[?(?:src|source|ref|reference)\]?(?:\([^()\s]{0,500}\))?\]?(?:\([^()\s]{0,500}\))?[\s.]*$/i;
/** How hard it is, in stars: `(★★☆)`. */
const STARS = /\s*[([（【]\s*(★{1,5})(☆{0,5})\s*[)\]）】]\s*$/u;
/** A number in keys, of which ten has a sign of its own. */
const KEYCAPS = /(?:\d\uFE0F?\u20E3)+|🔟/gu;
const EDGE = '\\s\\p{So}\\p{Sk}\\u200B-\\u200F\\u2060';
const EDGE_SYMBOLS = new RegExp(
  `^(?:[${EDGE}|•·»>–—-]|\\uFE0F|\\u20E3)+|(?:[${EDGE}]|\\uFE0F|\\u20E3)+$`,
  'gu',
);
const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/👶|🟢|🟩|🍼|🐣/u, 'junior'],
  [/🟡|🟨|🟠/u, 'mid'],
  [/🚀|🔴|🟥|🔥/u, 'senior'],
];

/** Cleans the raw Markdown of a question line. */
export const readQuestion = (raw: string): QuestionText => {
  const known = read.get(raw);
  if (known !== undefined) return known;
  const short = raw.length > MAX_LENGTH ? raw.slice(0, MAX_LENGTH) : raw;
  const question = PLAIN.test(short) ? readPlain(short) : (readBold(short) ?? readMarked(short));
  if (read.size >= MAX_READ) read.clear();
  read.set(raw, question);
  return question;
};

/** What was read: several shapes look at the same lines, and the one that is found once more. */
const read = new Map<string, QuestionText>();
const MAX_READ = 1 << 15;

/** Words and numbers alone, as most questions are. */
const PLAIN = /^[A-Za-z0-9 .,?!'"()/+=;%$@:-]*$/;

const readPlain = (raw: string): QuestionText => {
  const spaced = raw.includes('  ') ? raw.replace(/ {2,}/g, ' ') : raw;
  const { text, number, isNumbered, isLabelled } = stripNumber(stripEdges(spaced));
  const bare = stripEdges(text) || text;
  return { text: bare, number, isNumbered, isLabelled, level: undefined, tags: NO_TAGS };
};

const NO_TAGS: readonly string[] = [];

/** Words and numbers alone between two stars on either side. */
const BOLD = /^\*\*([A-Za-z0-9][A-Za-z0-9 .,?!'"()/+=;%$@-]*)\*\*$/;

/** A bold line without other marks, as most bold lines are: undefined for any other. */
const readBold = (raw: string): QuestionText | undefined => {
  const inner = raw.startsWith('**') ? BOLD.exec(raw)?.[1] : undefined;
  if (inner === undefined || inner.endsWith(' ')) return undefined;
  const question = readPlain(inner);
  return question.text === '' ? undefined : question;
};

/** A backslash that breaks the line behind a question. */
const BREAK = /(?<=[\s?？.:!*)])\\\s*$/;

const readMarked = (marked: string): QuestionText => {
  const raw = marked.includes('\\') ? marked.replace(BREAK, '') : marked;
  const tags = raw.includes('[#')
    ? [...raw.matchAll(TAG_LINKS)].map((match) => /#([\p{L}\p{N}_-]+)/u.exec(match[0])?.[1] ?? '')
    : NO_TAGS;
  const difficulty = /[[【]/.test(raw) ? DIFFICULTY.exec(raw)?.[1]?.toLowerCase() : undefined;
  const bare = withoutSigns(raw);
  const stripped = stripNumber(stripEdges(plainText(bare)));
  // Signs alone, as in "Q: <C-v>", are a question too.
  const { text, number, isNumbered, isLabelled } =
    stripped.text === '' ? stripNumber(raw.trim()) : stripped;
  const edged = stripEdges(text) || text;
  return {
    text: edged.endsWith('**') ? edged.replace(/\s*\*{2,}$/, '') : edged,
    number,
    isNumbered,
    isLabelled,
    level: levelOf(difficulty, raw),
    tags,
  };
};

/** Takes off what says how hard a question is, what it is about, and where the top of the page is. */
const withoutSigns = (raw: string): string => {
  const unsourced = raw.includes('[') ? raw.replace(SOURCE_LINK, '') : raw;
  const unlinked = /[[【]/.test(raw)
    ? unsourced.replace(UP_LINK, '').replace(TAG_LINKS, '').replace(DIFFICULTY, ' ')
    : raw;
  const unstarred = unlinked.includes('★') ? unlinked.replace(STARS, '') : unlinked;
  const bare = /\u20E3|🔟/u.test(unstarred)
    ? unstarred.replace(KEYCAPS, (caps) => `${caps === '🔟' ? 10 : caps.replace(/\D/g, '')}. `)
    : unstarred;
  const named = bare.includes(':') ? bare.replace(/:[a-z][a-z0-9_]{2,40}:/g, '') : bare;
  return named.includes('***') ? named.replace(/(?:^|\s)\*{3}(?=\s*(?:<|$))/g, '') : named;
};

const stripEdges = (text: string): string =>
  /^[A-Za-z0-9].*[A-Za-z0-9?.!)]$/.test(text) ? text : text.replace(EDGE_SYMBOLS, '').trim();

/** How a number or a label may start, in ASCII; texts in other scripts are always looked at. */
const MAY_BE_LABEL =
  /^(?:[\d([#]|[^\u0000-\u007F]|[A-Z]\d|qa?[\W\d]|ques|interview(?: q|er)|exer|prob|task|chal|case|item|scen|preg|perg|fr.g|vraag|otáz|k.rd|pita|sp.r|kysy|doma|pyta|soru|c.u|pert)/i;

interface Stripped {
  readonly text: string;
  readonly number: number | undefined;
  readonly isNumbered: boolean;
  readonly isLabelled: boolean;
}

const stripNumber = (plain: string): Stripped => {
  let text = plain;
  let number: number | undefined;
  let isLabelled = false;
  let isNumbered = false;
  for (let round = 0; round < 3 && MAY_BE_LABEL.test(text); round++) {
    const label = labelOf(text);
    const match = label ?? NUMBER.exec(text);
    if (match === null || match[0] === '') break;
    isLabelled ||= label !== null && !TASK_WORD.test(text);
    isNumbered ||= match[1] !== undefined;
    number = match[1] === undefined ? number : digitsOf(match[1]);
    text = text.slice(match[0].length).trimStart();
  }
  return { text, number, isNumbered, isLabelled };
};

const labelOf = (text: string): RegExpExecArray | null =>
  LABEL.exec(text) ??
  LETTER_LABEL.exec(text) ??
  NUMBER_LABEL.exec(text) ??
  BRACKETED_LABEL.exec(text);

/** The last part of a number such as 3.12; numbers in other digits than 0 to 9 have no value. */
const digitsOf = (text: string): number | undefined => {
  const value = Number.parseInt(text.split('.').at(-1) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
};

const levelOf = (word: string | undefined, raw: string): Level | undefined => {
  if (word === undefined && /^[\u0000-\u007F]*$/.test(raw)) return undefined;
  if (word !== undefined) return levelOfWord(word);
  const stars = raw.includes('★') ? STARS.exec(raw) : null;
  if (stars !== null) return levelOfStars(stars[1]?.length ?? 0, stars[2]?.length ?? 0);
  return LEVELS.find(([mark]) => mark.test(raw))?.[1];
};

const levelOfStars = (full: number, empty: number): Level => {
  const share = full / (full + empty);
  if (share >= 0.8) return 'senior';
  return share > 0.4 ? 'mid' : 'junior';
};

/** The level that a plain word of difficulty stands for. */
export const levelOfWord = (word: string): Level | undefined => {
  const known = word.toLowerCase();
  if (/^(?:e|easy|beginner|basic|junior)$/.test(known)) return 'junior';
  if (/^(?:m|medium|intermediate|mid|moderate)$/.test(known)) return 'mid';
  return /^(?:h|hard|difficult|advanced|expert|senior)$/.test(known) ? 'senior' : undefined;
};
