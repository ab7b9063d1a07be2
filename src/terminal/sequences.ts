const ESC = '\u001B';

/** Begins and ends a synchronised update: a frame is seen whole, or not at all. */
export const BEGIN_SYNC = `${ESC}[?2026h`;
export const END_SYNC = `${ESC}[?2026l`;
/** Goes to the alternate screen, hides the cursor and asks for bracketed paste. */
export const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[?2004h${ESC}[H${ESC}[2J`;
/** Gives back what {@link ENTER} took. */
export const LEAVE = `${ESC}[?2004l${ESC}[?25h${ESC}[?1049l`;
/** To the first column of a row, from 1 on. */
export const atRow = (row: number): string => `${ESC}[${row};1H`;
export const CLEAR_LINE = `${ESC}[K`;
export const CLEAR_BELOW = `${ESC}[J`;
export const RESET = `${ESC}[0m`;
/** What restores a terminal whatever it was doing; for signals, where nothing else may run. */
export const RESTORE = `${END_SYNC}${RESET}${LEAVE}`;
