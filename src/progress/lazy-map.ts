/** A map whose values are decoded when they are asked for: one by one, or all for who walks it. */
export abstract class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  #all: ReadonlyMap<Key, Value> | undefined;

  /** One value, where not all of them are decoded yet. */
  protected abstract find(key: Key): Value | undefined;

  protected abstract decodeAll(): ReadonlyMap<Key, Value>;

  get(key: Key): Value | undefined {
    return this.#all === undefined ? this.find(key) : this.#all.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.all().size;
  }

  keys(): MapIterator<Key> {
    return this.all().keys();
  }

  values(): MapIterator<Value> {
    return this.all().values();
  }

  entries(): MapIterator<[Key, Value]> {
    return this.all().entries();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  private all(): ReadonlyMap<Key, Value> {
    this.#all ??= this.decodeAll();
    return this.#all;
  }
}
