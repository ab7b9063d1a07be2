import type { PlanCard } from './card.ts';

/**
 * The order in which new cards come, and so also which are left out where time is short: the
 * heavier first; of one weight, one card of each chapter in turn; within a chapter as in the deck.
 *
 * @param unseen cards in the order of the deck
 */
export const orderNew = <Card extends Pick<PlanCard, 'weight' | 'chapter'>>(
  unseen: readonly Card[],
): readonly Card[] => {
  const rounds = new Map<string, number>();
  const placed = unseen.map((card, place) => {
    const weight = Number.isFinite(card.weight) ? card.weight : 1;
    const lane = `${weight} ${card.chapter}`;
    const round = rounds.get(lane) ?? 0;
    rounds.set(lane, round + 1);
    return { card, weight, round, place };
  });
  return placed
    .sort((a, b) => b.weight - a.weight || a.round - b.round || a.place - b.place)
    .map(({ card }) => card);
};
