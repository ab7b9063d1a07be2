import { stripEmphasis } from './strip-emphasis.ts';

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200B\u00AD]+/g;

/** No line that somebody reads is longer; what is longer costs more than linear time. */
const MAX_LENGTH = 4_000;

/**
 * The words of one line of Markdown, as a person reads them: no emphasis marks, link targets,
 * tags, entities or control characters. Works on the line alone, so it costs microseconds and
 * never throws; inside a code span everything stays as it is.
 */
export const plainText = (markdown: string): string => {
  const text = markdown.length > MAX_LENGTH ? markdown.slice(0, MAX_LENGTH) : markdown;
  if (NOTHING_TO_STRIP.test(text)) return text.replace(/ {2,}/g, ' ').trim();
  if (!text.includes('`')) return tidy(stripInline(text));
  // Code is taken out for the while, so that emphasis around it is seen and none in it.
  const code: string[] = [];
  const masked = text.replaceAll(MASK, ' ').replace(CODE, (_, __, inner: string) => {
    code.push(inner.trim());
    return MASK;
  });
  let next = 0;
  return tidy(stripInline(masked).replaceAll(MASK, () => code[next++] ?? ''));
};

/** Words alone, as most headings are. */
const NOTHING_TO_STRIP = /^[A-Za-z0-9 .,?!'"()/+=;:%$@-]*$/;

const CODE = /(`+)(.+?)\1(?!`)/g;
const MASK = '\u0001';

const tidy = (text: string): string =>
  UNTIDY.test(text) ? text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim() : text.trim();

/** Control characters, white space other than blanks, or more than one of it in a row. */
const UNTIDY = /[\u0000-\u001F\u007F-\u009F\u200B\u00AD]|[^\S ]| {2}/;

const stripInline = (text: string): string =>
  stripEscapes(stripEntities(stripStrikes(stripEmphasis(stripLinks(text)))));

const stripStrikes = (text: string): string =>
  text.includes('~~') ? text.replace(/~~(?=\S)([^~]+)~~/g, '$1') : text;

const stripEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(#x?[0-9a-f]+|[a-z]+);/gi,
        (whole, name: string) => decodeEntity(name) ?? whole,
      )
    : text;

const stripEscapes = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text;

const stripLinks = (text: string): string => stripTags(stripTargets(stripComments(text)));

const stripTargets = (text: string): string =>
  text.includes('](') || text.includes('][')
    ? text
        .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, '$1')
        .replace(/\[([^\][]+)\]\[[^\][]*\]/g, '$1')
    : text;

const stripTags = (text: string): string =>
  text.includes('<')
    ? text.replace(/<(?:https?:\/\/|mailto:)([^<>\s]+)>/g, '$1').replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    : text;

const stripComments = (text: string): string => {
  let from = text.indexOf('<!--');
  if (from < 0) return text;
  let result = '';
  let last = 0;
  while (from >= 0) {
    const to = text.indexOf('-->', from);
    if (to < 0) break;
    result += text.slice(last, from);
    last = to + 3;
    from = text.indexOf('<!--', last);
  }
  return result + text.slice(last);
};

const decodeEntity = (name: string): string | undefined => {
  if (!name.startsWith('#')) return NAMED_ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
};
