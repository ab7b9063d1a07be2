import { type Choices, readChoices } from '../deck/choices.ts';
import { plainText } from '../deck/plain-text.ts';
import { sectionText, splitSections } from '../deck/sections.ts';
import type { Card } from '../deck/types.ts';
import type { SessionDriver } from '../session/driver.ts';
import type { ShownCard } from '../session/machine.ts';
import { type AskedOptions, askOptions } from './card-view.ts';
import type { Theme } from './theme.ts';

/** Renders an answer to lines; it is loaded after the first question is on the screen. */
export type AnswerRenderer = (
  body: string,
  choices: Choices | undefined,
  width: number,
  theme: Theme,
) => readonly string[];

/** What stands under a card's question, as its screen needs it; rendered once a card and width. */
export class CardContent {
  readonly #readBody: (card: Card) => string;
  readonly #theme: Theme;
  #render: AnswerRenderer | undefined;
  #cache: { readonly key: string; readonly lines: readonly string[] } | undefined;

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

  /** The answer in lines of a width, once it is revealed. */
  answerLines(shown: ShownCard | undefined, width: number): readonly string[] {
    if (shown?.revealed !== true || this.#render === undefined) return [];
    const key = `${shown.card.key} ${width}`;
    if (this.#cache?.key !== key) {
      const choices = shown.card.kind === 'choice' ? this.#choices(shown.card) : undefined;
      const lines = this.#render(this.#readBody(shown.card), choices, width, this.#theme);
      this.#cache = { key, lines };
    }
    return this.#cache.lines;
  }

  #choices(card: Card): Choices {
    return readChoices(sectionText(splitSections(this.#readBody(card)), 'choices'));
  }
}
