import { plainText } from './plain-text.ts';
import { parseHeading, scanLines } from './scan.ts';

/** A question as the text of a heading that is read as that question again. */
export const headingText = (question: string): string => {
  const isRead = (text: string): boolean =>
    plainText(parseHeading(`## ${text}`, 0)?.text ?? '') === question;
  if (isRead(question)) return question;
  // Marks that Markdown would take for its own, as character references.
  return question
    .replace(/\\/g, '\\\\')
    .replace(/[&<>`*_~[\]!#]/g, (mark) => `&#${mark.codePointAt(0)};`);
};

/** Headings of these levels would end a card, or begin one. */
const DEEPEST_BORDER = 2;

/**
 * A body that can stand in a file with others: its headings begin no card, and what it leaves open
 * does not reach into the next one.
 */
export const sealBody = (body: string): string => {
  const scanned = scanLines(body);
  return scanned.lines
    .map((line, index) => {
      if (scanned.isInert(index)) return line;
      const heading = parseHeading(line, index);
      if (heading !== undefined && heading.level <= DEEPEST_BORDER) {
        return line.replace(/#+/, '####');
      }
      // What is still open here is never closed in this body.
      if (/^ {0,3}<!--/.test(line)) return line.replace('<!--', '&lt;!--');
      return /^[\s\u200B]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}(?=[^`]*$)|~{3})/.test(line)
        ? line.replace(/(?:`{3,}|~{3,})/, (run) => run.replace(/./g, '\\$&'))
        : line;
    })
    .join('\n')
    .replace(/(?:\n[ \t]*)+$/, '');
};
