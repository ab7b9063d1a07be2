/**
 * What stands between two entries whose numbers leave no gap: parts of the answer to the first.
 *
 * @param entries in the order of the file
 * @param numberOf the number that an entry counts by, undefined where it has none
 */
export const betweenNumbers = <Entry>(
  entries: readonly Entry[],
  numberOf: (entry: Entry) => number | undefined,
): ReadonlySet<Entry> => {
  const between = new Set<Entry>();
  let last: number | undefined;
  let open: Entry[] = [];
  for (const entry of entries) {
    const number = numberOf(entry);
    if (number === undefined) {
      open.push(entry);
      continue;
    }
    if (last !== undefined && number === last + 1) for (const each of open) between.add(each);
    last = number;
    open = [];
  }
  return between;
};
