/** What `Reused` needs of a typed array. */
interface Stretch<T> {
  readonly length: number;
  subarray(from: number, to: number): T;
}

/** Memory that serves again and again, and grows to the most that was asked of it. */
export class Reused<T extends Stretch<T>> {
  readonly #make: (length: number) => T;
  #all: T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#all = make(0);
  }

  /** So many elements, which hold what was left in them; good until the next time. */
  take(length: number): T {
    if (this.#all.length < length) this.#all = this.#make(length);
    return this.#all.subarray(0, length);
  }
}
