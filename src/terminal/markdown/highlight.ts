import type { SyntaxName } from '../theme.ts';
import { type Language, languageOf } from './code-languages.ts';

/** A stretch of code of one kind; `undefined` is what has no style. */
export interface Token {
  readonly text: string;
  readonly kind: SyntaxName | undefined;
}

/** Longer code is shown plain. */
const MAX_LENGTH = 65_536;

/** What the groups of the patterns mean, beyond those that are named after a style. */
const KINDS: Readonly<Record<string, SyntaxName | undefined>> = {
  keyword: 'keyword',
  string: 'string',
  regexp: 'string',
  heredoc: 'string',
  scalar: 'string',
  comment: 'comment',
  number: 'number',
  title: 'title',
  key: 'title',
};

/**
 * Code as tokens, which together are the code and nothing else; a language that is not known is one
 * plain token. Its lines end with a line feed alone. Our own few patterns and not highlight.js: that
 * takes 30 ms to start and 49 kB, for the distinctions that five styles can show.
 */
export const highlight = (code: string, lang: string): Token[] => {
  const language = languageOf(lang);
  if (language === undefined || code.length > MAX_LENGTH) return [{ text: code, kind: undefined }];
  const tokens: Token[] = [];
  let end = 0;
  let introduced = false;
  for (const match of code.matchAll(language.pattern)) {
    const text = match[0];
    const gap = code.slice(end, match.index);
    if (gap !== '') tokens.push({ text: gap, kind: undefined });
    end = match.index + text.length;
    const word = match.groups?.['word'];
    const named = introduced && word !== undefined && gap.trim() === '';
    const kind = word === undefined ? kindOf(match.groups ?? {}) : wordKind(word, language);
    tokens.push({ text, kind: named && kind === undefined ? 'title' : kind });
    introduced = word !== undefined && language.introducers.has(word);
  }
  if (end < code.length) tokens.push({ text: code.slice(end), kind: undefined });
  return tokens;
};

/** The same, cut at the ends of lines. */
export const highlightLines = (code: string, lang: string): Token[][] => {
  const lines: Token[][] = [[]];
  for (const { text, kind } of highlight(code, lang)) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, kind });
    }
  }
  return lines;
};

const wordKind = (
  word: string,
  { keywords, constants, ignoresCase }: Language,
): SyntaxName | undefined => {
  const key = ignoresCase ? word.toLowerCase() : word;
  if (keywords.has(key)) return 'keyword';
  return constants.has(key) ? 'number' : undefined;
};

const kindOf = (groups: Readonly<Record<string, string | undefined>>): SyntaxName | undefined => {
  for (const name in groups) {
    if (groups[name] !== undefined && name in KINDS) return KINDS[name];
  }
  return undefined;
};
