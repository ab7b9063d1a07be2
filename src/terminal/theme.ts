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
  readonly symbols: Symbols;
}
