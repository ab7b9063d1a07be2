import path from 'node:path';
import type { Disk } from './disk.ts';

/** What is set on this device alone: how its screen looks, and which keys do what. */
export interface Preferences {
  readonly theme?: string;
  /** Columns that text may fill, 40 to 120. */
  readonly width?: number;
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly accessible?: boolean;
  readonly hyperlinks?: boolean;
  /** Keys of a command, by its name: they take the place of its own. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

export type PreferenceName = Exclude<keyof Preferences, 'keys'>;

/** What each preference takes, and what it is, for people. */
export const PREFERENCES: Readonly<
  Record<
    PreferenceName,
    { readonly takes: 'text' | 'number' | 'yes or no'; readonly about: string }
  >
> = {
  theme: { takes: 'text', about: 'colours: default, light, dark or high-contrast' },
  width: { takes: 'number', about: 'columns that text may fill, 40 to 120' },
  color: { takes: 'yes or no', about: 'colour; if not set, where output is a terminal' },
  ascii: { takes: 'yes or no', about: 'no marks beyond ASCII' },
  accessible: { takes: 'yes or no', about: 'plain lines for screen readers' },
  hyperlinks: { takes: 'yes or no', about: 'links that can be clicked' },
};

export const isPreferenceName = (name: string): name is PreferenceName =>
  Object.hasOwn(PREFERENCES, name);

/** What was read, and what in the file was not understood. */
export interface ReadPreferences {
  readonly preferences: Preferences;
  /** A sentence for each part that was passed over. */
  readonly notices: readonly string[];
}

/** Reads the settings file with no more than the file system; a wrong value changes nothing. */
export const readPreferences = (disk: Disk, file: string): ReadPreferences => {
  let text: string;
  try {
    text = disk.readFileSync(file, 'utf8');
  } catch {
    return { preferences: {}, notices: [] };
  }
  try {
    return checkPreferences(JSON.parse(text), file);
  } catch {
    return {
      preferences: {},
      notices: [
        `The settings in ${file} are not valid JSON and were not used. Mend or delete the file.`,
      ],
    };
  }
};

const checkPreferences = (value: unknown, file: string): ReadPreferences => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      preferences: {},
      notices: [`The settings in ${file} are not an object and were not used.`],
    };
  }
  const preferences: Record<string, unknown> = {};
  const notices: string[] = [];
  for (const [name, own] of Object.entries(value)) {
    const right = name === 'keys' ? isKeys(own) : isPreferenceName(name) && isValue(name, own);
    if (right) preferences[name] = own;
    else
      notices.push(
        `The setting ${JSON.stringify(name)} in ${file} is not understood and was not used.`,
      );
  }
  return { preferences, notices };
};

const isKeys = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
  );

/** Whether a value is one that a preference takes. */
export const isValue = (name: PreferenceName, value: unknown): boolean => {
  if (name === 'width')
    return Number.isInteger(value) && Number(value) >= 40 && Number(value) <= 120;
  return PREFERENCES[name].takes === 'text'
    ? typeof value === 'string'
    : typeof value === 'boolean';
};

/** Writes one preference with conf; undefined takes it away. The rest of the file stays. */
export const writePreference = async (
  file: string,
  name: PreferenceName,
  value: string | number | boolean | undefined,
): Promise<void> => {
  const { default: Conf } = await import('conf');
  const store = new Conf<Record<string, unknown>>({
    cwd: path.dirname(file),
    configName: path.basename(file, '.json'),
    projectName: 'llm-quiz',
    projectSuffix: '',
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    clearInvalidConfig: false,
  });
  if (value === undefined) store.delete(name);
  else store.set(name, value);
};
