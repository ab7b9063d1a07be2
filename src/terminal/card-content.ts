import { type Choices, readChoices } from '../deck/choices.ts';
import { plainText } from '../deck/plain-text.ts';
import { sectionText, splitSections } from '../deck/sections.ts';
import type { Card } from '../deck/types.ts';
import type { SessionDriver } from '../session/driver.ts';
import type { ShownCard } from '../session/machine.ts';
import { type AskedOptions, askOptions } from './card-view.ts';
import type { RenderedLink } from './markdown/links.ts';
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

/** Any width: the links of an answer are the same at each. */
const SOME_WIDTH = 76;

/** What stands under a card's question, as its screen needs it; rendered once a card and width. */
export class CardContent {
  readonly #readBody: (card: Card) => string;
  readonly #theme: Theme;
  #render: AnswerRenderer | undefined;
  #cache:
    | { readonly card: string; readonly width: number; readonly answer: AnswerContent }
    | undefined;

  constructor(readBody: (card: Card) => string, theme: Theme) {
    this.#readBody = readBody;
    this.#theme = theme;
  }

  setAnswerRenderer(render: AnswerRenderer): void {
    this.#render = render;
  }

  /** The key points, one a hint. */
  hints(shown: ShownCard | undefined): readonly string[] {
    if (shown === undefined) return [];
    return sectionText(splitSections(this.#readBody(shown.card)), 'keyPoints')
      .split('\n')
      .flatMap((line) => /^ {0,1}[-*+] (.*)$/.exec(line)?.[1] ?? [])
      .map((text) => plainText(text));
  }

  /** The options of a card that is asked by them, in this repetition's order. */
  asked(driver: SessionDriver, chosen: ReadonlySet<number>): AskedOptions | undefined {
    const { shown } = driver.state;
    if (shown?.card.kind !== 'choice') return undefined;
    const { memory } = driver.world.card(shown.card.key);
    const reps = memory.stage === 'new' ? 0 : memory.reps;
    return { options: askOptions(shown.card, this.#choices(shown.card), reps), chosen };
  }

  /** What stands above the options, such as the code that they are about. */
  stemLines(shown: ShownCard | undefined, width: number): readonly string[] {
    if (shown?.card.kind !== 'choice') return [];
    const { question } = this.#choices(shown.card);
    if (question === '') return [];
    // The renderer comes after the first question is painted: until then the text stands as it is.
    return this.#render?.(question, undefined, width, this.#theme).lines ?? question.split('\n');
  }

  /** The answer in lines of a width, once it is revealed. */
  answerLines(shown: ShownCard | undefined, width: number): readonly string[] {
    return this.#answer(shown, width)?.lines ?? [];
  }

  /** The links of the answer by number, once it is revealed. */
  links(shown: ShownCard | undefined): readonly RenderedLink[] {
    return this.#answer(shown, this.#cache?.width ?? SOME_WIDTH)?.links ?? [];
  }

  /** The Markdown of the answer itself, for the clipboard; empty before it is shown. */
  answerText(shown: ShownCard | undefined): string {
    return shown?.revealed === true
      ? sectionText(splitSections(this.#readBody(shown.card)), 'answer')
      : '';
  }

  /** Renders the answer of a card before it is asked for, while the person reads the question. */
  prepare(shown: ShownCard | undefined, width: number): void {
    if (shown !== undefined) this.#rendered(shown, width);
  }

  /** Renders again what was rendered, after the card's source changed. */
  forget(): void {
    this.#cache = undefined;
  }

  #answer(shown: ShownCard | undefined, width: number): AnswerContent | undefined {
    return shown?.revealed === true ? this.#rendered(shown, width) : undefined;
  }

  #rendered({ card }: ShownCard, width: number): AnswerContent | undefined {
    if (this.#render === undefined) return undefined;
    if (this.#cache?.card !== card.key || this.#cache.width !== width) {
      const choices = card.kind === 'choice' ? this.#choices(card) : undefined;
      const answer = this.#render(this.#readBody(card), choices, width, this.#theme);
      this.#cache = { card: card.key, width, answer };
    }
    return this.#cache.answer;
  }

  #choices(card: Card): Choices {
    return readChoices(sectionText(splitSections(this.#readBody(card)), 'choices'));
  }
}
