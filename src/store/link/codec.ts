/** What a link's text gave: a value, or undefined where it cannot be read. */
export type Parsed<T> = { readonly value: T } | undefined;

/**
 * How one key of the state lives in a link. Declared once, with its default and its bounds, so that
 * reading and writing cannot drift apart.
 */
export interface Codec<T> {
  /** Name in the fragment. */
  readonly key: string;
  /** The value of a link that does not name the key. Changing it is a new link version. */
  readonly initial: T;
  /** A discrete choice is a step for the Back button; what changes with every key typed is not. */
  readonly step: boolean;
  /** Follows a held arrow key: changes that come close upon one another are one step. */
  readonly rapid?: true;
  readonly write: (value: T) => string | Promise<string>;
  /** Never throws: undefined for what does not parse or is out of bounds. */
  readonly read: (text: string) => Parsed<T> | Promise<Parsed<T>>;
}

/** A whole number within bounds. */
export function wholeNumber(text: string, low: number, high: number): Parsed<number> {
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= low && value <= high ? { value } : undefined;
}

/** A decimal number within bounds; no exponents, so that a link stays readable. */
export function decimalNumber(text: string, low: number, high: number): Parsed<number> {
  if (!/^\d{0,6}(\.\d{1,6})?$/.test(text) || text === '') return undefined;
  const value = Number(text);
  return value >= low && value <= high ? { value } : undefined;
}

/** A codec for one of a few words. */
export function oneOf<T extends string>(key: string, words: readonly T[], initial: NoInfer<T>): Codec<T> {
  return {
    key,
    initial,
    step: true,
    write: (value) => value,
    read: (text) => {
      const value = words.find((word) => word === text);
      return value === undefined ? undefined : { value };
    },
  };
}

/** A codec for a whole number that may be left to the page to choose. */
export function optionalWhole(key: string, high: number): Codec<number | undefined> {
  return {
    key,
    initial: undefined,
    step: true,
    rapid: true,
    write: (value) => (value === undefined ? '' : String(value)),
    read: (text) => wholeNumber(text, 0, high),
  };
}

/** A codec for a switch. */
export function onOff(key: string, initial: boolean): Codec<boolean> {
  return {
    key,
    initial,
    step: true,
    write: (on) => (on ? 'on' : 'off'),
    read: (text) => (text === 'on' || text === 'off' ? { value: text === 'on' } : undefined),
  };
}
