/** A way to dress text: returns it with escape codes around it, or as it is where colour is off. */
export type Style = (text: string) => string;

/** The few marks that screens are drawn with; each has an ASCII form. */
export interface Symbols {
  readonly bullet: string;
  readonly quote: string;
  readonly rule: string;
  readonly ellipsis: string;
  /** Ends a line of code that goes on beyond the window. */
  readonly clipped: string;
  readonly tick: string;
  readonly cross: string;
  readonly bar: string;
}

/** How the parts of a program are dressed. */
export interface SyntaxStyles {
  readonly keyword: Style;
  readonly string: Style;
  readonly comment: Style;
  /** Numbers, and words that stand for a value, as `true`. */
  readonly number: Style;
  /** Names where they are given: of functions and types, and the keys of data. */
  readonly title: Style;
}

export type SyntaxName = keyof SyntaxStyles;

/**
 * What a screen may look like. Information never hangs on a style alone: every style may be the
 * identity, and then the same words are left.
 */
export interface Theme {
  readonly strong: Style;
  readonly emphasis: Style;
  readonly code: Style;
  readonly heading: Style;
  readonly link: Style;
  /** Rules and repeated hints only. */
  readonly quiet: Style;
  readonly accent: Style;
  readonly alarm: Style;
  /** Code; without it keywords are strong, strings as code is, comments quiet, the rest plain. */
  readonly syntax?: SyntaxStyles;
  /** Whether links are written as OSC 8, which the terminal must understand. */
  readonly hyperlinks?: boolean;
  readonly symbols: Symbols;
}
