/** Things by a mark that they have, in their order. */
export const groupBy = <Item, Mark>(
  items: readonly Item[],
  markOf: (item: Item) => Mark,
): Map<Mark, Item[]> => {
  const groups = new Map<Mark, Item[]>();
  for (const item of items) {
    const mark = markOf(item);
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [item]);
    else group.push(item);
  }
  return groups;
};
