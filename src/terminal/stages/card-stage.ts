import type { Rating } from '../../scheduler/memory.ts';
import type { SessionDriver } from '../../session/driver.ts';
import { type Action, doneCount } from '../../session/machine.ts';
import { type AskedOptions, suggestedRating, viewOf } from '../card-view.ts';
import type { Command, Key } from '../keys.ts';
import { renderCard } from '../screens/card-screen.ts';
import { type Frame, isTooSmall, measureOf, type Size, tooSmallFrame } from '../screens/frame.ts';
import { whyText } from '../why-text.ts';
import { LineInputStage, LinksStage } from './input-stages.ts';
import { FailureStage, KeysStage, SummaryStage } from './pages.ts';
import { Scroller, type Stage, type StageContext } from './stage.ts';

/** The card on the screen: the question, and after the reveal its answer and the grades. */
export class CardStage implements Stage {
  readonly #context: StageContext;
  readonly #driver: SessionDriver;
  readonly #scroller = new Scroller();
  #chosen: ReadonlySet<number> = new Set();
  #shownAt: number;
  #isTooSmall = false;
  /** What is typed until the editor is closed was meant for it. */
  #isEditing = false;
  /** What is shown was not shown before: where it is best read from is to be found. */
  #isFresh = true;

  constructor(context: StageContext, driver: SessionDriver) {
    this.#context = context;
    this.#driver = driver;
    this.#shownAt = context.elapsed();
    if (driver.state.phase === 'finished') context.leave('ended');
  }

  get driver(): SessionDriver {
    return this.#driver;
  }

  press(key: Key): Stage {
    if (this.#isEditing) return this;
    const command = this.#context.keymap.commandOf(key);
    if (this.#isTooSmall) return command === 'quit' ? this.#quit() : this;
    const isAsked = this.#driver.state.shown?.revealed === false;
    if (isAsked && /^[1-9]$/.test(key)) {
      const next = this.#choose(Number(key) - 1);
      if (next !== undefined) return next;
    }
    if (command === undefined || this.#scroller.apply(command)) return this;
    return this.#run(command);
  }

  frame(size: Size): Frame {
    this.#isTooSmall = isTooSmall(size);
    const { state } = this.#driver;
    if (this.#isTooSmall) {
      return tooSmallFrame(`Question ${doneCount(state) + 1} of ${state.total}`, size);
    }
    const { content, command, theme, message, measure } = this.#context;
    const width = this.answerWidth(size);
    const view = viewOf(this.#driver, {
      command,
      measure,
      width,
      answer: content.answerLines(state.shown, width),
      stem: content.stemLines(state.shown, width),
      hints: content.hints(state.shown),
      hintCount: content.hintCount(state.shown),
      hasLinks: content.links(state.shown).length > 0,
      asked: this.#asked(),
      message,
    });
    if (view === undefined) return { lines: [], below: 0, pageSize: 1 };
    const from = this.#isFresh ? 0 : this.#scroller.offset;
    const frame = renderCard(view, from, size, theme);
    if (this.#isFresh) this.#scroller.startAt(frame);
    this.#isFresh = false;
    const { offset } = this.#scroller;
    return this.#scroller.keep(offset === from ? frame : renderCard(view, offset, size, theme));
  }

  /** Columns that an answer has in a window. */
  answerWidth(size: Size): number {
    return measureOf(size, this.#context.measure) - 2;
  }

  #run(command: Command): Stage {
    switch (command) {
      case 'quit':
        return this.#quit();
      case 'keys':
        return new KeysStage(this.#context, this);
      case 'forward':
        return this.#forward();
      case 'again':
      case 'hard':
      case 'good':
      case 'easy':
        return this.#grade(command);
      case 'hint':
        return this.#hint();
      case 'undo':
        if (this.#driver.state.deeds.length === 0) {
          this.#context.say('Nothing to undo in this session.');
        }
        return this.#dispatch({ kind: 'undo' });
      case 'skip':
      case 'bury':
      case 'suspend':
        return this.#dispatch({ kind: command });
      case 'mark':
        return this.#mark();
      case 'note':
        return this.#note();
      case 'open':
        return this.#open();
      case 'copy':
        return this.#copy();
      case 'why':
        this.#context.say(whyText(this.#driver));
        return this;
      case 'edit':
        return this.#edit();
      default:
        return this;
    }
  }

  #quit(): Stage {
    this.#driver.dispatch({ kind: 'quit' });
    this.#context.leave('ended');
    return this;
  }

  /** Space: the answer, then page by page, then the grade that the footer names. */
  #forward(): Stage {
    if (this.#driver.state.shown?.revealed !== true) return this.#dispatch({ kind: 'reveal' });
    if (this.#scroller.below === 0) return this.#grade(suggestedRating(true, this.#asked()));
    this.#scroller.apply('pageDown');
    return this;
  }

  #grade(rating: Rating): Stage {
    if (this.#driver.state.shown?.revealed !== true) {
      this.#context.say('Look at the answer first: press space.');
      return this;
    }
    return this.#dispatch({ kind: 'grade', rating, ms: this.#context.elapsed() - this.#shownAt });
  }

  #hint(): Stage {
    const { shown } = this.#driver.state;
    if (shown?.revealed === true) return this;
    const available = this.#context.content.hintCount(shown);
    if (available > (shown?.hints ?? 0)) return this.#dispatch({ kind: 'hint', available });
    this.#context.say('No more hints for this card.');
    return this;
  }

  #mark(): Stage {
    const { shown } = this.#driver.state;
    if (shown === undefined) return this;
    const on = !this.#driver.world.card(shown.card.key).marked;
    const next = this.#dispatch({ kind: 'mark', on });
    this.#context.say(
      on ? 'Marked. `llm-quiz list --marked` shows marked cards.' : 'Mark taken off.',
    );
    return next;
  }

  #note(): Stage {
    const { shown } = this.#driver.state;
    if (shown === undefined) return this;
    const before = this.#driver.world.card(shown.card.key).note;
    return new LineInputStage(this.#context, this, {
      title: 'Your note:',
      about: shown.card.question,
      text: before,
      save: (text) => (text === before ? this : this.#dispatch({ kind: 'note', text })),
    });
  }

  /** Links are part of the answer: before it is shown there is nothing to open. */
  #open(): Stage {
    const { shown } = this.#driver.state;
    if (shown?.revealed !== true) {
      this.#context.say('The links stand under the answer: press space first.');
      return this;
    }
    const links = this.#context.content.links(shown);
    if (links.length > 0) return new LinksStage(this.#context, this, links);
    this.#context.say('This answer has no links.');
    return this;
  }

  #copy(): Stage {
    const { shown } = this.#driver.state;
    const { content, outside, say, tell } = this.#context;
    if (shown?.revealed === true) outside.copy(content.answerText(shown), tell);
    else say('The answer is copied after it is shown: press space first.');
    return this;
  }

  #edit(): Stage {
    const { shown } = this.#driver.state;
    if (shown === undefined) return this;
    const { outside, screen, content, tell } = this.#context;
    this.#isEditing = true;
    outside.edit(shown.card, this.#driver, screen, (text) => {
      this.#isEditing = false;
      content.forget();
      tell(text);
    });
    return this;
  }

  /** Chooses an option; one that stands alone is the answer. */
  #choose(index: number): Stage | undefined {
    const asked = this.#asked();
    if (asked === undefined || index >= asked.options.length) return undefined;
    const isSingle = asked.options.filter(({ right }) => right).length <= 1;
    const chosen = new Set(isSingle ? [] : this.#chosen);
    if (this.#chosen.has(index)) chosen.delete(index);
    else chosen.add(index);
    this.#chosen = chosen;
    return isSingle ? this.#dispatch({ kind: 'reveal' }) : this;
  }

  #dispatch(action: Action): Stage {
    const before = this.#driver.state.shown;
    this.#driver.dispatch(action);
    const { failure, state } = this.#driver;
    if (failure !== undefined) {
      return new FailureStage(this.#context, failure, this, () => this.#quit());
    }
    const after = state.shown;
    if (after?.card !== before?.card || action.kind === 'undo') this.#newCard();
    else if (after?.revealed !== before?.revealed) this.#isFresh = true;
    return state.phase === 'finished'
      ? new SummaryStage(this.#context, this.#driver, () => this.#dispatch({ kind: 'undo' }))
      : this;
  }

  #newCard(): void {
    this.#isFresh = true;
    this.#chosen = new Set();
    this.#shownAt = this.#context.elapsed();
  }

  #asked(): AskedOptions | undefined {
    return this.#context.content.asked(this.#driver, this.#chosen);
  }
}
