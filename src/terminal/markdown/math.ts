import { decodeEntities } from './entities.ts';

/** A part of a text node: words as they are, or the TeX of a formula. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string };

/**
 * `$$..$$`, `\[..\]`, `\(..\)` and `$..$`. A single dollar opens a formula only where no amount of
 * money can be meant: no space inside it, no letter or digit outside, and the checks of `isMath`.
 */
const FORMULA =
  /\$\$(?<display>[^$]{1,800}?)\$\$|\\{1,2}\[(?<brackets>.{1,800}?)\\{1,2}\]|\\{1,2}\((?<parens>.{1,400}?)\\{1,2}\)|(?<![\\$\p{L}\p{N}])\$(?<inline>(?![\s$])(?:\\.|[^$\\]){1,400}?(?<!\s))\$(?![\p{L}\p{N}$])/gsu;

const PUNCTUATION = '!-/:-@[-`{-~';
const ESCAPED = new RegExp(`\\\\([${PUNCTUATION}])`, 'g');
const IS_PUNCTUATION = new RegExp(`^[${PUNCTUATION}]$`);

/** Parts a text into words and formulas. */
export const splitMath = (text: string): TextPart[] => splitBy(text, (words) => words);

/**
 * The same with the Markdown that the text came from, where a backslash before punctuation is
 * still there: so `\(x\)` is a formula, `\,` a space in one, and `\$` never opens one.
 */
export const splitMathSource = (text: string, markdown: string): TextPart[] => {
  const escaped = restoreEscapes(text, markdown);
  return escaped === undefined
    ? splitMath(text)
    : splitBy(escaped, (words) => words.replace(ESCAPED, '$1'));
};

/** Parts Markdown itself into words and formulas, where its marks have no meaning. */
export const splitMathMarkdown = (markdown: string): TextPart[] =>
  splitBy(markdown, (words) => decodeEntities(words.replace(ESCAPED, '$1')));

/** Where in Markdown formulas lie, and whether they are surely meant as such. */
export const formulaRanges = (
  markdown: string,
): { readonly start: number; readonly end: number; readonly isSure: boolean }[] =>
  markdown.includes('$') || markdown.includes('\\')
    ? Array.from(markdown.matchAll(FORMULA))
        .filter(([whole]) => !whole.includes('`') && isMath(whole))
        .map(({ index, 0: whole }) => ({
          start: index,
          end: index + whole.length,
          isSure: isSurelyMath(whole.slice(1, -1)),
        }))
    : [];

const splitBy = (text: string, toWords: (raw: string) => string): TextPart[] => {
  if (!text.includes('$') && !text.includes('\\')) return [{ kind: 'words', text }];
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    const { display, brackets, parens, inline } = match.groups ?? {};
    const tex = display ?? brackets ?? parens ?? inline ?? '';
    const bracketed = brackets !== undefined || parens !== undefined;
    if (!(bracketed ? isSurelyMath(tex) : isMath(tex))) continue;
    parts.push({ kind: 'words', text: toWords(text.slice(end, match.index)) });
    parts.push({ kind: 'math', tex: tex.replace(/\s+/g, ' ').trim() });
    end = match.index + match[0].length;
  }
  parts.push({ kind: 'words', text: toWords(text.slice(end)) });
  return parts.filter((part) => part.kind === 'math' || part.text !== '');
};

/** Amounts hold digits and punctuation only. */
const isMath = (tex: string): boolean => /[\p{L}\\^_=]/u.test(tex) && tex.trim() !== '';

/** People escape brackets in prose too, as in `\\[sic\\]`. */
const isSurelyMath = (tex: string): boolean =>
  /\\[a-zA-Z]|[\^=]|_(?:\{|\w(?!\w))|^\s*\p{L}(?:\(\p{L}\))?\s*$/u.test(tex);

/**
 * The text with each backslash put back that Markdown took as an escape; `undefined` if the text
 * does not follow from that Markdown, as after an edit of the tree.
 */
const restoreEscapes = (text: string, markdown: string): string | undefined => {
  let at = 0;
  let restored = '';
  for (const character of text) {
    if (character === '\n') at += lengthOf(/^[ \t]*/, markdown.slice(at, at + 200));
    const step = sourceOf(character, markdown, at);
    if (step === undefined) return undefined;
    restored += step.escaped ? `\\${character}` : character;
    at += step.length;
    // Quote marks and indents of the next line are in the source only.
    if (character === '\n') at += lengthOf(/^[ \t>]*/, markdown.slice(at, at + 200));
  }
  return restored;
};

/** How a character of the text is written in the Markdown. */
const sourceOf = (
  character: string,
  markdown: string,
  at: number,
): { readonly length: number; readonly escaped: boolean } | undefined => {
  if (markdown[at] === '\\' && markdown[at + 1] === character && IS_PUNCTUATION.test(character)) {
    return { length: 2, escaped: true };
  }
  if (markdown[at] === '&') {
    const length = lengthOf(/^&#?\w{1,32};/, markdown.slice(at, at + 36));
    if (length > 0) return { length, escaped: false };
  }
  return markdown.startsWith(character, at)
    ? { length: character.length, escaped: false }
    : undefined;
};

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;
