import type { ScheduleSettings } from '../scheduler/schedule.ts';
import { DEFAULT_ROLLOVER_HOUR } from '../scheduler/study-day.ts';
import { type Probability, toProbability } from '../scheduler/units.ts';
import { decodePlan, PLAN_KEY, type PlanSetting } from './plan-setting.ts';

/** What the learner set for the schedule: the same on every device, so kept as events. */
export interface ProgressSettings extends ScheduleSettings {
  /** New cards introduced in a study day, over all its sessions. */
  readonly newPerDay: number;
  /** Review cards asked in a study day, over all its sessions. */
  readonly reviewsPerDay: number;
  /** What the learner plans for; undefined without a plan. */
  readonly plan: PlanSetting | undefined;
}

export const DEFAULT_SETTINGS: ProgressSettings = {
  desiredRetention: toProbability(0.9),
  rolloverHour: DEFAULT_ROLLOVER_HOUR,
  newPerDay: 10,
  reviewsPerDay: 200,
  plan: undefined,
};

/** A setting that is a number. */
export type SettingName = Exclude<keyof ProgressSettings, 'plan'>;

/** The bounds of each setting, both included, and what it is, for people. */
export const SETTINGS: Readonly<
  Record<
    SettingName,
    { readonly min: number; readonly max: number; readonly whole: boolean; readonly about: string }
  >
> = {
  newPerDay: { min: 0, max: 9_999, whole: true, about: 'new cards a day' },
  reviewsPerDay: { min: 0, max: 9_999, whole: true, about: 'review cards a day' },
  desiredRetention: {
    min: 0.7,
    max: 0.97,
    whole: false,
    about: 'chance of recall wanted when a card comes back',
  },
  rolloverHour: { min: 0, max: 23, whole: true, about: 'hour at which the next study day begins' },
};

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** A value for a setting, or undefined where it is not one: then the setting stays as it is. */
export const checkSetting = (name: SettingName, value: unknown): number | undefined => {
  const { min, max, whole } = SETTINGS[name];
  if (typeof value !== 'number' || !(value >= min && value <= max)) return undefined;
  return whole && !Number.isInteger(value) ? undefined : value;
};

/** The settings after one more `set`; a key or value that is unknown here changes nothing. */
export const withSetting = (
  settings: ProgressSettings,
  key: string,
  value: unknown,
): ProgressSettings => {
  if (key === PLAN_KEY) return withPlan(settings, value);
  if (!isSettingName(key)) return settings;
  if (value === null) return { ...settings, [key]: DEFAULT_SETTINGS[key] };
  const checked = checkSetting(key, value);
  return checked === undefined ? settings : { ...settings, [key]: checked as Probability };
};

/** A plan that cannot be read changes nothing: better the last one than none. */
const withPlan = (settings: ProgressSettings, value: unknown): ProgressSettings => {
  const plan = value === null ? undefined : decodePlan(value);
  return value !== null && plan === undefined ? settings : { ...settings, plan };
};
