/** One `[deletion]` of a cloze sentence: where it starts, and what it hides. */
export interface Deletion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const MAX_LENGTH = 20_000;

/**
 * The deletions of a text. Brackets of links, images, footnotes and tasks are none, and `\[` is a
 * bracket; a bracket within a deletion belongs to it.
 */
export const deletionsOf = (text: string): readonly Deletion[] => {
  const found: Deletion[] = [];
  const stack: number[] = [];
  for (let at = 0; at < Math.min(text.length, MAX_LENGTH); at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '[') stack.push(at);
    else if (char === ']' && stack.length > 0) {
      const from = stack.pop() ?? 0;
      const inner = text.slice(from + 1, at);
      const isOther =
        text.charAt(at + 1) === '(' ||
        (from > 0 && text.charAt(from - 1) === '!') ||
        inner.startsWith('^') ||
        /^[ xX]?$/.test(inner);
      if (stack.length === 0 && !isOther) found.push({ from, to: at + 1, text: inner });
    }
  }
  return found;
};

/** The text with one deletion hidden and the others filled in. */
export const hideDeletion = (text: string, deletions: readonly Deletion[], index: number): string =>
  replaceDeletions(text, deletions, (deletion, at) => (at === index ? '[…]' : deletion.text));

/** The text with all deletions filled in. */
export const fillDeletions = (text: string, deletions: readonly Deletion[]): string =>
  replaceDeletions(text, deletions, (deletion) => deletion.text);

const replaceDeletions = (
  text: string,
  deletions: readonly Deletion[],
  shown: (deletion: Deletion, index: number) => string,
): string => {
  let result = '';
  let last = 0;
  deletions.forEach((deletion, index) => {
    result += text.slice(last, deletion.from) + shown(deletion, index);
    last = deletion.to;
  });
  return result + text.slice(last);
};
