import type { SessionDriver } from '../../session/driver.ts';
import type { Key } from '../keys.ts';
import type { Frame, Size } from '../screens/frame.ts';
import {
  type ResumeView,
  renderResume,
  renderWelcome,
  type WelcomeView,
} from '../screens/text-screens.ts';
import { CardStage } from './card-stage.ts';
import type { PastDayQuestion } from './past-day-stage.ts';
import { isForwardKey, isQuitKey, Scroller, type Stage, type StageContext } from './stage.ts';

/** What is shown before the first card, if anything. */
export type Opening =
  | { readonly kind: 'none' }
  | { readonly kind: 'welcome'; readonly view: WelcomeView }
  | { readonly kind: 'resume'; readonly view: ResumeView }
  | { readonly kind: 'past-day'; readonly question: PastDayQuestion };

/** An opening that leads to a session. */
type Offer = Extract<Opening, { kind: 'welcome' | 'resume' }>;

/** Begins the session that the opening leads to. */
export type Begin = (choice: 'new' | 'resumed') => SessionDriver;

/** The welcome of someone who was never here, or the offer to go on with a session. */
export class OpeningStage implements Stage {
  readonly #context: StageContext;
  readonly #opening: Offer;
  readonly #begin: Begin;
  readonly #scroller = new Scroller();

  constructor(context: StageContext, opening: Offer, begin: Begin) {
    this.#context = context;
    this.#opening = opening;
    this.#begin = begin;
  }

  press(key: Key): Stage {
    const isResume = this.#opening.kind === 'resume';
    if (isQuitKey(this.#context, key)) this.#context.leave('left');
    else if (isForwardKey(this.#context, key)) return this.#start(isResume ? 'resumed' : 'new');
    else if (isResume && key === 'n') return this.#start('new');
    else if (this.#canChoose() && key === 'c') this.#context.leave('chapters');
    else this.#scroller.apply(this.#context.keymap.commandOf(key));
    return this;
  }

  frame(size: Size): Frame {
    const { theme } = this.#context;
    const opening = this.#opening;
    return this.#scroller.keep(
      opening.kind === 'resume'
        ? renderResume(opening.view, size, theme)
        : renderWelcome(opening.view, this.#scroller.offset, size, theme),
    );
  }

  #canChoose(): boolean {
    return this.#opening.kind === 'welcome' && this.#opening.view.canChoose;
  }

  #start(choice: 'new' | 'resumed'): Stage {
    return new CardStage(this.#context, this.#begin(choice));
  }
}
