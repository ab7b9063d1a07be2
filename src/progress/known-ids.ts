/** Numbers of one session that were seen: pairs of first and last, in order. */
type Ranges = number[];

/** The session of an id of another form. */
const OTHER = '';

/**
 * The ids of all events that were taken in. An id is a session and a counter, so a session is
 * kept as ranges of numbers, and a million ids take the room of a few thousand. What a snapshot
 * brings stays text until one of its sessions is asked for: most starts ask for none.
 */
export class KnownIds {
  readonly #read: () => string;
  #encoded: string | undefined;
  readonly #sessions = new Map<string, Ranges>();
  /** Ids of another form, as they stand. */
  readonly #others = new Set<string>();

  /** @param read gives what {@link encode} gave; it is called when an id is asked for */
  constructor(read: () => string = () => '') {
    this.#read = read;
  }

  get #text(): string {
    if (this.#encoded === undefined) {
      const encoded = this.#read();
      this.#encoded = encoded === '' ? '' : `;${encoded};`;
    }
    return this.#encoded;
  }

  /** Takes in an id; false where it is known already. */
  add(id: string): boolean {
    const { session, number } = split(id);
    if (session === OTHER) {
      if (this.#hasOther(id)) return false;
      this.#others.add(id);
      return true;
    }
    return addNumber(this.#rangesOf(session), number);
  }

  has(id: string): boolean {
    const { session, number } = split(id);
    if (session === OTHER) return this.#hasOther(id);
    return this.#rangesOf(session).some(
      (first, at, all) => at % 2 === 0 && first <= number && number <= (all[at + 1] ?? first),
    );
  }

  /** All ids as one text for a snapshot. */
  encode(): string {
    const changed = [...this.#sessions]
      .filter(([, ranges]) => ranges.length > 0)
      .map(([session, ranges]) => `${session} ${ranges.map((n) => n.toString(36)).join(',')}`);
    const kept = this.#text
      .split(';')
      .filter((part) => part !== '' && !this.#sessions.has(part.slice(0, part.indexOf(' '))));
    return [...kept, ...changed, ...[...this.#others].map((id) => `=${id}`)].join(';');
  }

  #hasOther(id: string): boolean {
    return this.#others.has(id) || this.#text.includes(`;=${id};`);
  }

  #rangesOf(session: string): Ranges {
    const known = this.#sessions.get(session);
    if (known !== undefined) return known;
    const text = this.#text;
    const at = text.indexOf(`;${session} `);
    const from = at + session.length + 2;
    const ranges =
      at < 0
        ? []
        : text
            .slice(from, text.indexOf(';', from))
            .split(',')
            .map((digits) => Number.parseInt(digits, 36));
    this.#sessions.set(session, ranges);
    return ranges;
  }
}

/** The session and the number of an id; an id of another form has none of the two. */
const split = (id: string): { readonly session: string; readonly number: number } => {
  const at = id.lastIndexOf('-');
  const digits = id.slice(at + 1);
  const number = at > 0 && digits.length < 8 ? Number.parseInt(digits, 36) : -1;
  return number >= 0 && number.toString(36) === digits
    ? { session: id.slice(0, at), number }
    : { session: OTHER, number: 0 };
};

/** Adds a number, joining the ranges beside it; false where it is there. Most are the next one. */
const addNumber = (ranges: Ranges, number: number): boolean => {
  let at = ranges.length;
  while (at > 0 && (ranges[at - 2] as number) > number) at -= 2;
  const last = ranges[at - 1];
  if (at > 0 && last !== undefined && number <= last) return false;
  const joinsBefore = at > 0 && last === number - 1;
  const joinsAfter = ranges[at] === number + 1;
  if (joinsBefore && joinsAfter) ranges.splice(at - 1, 2);
  else if (joinsBefore) ranges[at - 1] = number;
  else if (joinsAfter) ranges[at] = number;
  else ranges.splice(at, 0, number, number);
  return true;
};
