/** One option of a multiple-choice question. */
export interface Option {
  readonly text: string;
  readonly right: boolean;
  /** Why it is right or wrong, as Markdown; empty where the author gave no reason. */
  readonly reason: string;
  /** Index of its line in the section, from 0. */
  readonly line: number;
}

export interface Choices {
  /** The choice's own question, where it differs from the card's. */
  readonly question: string;
  readonly options: readonly Option[];
}

const OPTION = /^ {0,3}[-*+] \[([ xX])\][ \t]+(.*)$/;

/** Reads a task list: `[x]` marks a right option, an item nested under an option is its reason. */
export const readChoices = (section: string): Choices => {
  const question: string[] = [];
  const options: { text: string[]; right: boolean; reason: string[]; line: number }[] = [];
  section.split('\n').forEach((line, index) => {
    const match = OPTION.exec(line);
    const last = options.at(-1);
    if (match !== null) {
      options.push({ text: [match[2] ?? ''], right: match[1] !== ' ', reason: [], line: index });
    } else if (last === undefined) question.push(line);
    else addTo(last, line);
  });
  return {
    question: question.join('\n').trim(),
    options: options.map(({ text, right, reason, line }) => ({
      text: text.join(' ').trim(),
      right,
      reason: reason.join('\n').trim(),
      line,
    })),
  };
};

const addTo = (option: { text: string[]; reason: string[] }, line: string): void => {
  const nested = /^\s+[-*+] (.*)$/.exec(line);
  if (nested !== null) option.reason.push(nested[1] ?? '');
  else if (option.reason.length > 0) option.reason.push(line.trim());
  else if (line.trim() !== '') option.text.push(line.trim());
};

/** How many options a section has, and how many of them are right, without reading them. */
export const countOptions = (
  section: string,
): { readonly options: number; readonly right: number } => {
  let options = 0;
  let right = 0;
  for (const line of section === '' ? [] : section.split('\n')) {
    const mark = OPTION.exec(line)?.[1];
    if (mark !== undefined) options++;
    if (mark !== undefined && mark !== ' ') right++;
  }
  return { options, right };
};
