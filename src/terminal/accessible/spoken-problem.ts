import type { Problem } from '../../deck/problem.ts';
import { ended, say, type Utterance } from './speech.ts';
import { capital } from './words.ts';

/** A problem of a deck in sentences: what, where, and the way out. */
export const speakProblem = ({
  severity,
  code,
  message,
  at,
  help,
  related,
}: Problem): readonly Utterance[] =>
  say(
    ended(`${capital(severity)} ${code}: ${plain(message)}`),
    `In ${at.file}, line ${at.line}, column ${at.column}.`,
    ...(related === undefined
      ? []
      : [`${capital(related.note)} in ${related.at.file}, line ${related.at.line}.`]),
    ...(help === '' ? [] : [`To mend it: ${plain(help)}`]),
  );

/** Marks around code are not read out. */
const plain = (text: string): string => text.replaceAll('`', '');
