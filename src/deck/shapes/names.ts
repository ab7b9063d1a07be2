/** How questions may be written, as users say it; `native` is this program's own format. */
export const ASKABLE_SHAPES = [
  'native',
  'headings',
  'chaptered',
  'details',
  'details-answer',
  'list',
  'list-questions',
  'task-list',
  'q-and-a',
  'bold',
] as const;

/** What an author or a user may ask for. */
export type AskableShape = (typeof ASKABLE_SHAPES)[number];

/** How a file's questions are written; `none` where it has none. */
export type Shape = AskableShape | 'none';
