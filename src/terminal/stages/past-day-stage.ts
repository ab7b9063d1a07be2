import type { Key } from '../keys.ts';
import type { Frame, Size } from '../screens/frame.ts';
import { type PastDayView, renderPastDay } from '../screens/text-screens.ts';
import { LineInputStage } from './input-stages.ts';
import { isForwardKey, isQuitKey, type Stage, type StageContext } from './stage.ts';

/** What follows the day: a date as it was typed, or no plan. */
export type PastDayChoice =
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'no-plan' };

/** Asks what to study for, now that the day is over. */
export interface PastDayQuestion {
  readonly view: PastDayView;
  /** Saves what was chosen; what is wrong with it, or undefined where it was saved. */
  readonly decide: (choice: PastDayChoice) => string | undefined;
}

/** The interview is over: a new date, or no plan any more. */
export class PastDayStage implements Stage {
  readonly #context: StageContext;
  readonly #question: PastDayQuestion;
  #wrong: string | undefined;

  constructor(context: StageContext, question: PastDayQuestion) {
    this.#context = context;
    this.#question = question;
  }

  press(key: Key): Stage {
    this.#wrong = undefined;
    if (isQuitKey(this.#context, key)) this.#context.leave('left');
    else if (isForwardKey(this.#context, key)) return this.#askDate('', undefined);
    else if (key === 'n') {
      this.#wrong = this.#question.decide({ kind: 'no-plan' });
      if (this.#wrong === undefined) this.#context.leave('replanned');
    }
    return this;
  }

  frame(size: Size): Frame {
    return renderPastDay(this.#question.view, this.#wrong, size, this.#context.theme);
  }

  #askDate(text: string, wrong: string | undefined): Stage {
    return new LineInputStage(this.#context, this, {
      title: 'The day of the next interview, such as 2026-12-15:',
      about: wrong ?? 'A new date',
      text,
      save: (written) => {
        if (written === '') return this;
        const problem = this.#question.decide({ kind: 'date', text: written });
        if (problem !== undefined) return this.#askDate(written, problem);
        this.#context.leave('replanned');
        return this;
      },
    });
  }
}
