import type { Card } from '../deck/types.ts';
import type { SessionDriver } from '../session/driver.ts';
import type { ShownCard } from '../session/machine.ts';
import { type AnswerContent, type AnswerRenderer, CardBody } from './card-body.ts';
import { type AskedOptions, askOptions } from './card-view.ts';
import type { RenderedLink } from './markdown/links.ts';
import type { Theme } from './theme.ts';

/** Any width: the links of an answer are the same at each. */
const SOME_WIDTH = 76;
/** Cards whose parts are kept: those that are made ready, and those that may come back soon. */
const KEPT = 64;

/** What stands under a card's question, as its screen needs it; made once a card and width. */
export class CardContent {
  readonly #readBody: (card: Card) => string;
  readonly #theme: Theme;
  /** By key, the one that was made first in front. */
  readonly #bodies = new Map<string, CardBody>();
  #render: AnswerRenderer | undefined;

  constructor(readBody: (card: Card) => string, theme: Theme) {
    this.#readBody = readBody;
    this.#theme = theme;
  }

  setAnswerRenderer(render: AnswerRenderer): void {
    this.#render = render;
  }

  /** The hints that were asked for until now, a key point each. */
  hints(shown: ShownCard | undefined): readonly string[] {
    return shown === undefined ? [] : this.#body(shown.card).hints(shown.hints);
  }

  /** How many hints the card has. */
  hintCount(shown: ShownCard | undefined): number {
    return shown === undefined ? 0 : this.#body(shown.card).hintCount;
  }

  /** The options of a card that is asked by them, in this repetition's order. */
  asked(driver: SessionDriver, chosen: ReadonlySet<number>): AskedOptions | undefined {
    const { shown } = driver.state;
    if (shown?.card.kind !== 'choice') return undefined;
    const { choices } = this.#body(shown.card);
    const { memory } = driver.world.card(shown.card.key);
    const reps = memory.stage === 'new' ? 0 : memory.reps;
    return choices && { options: askOptions(shown.card, choices, reps), chosen };
  }

  /** What is shown with the question, such as the code that it is about. */
  stemLines(shown: ShownCard | undefined, width: number): readonly string[] {
    return shown === undefined ? [] : this.#body(shown.card).stem(width, this.#render);
  }

  /** The same in Markdown. */
  stemText(shown: ShownCard): string {
    return this.#body(shown.card).stemText;
  }

  /** The answer in lines of a width, once it is revealed. */
  answerLines(shown: ShownCard | undefined, width: number): readonly string[] {
    return this.#answer(shown, width)?.lines ?? [];
  }

  /** The links of the answer by number, once it is revealed. */
  links(shown: ShownCard | undefined): readonly RenderedLink[] {
    return this.#answer(shown, undefined)?.links ?? [];
  }

  /** The Markdown of the answer itself, for the clipboard; empty before it is shown. */
  answerText(shown: ShownCard | undefined): string {
    return shown?.revealed === true ? this.#body(shown.card).answerText : '';
  }

  /**
   * Makes the first of these cards ready that is not, while nobody waits for anything else.
   *
   * @returns whether there was one: another may follow it
   */
  prepare(cards: readonly Card[], width: number): boolean {
    const render = this.#render;
    if (render === undefined) return false;
    const isReady = ({ key }: Card): boolean => this.#bodies.get(key)?.renderedWidth === width;
    const next = cards.slice(0, KEPT).find((card) => !isReady(card));
    if (next === undefined) return false;
    const body = this.#body(next);
    body.stem(width, render);
    body.answer(width, render);
    return true;
  }

  /** Makes again what was made, after the source of a card changed. */
  forget(): void {
    this.#bodies.clear();
  }

  #answer(shown: ShownCard | undefined, width: number | undefined): AnswerContent | undefined {
    if (shown?.revealed !== true || this.#render === undefined) return undefined;
    const body = this.#body(shown.card);
    return body.answer(width ?? body.renderedWidth ?? SOME_WIDTH, this.#render);
  }

  #body(card: Card): CardBody {
    const known = this.#bodies.get(card.key);
    if (known !== undefined) return known;
    const body = new CardBody(card, this.#readBody(card), this.#theme);
    const [oldest] = this.#bodies.keys();
    if (oldest !== undefined && this.#bodies.size >= KEPT) this.#bodies.delete(oldest);
    this.#bodies.set(card.key, body);
    return body;
  }
}
