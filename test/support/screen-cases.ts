import type { Key } from '../../src/terminal/keys.ts';
import type { Opening } from '../../src/terminal/stages/opening-stage.ts';

/** Screens that are drawn in memory and in a real terminal alike: what is pressed to come there. */
export const SCREEN_CASES: readonly { readonly name: string; readonly keys: readonly Key[] }[] = [
  { name: 'question', keys: [] },
  { name: 'hint', keys: ['h'] },
  { name: 'answer', keys: ['space'] },
  { name: 'answer, last page', keys: ['space', 'G'] },
  { name: 'wide characters', keys: ['space', '3', 'space'] },
  { name: 'options', keys: ['space', '4', 'space', '4'] },
  { name: 'options, answered', keys: ['space', '4', 'space', '4', '1', '2', 'space'] },
  { name: 'keys', keys: ['?'] },
  { name: 'links', keys: ['space', 'o'] },
  { name: 'note', keys: ['n', 'a'] },
  { name: 'marked', keys: ['m'] },
  { name: 'nothing to undo', keys: ['u'] },
];

export const SCREEN_SIZES = [
  { columns: 40, rows: 10 },
  { columns: 60, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

/** The bytes that a terminal sends for a key. */
export const bytesOf = (key: Key): string => (key === 'space' ? ' ' : key);

/** The first start of all. */
export const WELCOME: Opening = {
  kind: 'welcome',
  view: {
    cards: 421,
    chapters: 17,
    deckName: 'interview questions on large language models',
    session: 10,
    folder: '~/.local/share/llm-quiz',
    canChoose: true,
  },
};
