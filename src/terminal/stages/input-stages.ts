import type { Key } from '../keys.ts';
import { cleanLine } from '../markdown/clean.ts';
import type { Frame, Size } from '../screens/frame.ts';
import { renderLineInput, renderLinks } from '../screens/text-screens.ts';
import { Scroller, type Stage, type StageContext } from './stage.ts';

export interface LineInput {
  readonly title: string;
  readonly about: string;
  readonly text: string;
  /** Takes what was written; the stage that follows. */
  save(text: string): Stage;
}

/** One character that takes its place on a line: no control, and none that turns its direction. */
const isWritable = (key: string): boolean =>
  /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u200B\uFEFF\u202A-\u202E\u2066-\u2069]$/u.test(key);

/** A line to write. Every key that is a character is written; enter saves, escape leaves. */
export class LineInputStage implements Stage {
  readonly #context: StageContext;
  readonly #back: Stage;
  readonly #input: LineInput;
  #text: string;

  constructor(context: StageContext, back: Stage, input: LineInput) {
    this.#context = context;
    this.#back = back;
    this.#input = input;
    // What was written before may come from anywhere.
    this.#text = cleanLine(input.text);
  }

  press(key: Key): Stage {
    if (key === 'enter') return this.#input.save(this.#text.trim());
    if (key === 'escape' || key === 'ctrl-d') return this.#back;
    if (key === 'backspace') this.#text = Array.from(this.#text).slice(0, -1).join('');
    else if (key === 'ctrl-u') this.#text = '';
    else if (key === 'space' || key === 'tab') this.#text += ' ';
    else if (isWritable(key)) this.#text += key;
    return this;
  }

  frame(size: Size): Frame {
    const { title, about } = this.#input;
    return renderLineInput(title, about, this.#text, size, this.#context.theme);
  }
}

export interface NumberedLink {
  readonly number: number;
  readonly text: string;
  readonly url: string;
}

/** The links of an answer: a digit opens one. */
export class LinksStage implements Stage {
  readonly #context: StageContext;
  readonly #back: Stage;
  readonly #links: readonly NumberedLink[];
  readonly #scroller = new Scroller();
  #typed = '';

  constructor(context: StageContext, back: Stage, links: readonly NumberedLink[]) {
    this.#context = context;
    this.#back = back;
    this.#links = links;
  }

  press(key: Key): Stage {
    if (/^\d$/.test(key)) return this.#type(key);
    if (key === 'enter' && this.#typed !== '') return this.#open(Number(this.#typed));
    const isScroll = this.#scroller.apply(this.#context.keymap.commandOf(key));
    return isScroll ? this : this.#back;
  }

  frame(size: Size): Frame {
    return this.#scroller.keep(
      renderLinks(this.#links, this.#scroller.offset, size, this.#context.theme),
    );
  }

  /** Opens at once where no longer number could be meant. */
  #type(digit: string): Stage {
    this.#typed += digit;
    const number = Number(this.#typed);
    const longer = this.#links.some((link) => link.number >= number * 10 && number > 0);
    return longer ? this : this.#open(number);
  }

  #open(number: number): Stage {
    const link = this.#links.find((known) => known.number === number);
    const { outside, tell } = this.#context;
    if (link === undefined) tell(`There is no link ${number}.`);
    else outside.openLink(link.url, tell);
    return this.#back;
  }
}
