import type { Definition, Link, Nodes } from 'mdast';
import { readChoices } from './choices.ts';
import { MAX_BODY_LENGTH, parseMarkdown, whyPlain } from './markdown.ts';
import { createProblem, type Problem } from './problem.ts';
import { splitSections } from './sections.ts';
import type { CardWithBody } from './types.ts';

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** Looks into a card's body for what its outline cannot tell. */
export const checkCard = (it: CardWithBody): readonly Problem[] => [
  ...checkText(it),
  ...checkChoices(it),
];

const placeOf = ({ card, origins }: CardWithBody, line: number, column = 1): Problem['at'] => {
  const origin = origins?.[line];
  return {
    file: card.source.file,
    line: origin === undefined ? card.source.bodyLine + line : origin.line + 1,
    column: origin === undefined ? column : origin.column + column - 1,
  };
};

const checkText = (it: CardWithBody): readonly Problem[] => {
  const lines = it.body.split('\n');
  const controls = lines.flatMap((line, index) => {
    const at = line.search(CONTROL);
    return at < 0
      ? []
      : [
          createProblem(
            'W015',
            placeOf(it, index, at + 1),
            'a control character stands in the text',
            'delete it; it is not shown',
          ),
        ];
  });
  const plain = whyPlain(it.body);
  if (plain === undefined) return [...controls, ...checkLinks(it)];
  const why =
    plain === 'long'
      ? `the answer is longer than ${MAX_BODY_LENGTH / 1_024} KB`
      : 'lists or quotes nest more than 50 levels deep';
  const help = 'split the card; until then it is shown as plain text';
  return [...controls, createProblem('W016', placeOf(it, 0), why, help)];
};

/** What stands before the place that a link leads to. */
const BEFORE_PLACE = /(?:\]\(|\]:|<)\s*<?/g;
const END_OF_PLACE = /[\s)>]|$/g;
const TO_WEB = /(?:https?|mailto):/iy;

/**
 * Whether a text may have a link that leads elsewhere than to the web: an escape may hide anything.
 * Nearly none has, and to parse each would take a check ten times as long.
 */
export const mayLinkElsewhere = (text: string): boolean => {
  // One word may begin many links; where it ends is looked for once.
  let end = -1;
  let lastMark = -1;
  for (const { 0: before, index } of text.matchAll(BEFORE_PLACE)) {
    const place = index + before.length;
    if (place > end) {
      END_OF_PLACE.lastIndex = place;
      end = END_OF_PLACE.exec(text)?.index ?? text.length;
      lastMark = place + lastMarkIn(text.slice(place, end));
    }
    TO_WEB.lastIndex = place;
    if (lastMark >= place && !TO_WEB.test(text)) return true;
  }
  return false;
};

const lastMarkIn = (word: string): number =>
  Math.max(word.lastIndexOf(':'), word.lastIndexOf('&'), word.lastIndexOf('\\'));

const checkLinks = (it: CardWithBody): readonly Problem[] => {
  if (!mayLinkElsewhere(it.body)) return [];
  const parsed = parseMarkdown(it.body);
  return parsed.kind === 'tree' ? foreignLinks(it, parsed.root) : [];
};

const foreignLinks = (it: CardWithBody, root: Nodes): readonly Problem[] =>
  linksIn(root)
    .filter(({ url }) => /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(?:https?|mailto):/i.test(url))
    .map((link) =>
      createProblem(
        'W013',
        placeOf(it, (link.position?.start.line ?? 1) - 1, link.position?.start.column),
        `a link goes to ${JSON.stringify(link.url.slice(0, 40))}, which is never opened`,
        'only http, https and mailto links work',
        { length: link.url.length },
      ),
    );

const linksIn = (node: Nodes): readonly (Link | Definition)[] => {
  const own = node.type === 'link' || node.type === 'definition' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
};

const checkChoices = (it: CardWithBody): readonly Problem[] =>
  splitSections(it.body)
    .filter(({ name }) => name === 'choices')
    .flatMap(({ text, line }) => {
      const { options } = readChoices(text);
      if (options.length === 0) {
        return [
          createProblem(
            'W014',
            placeOf(it, line),
            'the choices have no options',
            'write them as a task list: `- [x]` is right, `- [ ]` is wrong',
          ),
        ];
      }
      if (options.some(({ right }) => right) || isQuizWithoutAnswers(it)) return [];
      return [
        createProblem(
          'E006',
          placeOf(it, line + (options[0]?.line ?? 0)),
          'none of the options is right',
          'mark the right one with [x]',
        ),
      ];
    });

/** Exams are handed out without their answers; that there is none is said of the card already. */
const isQuizWithoutAnswers = ({ card, origins }: CardWithBody): boolean =>
  origins !== undefined && !card.answered;
