import { createRandom, type Random } from '../../src/session/random.ts';

/** What authors do to the text of a bank; its questions stay in their order and are as many. */
export type Edit = (text: string, seed: number) => string;

/** Words that name parts of a bank: an author who changes these changes its shape. */
const KEPT = new Set(
  'answer answers question questions explanation correct details summary hint solution'.split(' '),
);

/** Words of prose, outside of code, tags, links and whatever else has a form. */
const PROSE_WORD = /(?<![\w`<&/@:.\-[(#*=\\])[a-z]{4,}(?![\w`>;/@\-\])(*=:\\]|\.\w)/g;

const editWords = (text: string, seed: number, edit: (word: string, random: Random) => string) => {
  const random = createRandom(seed);
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(?:[-*+]\s+|\d+[.)]\s+)*(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
      if (mark !== undefined && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
      const isProse = mark === undefined && fence === '' && !/^\s*(?:<|---|\|| {4}\S)/.test(line);
      if (!isProse) return line;
      return line.replace(PROSE_WORD, (word) => (KEPT.has(word) ? word : edit(word, random)));
    })
    .join('\n');
};

/** Two letters of one word in thirty change places. */
export const makeTypos: Edit = (text, seed) =>
  editWords(text, seed, (word, random) => {
    if (random() > 1 / 30) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });

const OTHER_WORDS =
  'usually approach element certain further perhaps quickly setting measure process result typical'.split(
    ' ',
  );

/** One word in ten is another one, in questions and in answers. */
export const reword: Edit = (text, seed) =>
  editWords(text, seed, (word, random) =>
    random() < 0.1 ? (OTHER_WORDS[Math.floor(random() * OTHER_WORDS.length)] ?? word) : word,
  );

/** Every number in front of a heading or an item is seven more. */
export const renumber: Edit = (text) =>
  text.replace(
    /^(\s*(?:#{1,6} )?(?:\*\*)?(?:Q|Question )?)(\d{1,3})([.):])/gm,
    (_, before: string, number: string, after: string) => `${before}${Number(number) + 7}${after}`,
  );

/** A sentence more at the end of every third paragraph. */
export const addSentences: Edit = (text, seed) => {
  const random = createRandom(seed);
  return text.replace(/^([A-Z][^\n|<>`#]{60,}\.)$/gm, (line) =>
    random() < 1 / 3 ? `${line} More on this can be read in many books.` : line,
  );
};
