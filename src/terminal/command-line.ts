/**
 * A command of the program as it is typed for the deck that was asked for.
 *
 * @param command such as `llm-quiz review --session`, or `llm-quiz` alone, which studies
 * @param deck what was given with `--deck`; undefined for the deck that comes with the program
 */
export const commandLine = (command: string, deck: string | undefined): string => {
  if (deck === undefined) return command;
  return `${command === 'llm-quiz' ? 'llm-quiz study' : command} --deck ${shellWord(deck)}`;
};

const PLAIN = /^[\w@%+=:,./~-]+$/;

/** A word as a POSIX shell takes it for one. */
export const shellWord = (word: string): string =>
  PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
