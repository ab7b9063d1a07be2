import type { Root } from 'mdast';
import { parseMarkdown } from '../../deck/markdown.ts';
import { type SectionName, sectionText, splitSections } from '../../deck/sections.ts';
import type { AskedOptions } from '../card-view.ts';
import { cleanLine } from '../markdown/clean.ts';
import { type Rendered, renderMarkdown } from '../markdown/render-markdown.ts';
import { widthOf } from '../text.ts';
import { content, roomOf, say, type Utterance } from './speech.ts';
import { forSpeech } from './spoken-markdown.ts';
import { SPOKEN_THEME } from './theme.ts';

/** A link of an answer, by the number that is said behind its words. */
export interface SpokenLink {
  readonly number: number;
  readonly url: string;
}

/** What says the Markdown of a card; it is loaded after the first question was heard. */
export interface CardSpeaker {
  readonly answer: typeof speakAnswer;
  readonly stem: typeof speakStem;
}

export interface SpokenAnswer {
  readonly said: readonly Utterance[];
  readonly links: readonly SpokenLink[];
}

/** Parts of a card that follow its answer, as they are called. */
const PARTS: readonly (readonly [SectionName, string])[] = [
  ['keyPoints', 'Key points'],
  ['trap', 'Trap'],
  ['followUps', 'Follow-ups'],
];

/** What is shown with a question, such as the code that it is about, to be heard behind it. */
export const speakStem = (text: string, columns: number): readonly Utterance[] =>
  text === '' ? [] : content(render(text, columns).lines);

/**
 * A card's answer to be heard, in full: the answer, the reasons of its options where it was asked
 * by them, key points, trap, follow-ups, and last the links by their numbers.
 */
export const speakAnswer = (
  body: string,
  asked: AskedOptions | undefined,
  columns: number,
): SpokenAnswer => {
  const sections = splitSections(body);
  const answer = sectionText(sections, 'answer');
  const parts = PARTS.flatMap(([name, label]) => {
    const part = sectionText(sections, name);
    return part === '' ? [] : [`### ${label}`, part];
  });
  const texts = [answer, ...reasonsOf(asked), ...parts].filter((part) => part !== '');
  const main = render(texts.join('\n\n'), columns);
  const references = render(sectionText(sections, 'references'), columns);
  const links = numberLinks(main, references);
  const begin = texts[0]?.startsWith('### ') ? [] : say('Answer:');
  return {
    said: [
      ...(texts.length === 0 ? say('This card has no answer yet.') : begin),
      ...content(main.lines),
      ...links.flatMap((link) => content(linkLines(link, columns))),
    ],
    links,
  };
};

/** Why options are right or wrong, by the numbers under which they were asked. */
const reasonsOf = (asked: AskedOptions | undefined): readonly string[] => {
  const reasons = (asked?.options ?? []).flatMap(({ text, right, reason }, index) => {
    if (reason === '') return [];
    const nested = reason.split('\n').join('\n  - ');
    return [`- Option ${index + 1}, ${right ? 'right' : 'wrong'}: ${text}\n  - ${nested}`];
  });
  return reasons.length === 0 ? [] : ['### The options', reasons.join('\n')];
};

const render = (source: string, columns: number): Rendered => {
  const parsed = parseMarkdown(source);
  const root: Root =
    parsed.kind === 'tree'
      ? parsed.root
      : { type: 'root', children: [{ type: 'code', lang: 'text', value: parsed.text }] };
  const { lines, links } = renderMarkdown(forSpeech(root), {
    width: roomOf(columns),
    theme: SPOKEN_THEME,
    hyperlinks: false,
    source,
    linear: true,
  });
  return { lines: lines.filter((line, at) => line !== '' || !isLoose(lines, at)), links };
};

interface NumberedLink extends SpokenLink {
  readonly text: string;
}

const BEGINS =
  /^\s*(?:Code(?:, .*)?|Text block|Quote|Table, .*|Note .*|The options|Key points|Trap|Follow-ups):$/;
const ENDS = /^\s*End of (?:code|text block|quote|table)\.$/;

/** Whether a blank line parts the name of a part from what it names. */
const isLoose = (lines: readonly string[], at: number): boolean =>
  BEGINS.test(lines[at - 1] ?? '') || ENDS.test(lines[at + 1] ?? '');

/** Links of the text keep the numbers that were said there; references follow. */
const numberLinks = (main: Rendered, references: Rendered): readonly NumberedLink[] => {
  const known = new Map(main.links.map((link) => [link.url, link]));
  for (const { url, text } of references.links) {
    const number = known.get(url)?.number ?? known.size + 1;
    known.set(url, { number, text, url });
  }
  return [...known.values()];
};

/** A URL is never broken: it would no longer be one when it is copied. */
const linkLines = ({ number, text, url }: NumberedLink, columns: number): readonly string[] => {
  const words = cleanLine(text);
  if (words === '' || words === url) return [`Link ${number}: ${url}`];
  const whole = `Link ${number}: ${words}, ${url}`;
  return widthOf(whole) <= roomOf(columns) ? [whole] : [`Link ${number}: ${words},`, url];
};
