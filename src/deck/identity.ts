import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { normalise } from './normalise.ts';

export { ID_PATTERN } from './id-pattern.ts';
export { normalise } from './normalise.ts';

const SLUG_WORDS = 6;
const SLUG_LENGTH = 40;

/** Twelve hexadecimal digits of SHA-256 over a text: 48 bits. */
export const shortHash = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);

/** Hash of an answer: white space does not count. */
export const hashOfAnswer = (body: string): string => shortHash(body.replace(/\s+/g, ' ').trim());

/** Id of a card whose author gave none: its first words and a hash of its whole question. */
export const deriveId = (question: string): string => {
  const normal = normalise(question);
  const words = normal
    .normalize('NFKD')
    .replace(/[^a-z0-9 ]+/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const slug = words.slice(0, SLUG_WORDS).join('-').slice(0, SLUG_LENGTH).replace(/-+$/, '');
  return `${slug === '' ? 'card' : slug}-${shortHash(normal).slice(0, 8)}`;
};

/** What events call a card. */
export const keyOf = (deck: string | undefined, id: string): string =>
  deck === undefined ? id : `${deck}/${id}`;

/**
 * Ids for cards without one, in order. Cards whose questions are equal are told apart by their
 * answers and not by their order, so that moving one does not give its progress to another.
 */
export const deriveIds = (
  cards: readonly { readonly question: string; readonly body: string }[],
  taken: ReadonlySet<string>,
): string[] => {
  const ids = cards.map(({ question }) => deriveId(question));
  const count = countOf(ids);
  const used = new Set(taken);
  const copies = new Map<string, number>();
  return ids.map((id, index) => {
    const body = cards[index]?.body ?? '';
    const told = (count.get(id) ?? 0) > 1 ? `${id}-${hashOfAnswer(body).slice(0, 6)}` : id;
    let free = told;
    // The search goes on where the last one ended: many copies would take quadratic time.
    let copy = copies.get(told) ?? 2;
    while (used.has(free)) free = `${told}-${copy++}`;
    copies.set(told, copy);
    used.add(free);
    return free;
  });
};

const countOf = (ids: readonly string[]): Map<string, number> => {
  const count = new Map<string, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  return count;
};
