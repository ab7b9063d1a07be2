/*
 * How authors mark an option as the right one where it stands: with a tick, in words behind it, or
 * with stars around it.
 */

/** Signs that say "right", for a class of letters in a pattern. */
export const TICKS = '✅✔☑✓';
const CROSSES = '❌❎✖✗✘';
/** What may stand in front of the key of an option: a tick or a cross. */
export const MARK_IN_FRONT = `(?:[${TICKS}${CROSSES}]\\uFE0F?\\s*)?`;

/** A tick or a cross as the first sign of an option. */
export const STARTS_MARKED = new RegExp(`^[${TICKS}${CROSSES}]`);
/** A tick in front of the key of an option. */
export const TICKED_START = new RegExp(`^\\s{0,8}(?:[-*+]\\s+)?[${TICKS}]`);

const TICK_SIGN = `(?:[${TICKS}]\\uFE0F?|:(?:white|heavy)_check_mark:)`;
const RIGHT =
  '(?:the |this is )?(?:correct|right)(?: answer| option| choice)?|respuesta correcta|correct[ao]|corrett[ao]|corret[ao]|richtig(?:e antwort)?|bonne réponse|правильн(?:о|ый ответ)|верно|верный ответ|correct answer|正确|正确答案|正解|정답';
/** `✅`, `(✓)`, `**(correct)**`, `[correct]`, `← correct`. */
const TICK = new RegExp(
  `\\s*([*_]{0,3})(?:${TICK_SIGN}|\\(${TICK_SIGN}\\)|[([](?:${RIGHT})[!.]?[)\\]]|(?:<-+|←|⟵)\\s*(?:${RIGHT})[!.]?)\\1\\s*`,
  'i',
);
/** The same in stars, at the end; a word in small letters may be of the text. */
const TICK_IN_STARS = /\s([*_]{1,3})(?:CORRECT(?: ANSWER)?|[Cc]orrect answer)[!.]?\1\s*$/;
/** The same behind a dash, at the end. */
const TICK_BEHIND = /\s[-–—]\s*([*_]{0,3})correct(?: answer)?[!.]?\1\s*$/i;
const MAY_BE_TICK = new RegExp(`[${TICKS}([<←⟵*_]|correct|_check_mark:`, 'iu');

/** What says of an option that it is wrong. */
const CROSS = new RegExp(
  `^(?:[${CROSSES}]\\uFE0F?\\s*)+|\\s*(?:[${CROSSES}]\\uFE0F?|[([](?:incorrect|wrong|falsch|неправильно|неверно|incorrect[ao]|错误)[)\\]])\\s*$`,
  'i',
);

/** A backslash that breaks the line. */
const BREAK = /(?<=[\s.)?!])\\\s*$/;

/** The text of an option without what marks it as right, and whether that was there. */
export const readTick = (raw: string): { readonly text: string; readonly isTicked: boolean } => {
  const line = raw.includes('\\') ? raw.replace(BREAK, '') : raw;
  const tick = MAY_BE_TICK.test(line)
    ? (TICK.exec(line) ?? TICK_IN_STARS.exec(line) ?? TICK_BEHIND.exec(line))
    : null;
  if (tick === null) return { text: line.trim(), isTicked: false };
  const rest = `${line.slice(0, tick.index)} ${line.slice(tick.index + tick[0].length)}`.trim();
  return { text: rest.replace(/\s+(\*\*|__)$/, '$1'), isTicked: true };
};

/** The text of an option without what marks it as wrong. */
export const withoutCross = (text: string): string => text.replace(CROSS, '').trim() || text;

const BOLD = /^(\*\*|__|==)(?=\S)(.+)\1\s*$/;

/** Whether stars, or the signs of a marker pen, stand around the whole of an option. */
export const isBoldText = (text: string): boolean => BOLD.test(text);

/** The same without them. */
export const withoutBold = (text: string): string => text.replace(BOLD, '$2');
