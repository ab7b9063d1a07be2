/** Things by the marks that they carry: those that share most with another one are found fast. */
export class MarkIndex {
  readonly #postings = new Map<string, number[]>();

  /** Notes that a thing has these marks; things come in the order of their numbers. */
  add(thing: number, marks: Iterable<string>): void {
    for (const mark of marks) {
      const known = this.#postings.get(mark);
      if (known === undefined) this.#postings.set(mark, [thing]);
      else known.push(thing);
    }
  }

  /** The marks that some thing has, the rarest first. */
  rareFirst(marks: Iterable<string>): readonly Posting[] {
    return [...marks]
      .flatMap((mark) => {
        const things = this.#postings.get(mark);
        return things === undefined ? [] : [{ mark, things }];
      })
      .toSorted((a, b) => a.things.length - b.things.length);
  }
}

/** A mark, and the things that have it. */
export interface Posting {
  readonly mark: string;
  readonly things: readonly number[];
}

/** Marks that more things than these share tell none from another. */
const MAX_POSTINGS = 200;
/** Looked up even where they are common, so that a deck of one template finds its own. */
const RAREST_MARKS = 3;

/** Counts for one search after the other what things share with what is looked for. */
export class Counter {
  readonly #counts: Float64Array;
  readonly #longest: number;
  #touched: number[] = [];

  /**
   * @param size number of things
   * @param longest a mark that more things have is not followed, however rare the others are
   */
  constructor(size: number, longest: number) {
    this.#counts = new Float64Array(size);
    this.#longest = longest;
  }

  begin(): void {
    for (const thing of this.#touched) this.#counts[thing] = 0;
    this.#touched = [];
  }

  /**
   * Adds to the count of each thing that has these marks; a rare mark says more than a common one.
   *
   * @returns the marks that were not followed, if things that were not counted may have them all
   */
  add(postings: readonly Posting[], worth: number): readonly string[] {
    const left = postings.filter(({ things }, index) => {
      const isRare = things.length <= MAX_POSTINGS;
      if (!isRare && (index >= RAREST_MARKS || things.length > this.#longest)) return true;
      this.#count(things, worth / Math.log2(things.length + 1));
      return false;
    });
    const isBlind = postings.slice(0, RAREST_MARKS).some((posting) => left.includes(posting));
    return isBlind ? left.map(({ mark }) => mark) : [];
  }

  #count(things: readonly number[], weight: number): void {
    for (const thing of things) {
      const count = this.#counts[thing] ?? 0;
      if (count === 0) this.#touched.push(thing);
      this.#counts[thing] = count + weight;
    }
  }

  /** The things that share most, at most so many, the first one first. */
  most(limit: number): readonly number[] {
    const best: number[] = [];
    const count = (thing: number | undefined): number => this.#counts[thing ?? 0] ?? 0;
    const isBefore = (one: number, other: number): boolean =>
      count(one) > count(other) || (count(one) === count(other) && one < other);
    for (const thing of this.#touched) {
      if (best.length === limit && !isBefore(thing, best[limit - 1] ?? 0)) continue;
      if (best.length === limit) best.pop();
      let at = best.length;
      while (at > 0 && isBefore(thing, best[at - 1] ?? 0)) at--;
      best.splice(at, 0, thing);
    }
    return best;
  }
}
