declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type Timestamp = Branded<number, 'Timestamp'>;

/**
 * The number of a study day: local calendar days since 1970-01-01, where the day begins at the
 * rollover hour and not at midnight.
 */
export type StudyDay = Branded<number, 'StudyDay'>;

/** A span in days; whole unless a formula says otherwise. */
export type Days = Branded<number, 'Days'>;

/** A span in minutes. */
export type Minutes = Branded<number, 'Minutes'>;

/** From 0 to 1. */
export type Probability = Branded<number, 'Probability'>;

export const toTimestamp = (milliseconds: number): Timestamp => milliseconds as Timestamp;
export const toStudyDay = (day: number): StudyDay => day as StudyDay;
export const toDays = (days: number): Days => days as Days;
export const toMinutes = (minutes: number): Minutes => minutes as Minutes;
/** Clamps to 0..1. */
export const toProbability = (share: number): Probability =>
  Math.min(1, Math.max(0, share)) as Probability;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
