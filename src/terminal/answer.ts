import type { Root } from 'mdast';
import type { Choices } from '../deck/choices.ts';
import { parseMarkdown } from '../deck/markdown.ts';
import { type SectionName, sectionText, splitSections } from '../deck/sections.ts';
import { type RenderedLink, renderMarkdown } from './markdown/render-markdown.ts';
import { padEnd, widthOf, wrapText } from './text.ts';
import type { Theme } from './theme.ts';

/** Parts of a card that follow its answer, with what they are called on the screen. */
const PARTS: readonly (readonly [SectionName, string])[] = [
  ['keyPoints', 'Key points'],
  ['trap', 'Trap'],
  ['followUps', 'Follow-ups'],
];

/**
 * A card's answer as lines: the answer, the reasons of its options where it is asked by them,
 * key points, trap and follow-ups, and last all links with their numbers.
 */
export const renderAnswer = (
  body: string,
  choices: Choices | undefined,
  width: number,
  theme: Theme,
): readonly string[] => {
  const sections = splitSections(body);
  const parts = PARTS.flatMap(([name, label]) => {
    const text = sectionText(sections, name);
    return text === '' ? [] : [`### ${label}`, text];
  });
  const answer = sectionText(sections, 'answer');
  const text = [answer, ...reasonsOf(choices), ...parts].filter((part) => part !== '').join('\n\n');
  const main = render(text, width, theme);
  const references = render(sectionText(sections, 'references'), width, theme);
  const links = linkLines(main.links, references.links, width);
  return [...main.lines, ...(links.length > 0 ? ['', ...links] : [])];
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

const render = (
  text: string,
  width: number,
  theme: Theme,
): { readonly lines: readonly string[]; readonly links: readonly RenderedLink[] } => {
  const parsed = parseMarkdown(text);
  const root: Root =
    parsed.kind === 'tree'
      ? parsed.root
      : { type: 'root', children: [{ type: 'code', value: parsed.text }] };
  return renderMarkdown(root, { width, theme, hyperlinks: false, source: text });
};

/** Links of the text keep the numbers that stand there; references follow. */
const linkLines = (
  inText: readonly RenderedLink[],
  references: readonly RenderedLink[],
  width: number,
): readonly string[] => {
  const known = new Map(inText.map(({ url, text, number }) => [url, { text, number }]));
  for (const { url, text } of references) {
    const number = known.get(url)?.number ?? known.size + 1;
    known.set(url, { text, number });
  }
  return [...known].flatMap(([url, { text, number }]) => linkLine(number, text, url, width));
};

const linkLine = (number: number, text: string, url: string, width: number): readonly string[] => {
  const label = `[${number}] `;
  const indent = ' '.repeat(label.length);
  const isNamed = text !== '' && text !== url;
  if (isNamed && widthOf(text) + widthOf(url) + label.length + 2 <= width) {
    return [`${label}${padEnd(text, width - label.length - widthOf(url))}${url}`];
  }
  const lines = [
    ...(isNamed ? wrapText(text, width - label.length) : []),
    ...wrapText(url, width - label.length),
  ];
  return lines.map((line, index) => (index === 0 ? label : indent) + line);
};
