import type { Root } from 'mdast';
import type { Choices } from '../deck/choices.ts';
import { parseMarkdown } from '../deck/markdown.ts';
import { type SectionName, sectionText, splitSections } from '../deck/sections.ts';
import { createInk, type Ink } from './markdown/ink.ts';
import { plainLinks } from './markdown/plain-links.ts';
import { type Rendered, type RenderedLink, renderMarkdown } from './markdown/render-markdown.ts';
import { PLAIN } from './markdown/span.ts';
import { padEnd, wrapText } from './text.ts';
import type { Theme } from './theme.ts';
import { widthOf } from './width.ts';

/** Parts of a card that follow its answer, with what they are called on the screen. */
const PARTS: readonly (readonly [SectionName, string])[] = [
  ['keyPoints', 'Key points'],
  ['trap', 'Trap'],
  ['followUps', 'Follow-ups'],
];

/** A card's answer ready for a terminal, and its links by the numbers that stand there. */
export type RenderedAnswer = Rendered;

/** A card to be read and not to be asked: what is shown with its question comes first. */
export const renderToRead = (body: string, width: number, theme: Theme): RenderedAnswer =>
  renderAnswer(body, undefined, width, theme, sectionText(splitSections(body), 'given'));

/**
 * A card's answer as lines: the answer, the reasons of its options where it is asked by them,
 * key points, trap and follow-ups, and last all links with their numbers.
 *
 * @param given what comes before all of it
 */
export const renderAnswer = (
  body: string,
  choices: Choices | undefined,
  width: number,
  theme: Theme,
  given = '',
): RenderedAnswer => {
  const sections = splitSections(body);
  const parts = PARTS.flatMap(([name, label]) => {
    const text = sectionText(sections, name);
    return text === '' ? [] : [`### ${label}`, text];
  });
  const answer = sectionText(sections, 'answer');
  const text = [given, answer, ...reasonsOf(choices), ...parts]
    .filter((part) => part !== '')
    .join('\n\n');
  const main = render(text, width, theme);
  const references = sectionText(sections, 'references');
  const links = numberLinks(
    main.links,
    plainLinks(references) ?? render(references, width, theme).links,
  );
  const ink = createInk(theme, theme.hyperlinks ?? false);
  const notes = links.flatMap((link) => linkLines(link, width, ink));
  return { lines: [...main.lines, ...(notes.length > 0 ? ['', ...notes] : [])], links };
};

const reasonsOf = (choices: Choices | undefined): readonly string[] => {
  const reasons = (choices?.options ?? [])
    .filter(({ reason }) => reason !== '')
    .map(
      ({ text, right, reason }) =>
        `- ${right ? '**Right:**' : '**Wrong:**'} ${text}\n  - ${reason.split('\n').join('\n  - ')}`,
    );
  return reasons.length === 0 ? [] : [reasons.join('\n')];
};

const render = (text: string, width: number, theme: Theme): Rendered => {
  if (text === '') return { lines: [], links: [] };
  const parsed = parseMarkdown(text);
  const root: Root =
    parsed.kind === 'tree'
      ? parsed.root
      : { type: 'root', children: [{ type: 'code', value: parsed.text }] };
  const hyperlinks = theme.hyperlinks ?? false;
  return renderMarkdown(root, { width, theme, hyperlinks, source: text });
};

/** Links of the text keep the numbers that stand there; references follow. */
const numberLinks = (
  inText: readonly RenderedLink[],
  references: readonly RenderedLink[],
): readonly RenderedLink[] => {
  const known = new Map(inText.map((link) => [link.url, link]));
  for (const { url, text } of references) {
    known.set(url, { number: known.get(url)?.number ?? known.size + 1, text, url });
  }
  return [...known.values()];
};

/** A link as a note: its number and words, and its URL to read, to copy and to click. */
const linkLines = (
  { number, text, url }: RenderedLink,
  width: number,
  ink: Ink,
): readonly string[] => {
  const label = `[${number}] `;
  const room = width - label.length;
  const dress = (part: string): string =>
    ink.line([{ text: part, look: { ...PLAIN, link: { number, url } } }]);
  const isNamed = text !== '' && text !== url;
  if (isNamed && widthOf(text) + widthOf(url) + 2 <= room) {
    return [label + padEnd(text, room - widthOf(url)) + dress(url)];
  }
  const lines = [...(isNamed ? wrapText(text, room) : []), ...wrapText(url, room).map(dress)];
  const indent = ' '.repeat(label.length);
  return lines.map((line, index) => (index === 0 ? label : indent) + line);
};
