import { content, endsInPause, linesOf, say, type Utterance } from './speech.ts';
import { speakRow } from './spoken-rows.ts';

/** A stream that a command writes to. */
interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

/** The same for someone who listens. */
export interface SpokenOutput extends Output {
  /** Says what needs no other form. */
  say(said: readonly Utterance[]): void;
}

/** What is known of a command once its flags are read. */
export interface Manner {
  readonly command: string;
  /** What is written is data, such as JSON, and passes as it is. */
  readonly isData: boolean;
  /** Columns that lines may fill; undefined where the terminal's own are meant. */
  readonly columns: number | undefined;
}

/**
 * A terminal for someone who listens. What commands write into a pipe or for the eye is said in
 * sentences: a row of a table as its command's rows are said, a line of help as "term: what it is",
 * every other line with an end that is heard. Lines are wrapped at words.
 *
 * @param looksLikeTerminal whether commands may take it for a terminal; if not, they write rows
 */
export const spokenOutput = (
  output: Output,
  manner: () => Manner,
  looksLikeTerminal: boolean,
): SpokenOutput => {
  const columns = (): number => Math.min(output.columns, manner().columns ?? output.columns);
  const tell = (said: readonly Utterance[]): void => {
    const lines = linesOf(said, columns());
    if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
  };
  return {
    isTTY: looksLikeTerminal,
    get columns() {
      return columns();
    },
    say: tell,
    write: (text) => {
      const { isData, command } = manner();
      if (isData) output.write(text);
      else tell(unfold(text.replace(/\n$/, '').split('\n'), command));
    },
  };
};

/** A term and what it is, apart by blanks, as in help. */
const PAIR = /^\s*(\S+(?: \S+)*)\s{2,}(?=\S)/;
/** A line that ends in a command, or in an address. */
const ENDS_TO_COPY = /^(.*: )?(llm-quiz(?: .*)?|https?:\/\/\S+)$/;

/** Lines for the eye as utterances: folded ones are put together, and layout becomes words. */
const unfold = (lines: readonly string[], command: string): readonly Utterance[] => {
  const texts: string[] = [];
  let above: Layout | undefined;
  for (const line of lines) {
    const here = layoutOf(line);
    const joint = above === undefined ? undefined : jointOf(above, here);
    const text = line.includes('\t') ? speakRow(command, line) : here.text;
    if (joint === undefined) {
      texts.push(text);
      above = here;
    } else texts.push(`${texts.pop() ?? ''}${joint}${text}`);
  }
  return texts.flatMap(utterancesOf);
};

/** How a line stands: where it begins, and where what its term means does, if it has one. */
interface Layout {
  readonly indent: number;
  readonly column: number | undefined;
  readonly text: string;
}

const layoutOf = (line: string): Layout => {
  const indent = line.length - line.trimStart().length;
  const [whole = '', term = ''] = PAIR.exec(line) ?? [];
  if (whole === '') return { indent, column: undefined, text: line.trim() };
  return { indent, column: whole.length, text: `${term}: ${line.slice(whole.length).trim()}` };
};

/** What joins a line to the one above that it goes on with; undefined where it stands alone. */
const jointOf = (above: Layout, { indent, text }: Layout): string | undefined => {
  if (text === '' || above.indent === 0) return undefined;
  if (above.column === undefined) return indent > above.indent ? ': ' : undefined;
  return indent === above.column ? ' ' : undefined;
};

/** What can be copied stands as it is, on a line of its own; the rest is a sentence. */
const utterancesOf = (text: string): readonly Utterance[] => {
  if (text === '') return content(['']);
  const [, before = '', copied = ''] = ENDS_TO_COPY.exec(text) ?? [];
  if (copied === '' || copied.includes(': ') || endsInPause(copied)) {
    return say(text.replaceAll('`', ''));
  }
  return [...(before === '' ? [] : say(before.trim())), ...content([copied])];
};
