import type { FoundCard } from '../found-card.ts';
import { plainText } from '../plain-text.ts';
import { deletionsOf, fillDeletions, hideDeletion } from './cloze.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';

/** One card for each deletion: the sentence with that one hidden, and what was hidden. */
export const clozeCards = (
  document: Document,
  mark: Mark,
  chapter: string | undefined,
): readonly FoundCard[] => {
  const text = mark.text.trimEnd();
  const deletions = deletionsOf(text);
  const whole = fillDeletions(text, deletions);
  const height = text.split('\n').length;
  return deletions.map((deletion, index): FoundCard => {
    const body = `${deletion.text}\n\n${whole}`;
    return {
      question: plainText(hideDeletion(text, deletions, index).replace(/\s*\n\s*/g, ' ')),
      line: mark.line,
      column: mark.column,
      comment: {},
      commentLine: undefined,
      bodyLine: mark.line,
      endLine: Math.min(mark.end, mark.line + height),
      body,
      chapter,
      isAnswered: deletion.text.trim() !== '',
      kind: 'cloze',
      cloze: { sentence: plainText(whole.replace(/\s*\n\s*/g, ' ')), number: index + 1 },
      origins: originsOf(document, mark, text, deletion.from, body),
    };
  });
};

/** The hidden words stand where the deletion does, the sentence where it starts. */
const originsOf = (
  document: Document,
  mark: Mark,
  text: string,
  from: number,
  body: string,
): NonNullable<FoundCard['origins']> => {
  const before = text.slice(0, from).split('\n');
  const line = mark.line + before.length - 1;
  const first = (document.lines[mark.line] ?? '').indexOf(text.split('\n')[0] ?? '');
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? Math.max(0, first) : 0) + 2;
  const own = body.split('\n').length - text.split('\n').length - 1;
  return [
    ...Array.from({ length: own }, () => ({ line, column })),
    { line, column: 1 },
    ...text.split('\n').map((_, index) => ({
      line: mark.line + index,
      column: index === 0 ? Math.max(0, first) + 1 : 1,
    })),
  ];
};
