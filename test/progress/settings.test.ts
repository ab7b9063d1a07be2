import { describe, expect, it } from 'vitest';
import {
  checkSetting,
  DEFAULT_SETTINGS,
  isSettingName,
  SETTINGS,
  type SettingName,
  withSetting,
} from '../../src/progress/settings.ts';

describe('the settings', () => {
  it('are 10 new cards and 200 reviews a day, 0.9 and 4:00, unless something else is said', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      newPerDay: 10,
      reviewsPerDay: 200,
      desiredRetention: 0.9,
      rolloverHour: 4,
    });
  });

  it.each(Object.keys(SETTINGS) as SettingName[])(
    'hold the default of %s within its bounds',
    (name) => {
      expect(checkSetting(name, DEFAULT_SETTINGS[name])).toBe(DEFAULT_SETTINGS[name]);
    },
  );

  it.each<[string, unknown]>([
    ['newPerDay', -1],
    ['newPerDay', 2.5],
    ['newPerDay', '10'],
    ['newPerDay', Number.NaN],
    ['reviewsPerDay', 10_000],
    ['desiredRetention', 0.5],
    ['desiredRetention', 1],
    ['desiredRetention', true],
    ['rolloverHour', 24],
  ])('stay as they are where %s is %j', (name, value) => {
    expect(withSetting(DEFAULT_SETTINGS, name, value)).toEqual(DEFAULT_SETTINGS);
  });

  it.each(['__proto__', 'constructor', 'colour'])('do not know %s', (name) => {
    expect(isSettingName(name)).toBe(false);
    expect(withSetting(DEFAULT_SETTINGS, name, 5)).toEqual(DEFAULT_SETTINGS);
  });

  it('take both ends of their bounds', () => {
    expect(checkSetting('desiredRetention', 0.7)).toBe(0.7);
    expect(checkSetting('desiredRetention', 0.97)).toBe(0.97);
    expect(checkSetting('newPerDay', 0)).toBe(0);
  });

  it('go back to the default by null', () => {
    const changed = withSetting(DEFAULT_SETTINGS, 'newPerDay', 3);
    expect(changed.newPerDay).toBe(3);
    expect(withSetting(changed, 'newPerDay', null)).toEqual(DEFAULT_SETTINGS);
  });
});
