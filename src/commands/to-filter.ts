import { type Card, type Chapter, LEVELS, type Level } from '../deck/types.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { type CardFilter, chooseChapters } from '../session/filter.ts';
import type { DeckSource } from '../storage/deck-source.ts';
import type { SelectionFlags } from './flag-values.ts';
import { didYouMean } from './nearest.ts';

/** The filter that the flags ask for. Throws a QuizError with the nearest names. */
export const toFilter = (flags: SelectionFlags, { deck }: DeckSource): CardFilter => ({
  chapters: flags.chapter.length === 0 ? undefined : toChapters(flags.chapter, deck.chapters),
  tags: flags.tag.length === 0 ? [] : toTags(flags.tag, deck.cards),
  levels: flags.level.map(toLevel),
});

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const toChapters = (words: readonly string[], chapters: readonly Chapter[]): readonly Chapter[] => {
  if (chapters.length === 0) throw usage('this deck has no chapters', 'leave --chapter out');
  const choice = chooseChapters(words, chapters);
  const name = ({ number, title }: Chapter): string => `${number} ${title}`;
  switch (choice.kind) {
    case 'ok':
      return choice.chapters;
    case 'ambiguous':
      throw usage(
        `more than one chapter is called ${JSON.stringify(choice.word)}`,
        `say which: ${choice.matches.map(name).join('; ')}`,
      );
    case 'none':
      throw usage(
        `there is no chapter ${JSON.stringify(choice.word)}`,
        choice.nearest.length > 0
          ? `did you mean ${choice.nearest.map(name).join(', or ')}?`
          : `the chapters are ${chapters.map(name).join('; ')}`,
      );
  }
};

const TAGS_SHOWN = 30;

const toTags = (wanted: readonly string[], cards: readonly Card[]): readonly string[] => {
  const known = new Set(cards.flatMap(({ tags }) => tags));
  const unknown = wanted.find((tag) => !known.has(tag));
  if (unknown === undefined) return wanted;
  const all = [...known].toSorted();
  const shown = all.slice(0, TAGS_SHOWN).join(', ');
  throw usage(
    `no card has the tag ${JSON.stringify(unknown)}`,
    didYouMean(unknown, all, shown === '' ? 'this deck has no tags' : `tags are ${shown}`),
  );
};

const toLevel = (word: string): Level => {
  const level = LEVELS.find((known) => known === word);
  if (level !== undefined) return level;
  const levels = `levels are ${LEVELS.join(', ')}`;
  throw usage(`there is no level ${JSON.stringify(word)}`, didYouMean(word, LEVELS, levels));
};
