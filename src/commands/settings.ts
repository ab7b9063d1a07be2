import type { Command } from 'commander';
import {
  checkSetting,
  DEFAULT_SETTINGS,
  isSettingName,
  SETTINGS,
  type SettingName,
} from '../progress/settings.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import {
  isPreferenceName,
  isValue,
  PREFERENCES,
  type PreferenceName,
  readPreferences,
  writePreference,
} from '../storage/preferences.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { isThemeName, THEME_NAMES } from '../terminal/create-theme.ts';
import { createKeymap } from '../terminal/keys.ts';
import { wrapText } from '../terminal/text.ts';
import { type Context, openStore, pathsOf, tellNotices } from './context.ts';
import { explain } from './help.ts';
import { didYouMean } from './nearest.ts';

const LEARNING = Object.keys(SETTINGS).filter(isSettingName);
const LOOKS = Object.keys(PREFERENCES).filter(isPreferenceName);
const NAMES: readonly string[] = [...LEARNING, ...LOOKS];

export const addSettings = (program: Command, context: Context): void => {
  explain(program.command('settings'), {
    summary: 'show or change limits, schedule and looks',
    examples: [
      'llm-quiz settings',
      'llm-quiz settings newPerDay 20',
      'llm-quiz settings theme dark',
    ],
    notes: ['Limits and schedule go with your progress to other devices; looks stay here.'],
  })
    .argument('[name]', NAMES.join(', '))
    .argument('[value]', 'its new value, or `default`')
    .option('--json', 'as JSON, schema llm-quiz/settings/1')
    .action((name: string | undefined, value: string | undefined, { json }: { json?: boolean }) =>
      runSettings(context, name, value, json === true),
    );
};

const runSettings = async (
  context: Context,
  name: string | undefined,
  value: string | undefined,
  json: boolean,
): Promise<void> => {
  const store = openStore(context);
  tellNotices(context, store);
  if (name !== undefined && !NAMES.includes(name)) {
    const all = `settings are ${NAMES.join(', ')}`;
    throw usage(`there is no setting ${JSON.stringify(name)}`, didYouMean(name, NAMES, all));
  }
  if (name !== undefined && value !== undefined) await change(context, store, name, value);
  const rows = rowsOf(context, store).filter((row) => name === undefined || row.name === name);
  if (json) {
    const values = Object.fromEntries(rows.map((row) => [row.name, row.value]));
    const text = JSON.stringify({ schema: 'llm-quiz/settings/1', ...values }, undefined, 2);
    context.stdout.write(`${text}\n`);
    return;
  }
  for (const row of rows) {
    const cells = [row.name, String(row.value ?? ''), row.origin, row.about];
    const lines = context.stdout.isTTY
      ? rowLines(cells, context.stdout.columns)
      : [cells.join('\t')];
    context.stdout.write(`${lines.join('\n')}\n`);
  }
};

/** Columns of a setting before what it is about. */
const HEAD_WIDTH = 36;

/** What a setting is about stands behind it; in a narrow window, under it. */
const rowLines = (
  [name = '', value = '', origin = '', about = '']: readonly string[],
  columns: number,
): readonly string[] => {
  const head = `${name.padEnd(17)} ${value.padEnd(8)} ${origin.padEnd(8)} `;
  const isNarrow = columns < HEAD_WIDTH + 32;
  const indent = ' '.repeat(isNarrow ? 4 : HEAD_WIDTH);
  const text = wrapText(about, columns - indent.length).map((line) => indent + line);
  return isNarrow ? [head.trimEnd(), ...text] : [head + (text[0] ?? '').trim(), ...text.slice(1)];
};

interface Row {
  readonly name: string;
  readonly value: string | number | boolean | null;
  readonly origin: 'default' | 'set';
  readonly about: string;
}

const rowsOf = (context: Context, store: ProgressStore): readonly Row[] => {
  const { settings } = store.ledger;
  const { preferences, notices } = readPreferences(context.disk, pathsOf(context).settings);
  const told = [...notices, ...createKeymap(preferences.keys).problems];
  for (const notice of told) context.stderr.write(`${notice}\n`);
  return [
    ...LEARNING.map((name): Row => {
      const origin = settings[name] === DEFAULT_SETTINGS[name] ? 'default' : 'set';
      return { name, value: settings[name], origin, about: SETTINGS[name].about };
    }),
    ...LOOKS.map((name): Row => {
      const value = preferences[name];
      const origin = value === undefined ? 'default' : 'set';
      return { name, value: value ?? null, origin, about: PREFERENCES[name].about };
    }),
  ];
};

const change = async (
  context: Context,
  store: ProgressStore,
  name: string,
  text: string,
): Promise<void> => {
  if (isSettingName(name)) {
    const at = context.clock.now();
    const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
    store.record([{ type: 'set', key: name, value: toLearning(name, text) }], moment);
  } else if (isPreferenceName(name)) {
    await writePreference(pathsOf(context).settings, name, toPreference(name, text));
  }
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const toLearning = (name: SettingName, text: string): number | null => {
  if (text === 'default') return null;
  const value = checkSetting(name, text.trim() === '' ? Number.NaN : Number(text));
  if (value !== undefined) return value;
  const { min, max, whole } = SETTINGS[name];
  throw usage(
    `${JSON.stringify(text)} is no value for ${name}`,
    `it takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}, or \`default\``,
  );
};

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  no: false,
  false: false,
};

const toPreference = (
  name: PreferenceName,
  text: string,
): string | number | boolean | undefined => {
  if (text === 'default') return undefined;
  const { takes, about } = PREFERENCES[name];
  const value = takes === 'number' ? Number(text) : takes === 'yes or no' ? YES_OR_NO[text] : text;
  if (name === 'theme' && !isThemeName(text)) {
    throw usage(
      `there is no theme ${JSON.stringify(text)}`,
      didYouMean(text, THEME_NAMES, `themes are ${THEME_NAMES.join(', ')}`),
    );
  }
  if (value !== undefined && isValue(name, value)) return value;
  throw usage(
    `${JSON.stringify(text)} is no value for ${name}`,
    `it takes ${takes}: ${about}; or \`default\``,
  );
};
