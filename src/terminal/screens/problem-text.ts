import type { Problem } from '../../deck/problem.ts';
import { wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * A problem as compilers show one: what, where, the line, and the way out.
 *
 * @param columns where the way out is to be broken; infinite where nobody looks at a window
 */
export const problemLines = (
  problem: Problem,
  texts: ReadonlyMap<string, string>,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const dress = problem.severity === 'error' ? theme.alarm : theme.strong;
  const gutter = ' '.repeat(
    String(Math.max(problem.at.line, problem.related?.at.line ?? 0)).length,
  );
  const related = problem.related;
  return [
    `${dress(`${problem.severity}[${problem.code}]`)}: ${clean(problem.message)}`,
    `${gutter}--> ${placeOf(problem.at)}`,
    ...excerpt(
      problem.at,
      problem.length,
      related === undefined ? '' : 'used again here',
      texts,
      gutter,
      '^',
    ),
    ...(related === undefined
      ? []
      : [
          `${gutter}::: ${placeOf(related.at)}`,
          ...excerpt(related.at, problem.length, related.note, texts, gutter, '-'),
        ]),
    ...helpLines(`${gutter} = help: `, clean(problem.help), columns),
  ];
};

/** The way out, broken at words behind its label. */
const helpLines = (label: string, help: string, columns: number): readonly string[] => {
  const room = Math.max(LEAST_ROOM, columns - label.length);
  const [first = '', ...rest] = Number.isFinite(room) ? wrapText(help, room) : [help];
  return [label + first, ...rest.map((line) => ' '.repeat(label.length) + line)];
};

const LEAST_ROOM = 20;

const placeOf = ({ file, line, column }: Problem['at']): string =>
  `${clean(file)}:${line}:${column}`;

const clean = (text: string): string => text.replace(CONTROL, '').replaceAll('\t', ' ');

const LINE_SHOWN = 100;

const excerpt = (
  { file, line, column }: Problem['at'],
  length: number,
  note: string,
  texts: ReadonlyMap<string, string>,
  gutter: string,
  mark: '^' | '-',
): readonly string[] => {
  const text = texts.get(file)?.split(/\r?\n/)[line - 1];
  if (text === undefined || text === '') return [];
  const shown = clean(text).slice(0, LINE_SHOWN);
  const from = Math.min(column - 1, shown.length);
  const marks = mark.repeat(Math.max(1, Math.min(length, shown.length - from)));
  return [
    `${gutter} |`,
    `${String(line).padStart(gutter.length)} | ${shown}`,
    `${gutter} | ${' '.repeat(from)}${marks}${note === '' ? '' : ` ${note}`}`,
  ];
};
