const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200B\u00AD]+/g;

/**
 * The words of one line of Markdown, as a person reads them: no emphasis marks, link targets,
 * tags, entities or control characters. Works on the line alone, so it costs microseconds and
 * never throws; inside a code span everything stays as it is.
 */
export const plainText = (markdown: string): string =>
  markdown
    .split(/(`+)(.+?)\1(?!`)/)
    .map((part, index) => {
      if (index % 3 === 1) return '';
      return index % 3 === 2 ? part.trim() : stripInline(part);
    })
    .join('')
    .replace(CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const stripInline = (text: string): string =>
  text
    .replace(/<!--.*?-->/g, '')
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\[([^\][]+)\]\[[^\][]*\]/g, '$1')
    .replace(/<(?:https?:\/\/|mailto:)([^>\s]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/(?<![\\*])(\*{1,3})(?=\S)(.+?)(?<=[^\s*\\])\1(?!\*)/g, '$2')
    .replace(/(?<![\w\\_])(_{1,3})(?=\S)(.+?)(?<=[^\s_\\])\1(?!\w)/g, '$2')
    .replace(/~~(?=\S)(.+?)~~/g, '$1')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => decodeEntity(name) ?? whole)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

const decodeEntity = (name: string): string | undefined => {
  if (!name.startsWith('#')) return NAMED_ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
};
