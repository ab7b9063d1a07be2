/**
 * A map whose values are decoded when they are asked for: one by one, or all for who walks it.
 * Where one cannot be, the map that `mend` gives takes its place.
 */
export abstract class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  #all: ReadonlyMap<Key, Value> | undefined;
  readonly #mend: Mend<ReadonlyMap<Key, Value>>;

  constructor(mend: Mend<ReadonlyMap<Key, Value>>) {
    this.#mend = mend;
  }

  /** One value, where not all of them are decoded yet. Throws where it is damaged. */
  protected abstract find(key: Key): Value | undefined;

  /** Throws where anything is damaged. */
  protected abstract decodeAll(): ReadonlyMap<Key, Value>;

  get(key: Key): Value | undefined {
    // Asked for each card of a deck, so without a function for each.
    if (this.#all !== undefined) return this.#all.get(key);
    try {
      return this.find(key);
    } catch (error) {
      return this.mended(error).get(key);
    }
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.#try(
      () => this.count(),
      (all) => all.size,
    );
  }

  keys(): MapIterator<Key> {
    return this.#try(
      () => this.findKeys(),
      (all) => all.keys(),
    );
  }

  values(): MapIterator<Value> {
    return this.#try(
      () => this.#whole().values(),
      (all) => all.values(),
    );
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#try(
      () => this.#whole().entries(),
      (all) => all.entries(),
    );
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  /** How many there are, where that is known without decoding them. */
  protected count(): number {
    return this.#whole().size;
  }

  /** The keys, where they are known without decoding what is behind them. */
  protected findKeys(): MapIterator<Key> {
    return this.#whole().keys();
  }

  #whole(): ReadonlyMap<Key, Value> {
    this.#all ??= this.decodeAll();
    return this.#all;
  }

  /** All values, where they were decoded or given anew. */
  protected get whole(): ReadonlyMap<Key, Value> | undefined {
    return this.#all;
  }

  /** All values given anew, for a reason. */
  protected mended(reason: unknown): ReadonlyMap<Key, Value> {
    this.#all = this.#mend(reason);
    return this.#all;
  }

  #try<Result>(find: () => Result, lookUp: (all: ReadonlyMap<Key, Value>) => Result): Result {
    try {
      return this.#all === undefined ? find() : lookUp(this.#all);
    } catch (error) {
      return lookUp(this.mended(error));
    }
  }
}

/** Gives anew what could not be read for a reason. */
export type Mend<Whole> = (reason: unknown) => Whole;
