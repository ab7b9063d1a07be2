import path from 'node:path';

/** How a file is called to a person: from the folder that they work in, where it is below it. */
export const nameOf = (file: string, from: string): string => {
  const relative = path.relative(from, file);
  return relative.startsWith('..') || relative === '' ? file : relative;
};
