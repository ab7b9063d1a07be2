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
import { type Context, openStore, tellNotices } from './context.ts';

const NAMES = Object.keys(SETTINGS).filter(isSettingName);

export const addSettings = (program: Command, context: Context): void => {
  program
    .command('settings')
    .description('show or change the daily limits and the schedule')
    .argument('[name]', NAMES.join(', '))
    .argument('[value]', 'a number, or `default`')
    .option('--json', 'as JSON, schema llm-quiz/settings/1')
    .addHelpText('after', '\nExamples:\n  llm-quiz settings\n  llm-quiz settings newPerDay 20')
    .action((name: string | undefined, value: string | undefined, { json }: { json?: boolean }) =>
      runSettings(context, name, value, json === true),
    );
};

const runSettings = (
  context: Context,
  name: string | undefined,
  value: string | undefined,
  json: boolean,
): void => {
  const store = openStore(context);
  tellNotices(context, store);
  if (name !== undefined && !isSettingName(name)) {
    throw usage(`there is no setting ${JSON.stringify(name)}`, `settings are ${NAMES.join(', ')}`);
  }
  if (name !== undefined && value !== undefined) {
    const at = context.clock.now();
    const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
    store.record([{ type: 'set', key: name, value: toValue(name, value) }], moment);
  }
  const { settings } = store.ledger;
  if (json) {
    context.stdout.write(
      `${JSON.stringify({ schema: 'llm-quiz/settings/1', ...settings }, undefined, 2)}\n`,
    );
    return;
  }
  for (const shown of name === undefined ? NAMES : [name]) {
    const isDefault = settings[shown] === DEFAULT_SETTINGS[shown];
    const cells = [
      shown,
      String(settings[shown]),
      isDefault ? 'default' : 'set',
      SETTINGS[shown].about,
    ];
    context.stdout.write(
      context.stdout.isTTY
        ? `${cells[0]?.padEnd(17)} ${cells[1]?.padEnd(5)} ${cells[2]?.padEnd(8)} ${cells[3]}\n`
        : `${cells.join('\t')}\n`,
    );
  }
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const toValue = (name: SettingName, text: string): number | null => {
  if (text === 'default') return null;
  const value = checkSetting(name, text.trim() === '' ? Number.NaN : Number(text));
  if (value !== undefined) return value;
  const { min, max, whole } = SETTINGS[name];
  throw usage(
    `${JSON.stringify(text)} is no value for ${name}`,
    `it takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}, or \`default\``,
  );
};
