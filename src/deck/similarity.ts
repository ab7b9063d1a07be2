import { distance } from 'fastest-levenshtein';
import { normalise } from './normalise.ts';

/** A question as its words, for comparing it with many others. */
export interface Words {
  readonly words: readonly string[];
  /** The words without spaces: a hyphen more or less makes no other question. */
  readonly joined: string;
  /** Of all words together. */
  readonly weight: number;
}

// A script without spaces is compared by its characters.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** Words that say little of what a question is about; they weigh half. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by can could do does for from have how in is it its of on or s should ' +
    'so t that the their them there these this to was what when where which who why will with ' +
    'would you your explain describe define'
  ).split(' '),
);

/** Where only one of two questions has one of these, they ask for opposites. */
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'without', 'cannot']);

const OPPOSITE = /^(?:dis|un|non|in|im|ir|anti|de|mis)$/;

/** The words of a question. */
export const wordsOf = (question: string): Words => {
  const normal = normalise(question);
  const words = normal.match(WORD) ?? [];
  return { words, joined: normal.replaceAll(' ', ''), weight: weigh(words) };
};

/** The weight of all these words together. */
export const weigh = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + weightOf(word), 0);

const weightOf = (word: string): number => (SMALL_WORDS.has(word) ? 0.5 : 1);

/** Cap for questions that differ by a number or a negation: they look alike and are not. */
const OPPOSED = 0.5;

/**
 * How far two questions are the same one, 0 to 1: twice the weight of the words that they share,
 * over the weight of all (Dice). A misspelt long word counts nearly as the word; `GPU` for `TPU`
 * does not, nor does another number, or `disadvantage` for `advantage`.
 */
export const similarity = (a: Words, b: Words): number => {
  if (a.joined === b.joined) return 1;
  const restA: string[] = [];
  const left = countWords(b.words);
  let shared = 0;
  for (const word of a.words) {
    const count = left.get(word) ?? 0;
    if (count === 0) restA.push(word);
    else {
      left.set(word, count - 1);
      shared += weightOf(word);
    }
  }
  const restB = [...left].flatMap(([word, count]) => Array<string>(count).fill(word));
  const total = a.weight + b.weight;
  const misspelt = pairMisspelt(restA, restB);
  const share = total === 0 ? 0 : (2 * shared + misspelt.weight) / total;
  return areOpposed(misspelt.restA, misspelt.restB) ? Math.min(OPPOSED, share) : share;
};

const countWords = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

interface Misspelt {
  /** What the pairs add to twice the shared weight. */
  readonly weight: number;
  readonly restA: readonly string[];
  readonly restB: readonly string[];
}

const TYPO_WORTH = 0.9;
const MAX_REST = 40;

const pairMisspelt = (wordsA: readonly string[], wordsB: readonly string[]): Misspelt => {
  if (wordsA.length > MAX_REST || wordsB.length > MAX_REST) {
    return { weight: 0, restA: wordsA, restB: wordsB };
  }
  const restB = [...wordsB];
  const restA: string[] = [];
  let weight = 0;
  for (const word of wordsA) {
    const at = restB.findIndex((other) => isTypoOf(word, other));
    if (at < 0) restA.push(word);
    else {
      weight += TYPO_WORTH * (weightOf(word) + weightOf(restB[at] ?? ''));
      restB.splice(at, 1);
    }
  }
  return { weight, restA, restB };
};

/** One letter wrong in a word of 5 to 7, two in a longer one; a plural of any length. */
const isTypoOf = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (/\d/.test(a) || /\d/.test(b) || areOpposites(short, long)) return false;
  if (short.length > 2 && (long === `${short}s` || long === `${short}es`)) return true;
  const allowed = short.length < 5 ? 0 : short.length < 8 ? 1 : 2;
  if (allowed === 0 || long.length - short.length > allowed) return false;
  return distance(short, long) <= allowed || sorted(short) === sorted(long);
};

/** Letters in another order are a slip of the fingers. */
const sorted = (word: string): string => [...word].toSorted().join('');

const areOpposites = (short: string, long: string): boolean =>
  long.length > short.length &&
  long.endsWith(short) &&
  OPPOSITE.test(long.slice(0, long.length - short.length));

const areOpposed = (restA: readonly string[], restB: readonly string[]): boolean => {
  const all = [...restA, ...restB];
  if (all.some((word) => NEGATIONS.has(word))) return true;
  const isNumber = (word: string): boolean => /\d/.test(word);
  if (restA.some(isNumber) && restB.some(isNumber)) return true;
  return restA.some((a) => restB.some((b) => areOpposites(a, b) || areOpposites(b, a)));
};
