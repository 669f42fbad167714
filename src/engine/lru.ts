/** Holds the last few things used under numbers that are never given twice. */
export class Lru<T> {
  readonly #capacity: number;
  readonly #items = new Map<number, T>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  set(handle: number, item: T): void {
    this.#items.set(handle, item);
    // a Map keeps the order of insertion: the first key is the one longest unused
    const [oldest] = this.#items.keys();
    if (this.#items.size > this.#capacity && oldest !== undefined) this.#items.delete(oldest);
  }

  /** The item, now the latest used; undefined when it had to make room, or never was. */
  get(handle: number): T | undefined {
    const item = this.#items.get(handle);
    if (item === undefined) return undefined;
    this.#items.delete(handle);
    this.#items.set(handle, item);
    return item;
  }
}
