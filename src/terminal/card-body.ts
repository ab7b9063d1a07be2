import { type Choices, readChoices } from '../deck/choices.ts';
import { plainText } from '../deck/plain-text.ts';
import { type Section, sectionText, splitSections } from '../deck/sections.ts';
import type { Card } from '../deck/types.ts';
import { cleanText } from './markdown/clean.ts';
import type { RenderedLink } from './markdown/links.ts';
import { clip } from './text.ts';
import type { Theme } from './theme.ts';

/** An answer in lines, and its links by the numbers that stand there. */
export interface AnswerContent {
  readonly lines: readonly string[];
  readonly links: readonly RenderedLink[];
}

/** Renders an answer to lines; it is loaded after the first question is on the screen. */
export type AnswerRenderer = (
  body: string,
  choices: Choices | undefined,
  width: number,
  theme: Theme,
) => AnswerContent;

/** A card's body taken apart and rendered, each part once: frames ask for all of them at each key. */
export class CardBody {
  readonly #isChoice: boolean;
  readonly #body: string;
  readonly #theme: Theme;
  readonly #sections: readonly Section[];
  #points: readonly string[] | undefined;
  #choices: Choices | undefined;
  #stemText: string | undefined;
  #stem: { readonly width: number; readonly lines: readonly string[] } | undefined;
  #answer: { readonly width: number; readonly content: AnswerContent } | undefined;

  constructor(card: Card, body: string, theme: Theme) {
    this.#isChoice = card.kind === 'choice';
    this.#body = body;
    this.#theme = theme;
    this.#sections = splitSections(body);
  }

  /** How many hints there are: with each question that is asked, and text of most never. */
  get hintCount(): number {
    return this.#keyPoints.length;
  }

  /** The first key points, one a hint. */
  hints(count: number): readonly string[] {
    return this.#keyPoints.slice(0, count).map((text) => plainText(text));
  }

  get #keyPoints(): readonly string[] {
    this.#points ??= sectionText(this.#sections, 'keyPoints')
      .split('\n')
      .flatMap((line) => /^ {0,1}[-*+] (.*)$/.exec(line)?.[1] ?? []);
    return this.#points;
  }

  /** The options that the card is asked by; undefined where it is not. */
  get choices(): Choices | undefined {
    if (this.#isChoice) this.#choices ??= readChoices(sectionText(this.#sections, 'choices'));
    return this.#choices;
  }

  /** The Markdown of the answer itself. */
  get answerText(): string {
    return sectionText(this.#sections, 'answer');
  }

  /** The width at which the answer was rendered last; undefined where it was not. */
  get renderedWidth(): number | undefined {
    return this.#answer?.width;
  }

  /** The Markdown of what is shown with the question, such as the code that it is about. */
  get stemText(): string {
    this.#stemText ??= [sectionText(this.#sections, 'given'), this.choices?.question ?? '']
      .filter((text) => text !== '')
      .join('\n\n');
    return this.#stemText;
  }

  /** The same in lines of a width. */
  stem(width: number, render: AnswerRenderer | undefined): readonly string[] {
    const question = this.stemText;
    if (question === '') return [];
    // The renderer comes after the first question is painted: until then the text stands as it is,
    // but for what a terminal would obey and what does not fit.
    if (render === undefined) return plainLines(question, width, this.#theme);
    if (this.#stem?.width !== width) {
      this.#stem = { width, lines: render(question, undefined, width, this.#theme).lines };
    }
    return this.#stem.lines;
  }

  /** The whole answer in lines of a width. */
  answer(width: number, render: AnswerRenderer): AnswerContent {
    if (this.#answer?.width !== width) {
      const content = render(this.#body, this.choices, width, this.#theme);
      this.#answer = { width, content };
    }
    return this.#answer.content;
  }
}

const plainLines = (text: string, width: number, { symbols }: Theme): readonly string[] =>
  cleanText(text)
    .replaceAll('\t', '  ')
    .split('\n')
    .map((line) => clip(line, width, symbols.ellipsis));
