import { parseHeading, scanLines } from './scan.ts';

/** The parts of a card's body, each named by a heading of the third level. */
export type SectionName =
  | 'answer'
  | 'given'
  | 'keyPoints'
  | 'trap'
  | 'choices'
  | 'followUps'
  | 'references';

export interface Section {
  readonly name: SectionName;
  readonly text: string;
  /** Index of the section's first line in the body, from 0. */
  readonly line: number;
}

const NAMES: Readonly<Record<string, SectionName>> = {
  given: 'given',
  'key points': 'keyPoints',
  trap: 'trap',
  choices: 'choices',
  'follow-ups': 'followUps',
  'follow ups': 'followUps',
  references: 'references',
};

/** Cuts a body at its named headings; any other heading belongs to the part that it stands in. */
export const splitSections = (body: string): readonly Section[] => {
  const scanned = scanLines(body);
  const sections: { name: SectionName; lines: string[]; line: number }[] = [
    { name: 'answer', lines: [], line: 0 },
  ];
  scanned.lines.forEach((line, index) => {
    const heading = scanned.isInert(index) ? undefined : parseHeading(line, index);
    const name =
      heading?.level === 3 ? NAMES[heading.text.toLowerCase().replace(/:$/, '')] : undefined;
    if (name !== undefined) sections.push({ name, lines: [], line: index + 1 });
    else sections.at(-1)?.lines.push(line);
  });
  return sections.map(({ name, lines, line }) => trimmed(name, lines, line));
};

/** The text of one part, empty where the card does not have it; parts of one name are joined. */
export const sectionText = (sections: readonly Section[], name: SectionName): string =>
  sections
    .filter((section) => section.name === name && section.text !== '')
    .map((section) => section.text)
    .join('\n\n');

const trimmed = (name: SectionName, lines: readonly string[], line: number): Section => {
  const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return { name, text: lines.slice(from, to).join('\n'), line: line + from };
};
