import type { Codec } from './codec.ts';
import { INITIAL_LINK_STATE, LINK_KEYS, type LinkState } from './keys.ts';

const VERSION = '1';

/** A link's fragment read back: what it said, and which of its parts could not be read. */
export interface ReadLink {
  readonly state: LinkState;
  /** Names of the parts that fell back to their default, as they stand in the link. */
  readonly unread: readonly string[];
}

type Key = keyof LinkState;
type Draft = { -readonly [K in Key]?: LinkState[K] };
const KEYS: readonly Key[] = Object.keys(LINK_KEYS).filter((name): name is Key => name in LINK_KEYS);

/** The fragment, without its `#`, of a link to this state; '' for the page as it first opens. */
export async function writeLink(state: LinkState): Promise<string> {
  const pairs = await Promise.all(KEYS.map((key) => writeNamed(key, state)));
  const said = pairs.filter((pair) => pair !== '');
  return said.length === 0 ? '' : [`v=${VERSION}`, ...said].join('&');
}

/** Reads any fragment; never throws. */
export async function readLink(fragment: string): Promise<ReadLink> {
  const parts = fragment.replace(/^#/, '').split('&').filter(Boolean);
  const unread: string[] = [];
  const state: Draft = {};
  for (const part of parts) {
    const split = part.indexOf('=');
    const name = split < 0 ? part : part.slice(0, split);
    const text = split < 0 ? undefined : decode(part.slice(split + 1));
    if (name === 'v' && text === VERSION) continue;
    const key = KEYS.find((candidate) => LINK_KEYS[candidate].key === name);
    const fresh = key !== undefined && text !== undefined && !(key in state);
    if (!fresh || !(await readNamed(key, text, state))) unread.push(name.slice(0, 40));
  }
  return { state: { ...INITIAL_LINK_STATE, ...state }, unread };
}

/** The keys whose change from one state to the other is a step for the Back button. */
export function stepsOf(from: LinkState, to: LinkState): readonly Key[] {
  return KEYS.filter((key) => LINK_KEYS[key].step && !Object.is(from[key], to[key]));
}

/** Whether these steps, taken again at once, are still the same step. */
export function isRapid(steps: readonly Key[]): boolean {
  return steps.length > 0 && steps.every((key) => LINK_KEYS[key].rapid);
}

/** Whether two states give the same link. */
export function sameLink(a: LinkState, b: LinkState): boolean {
  return KEYS.every((key) => Object.is(a[key], b[key]));
}

/** The codec and the place of one key, which the compiler follows key by key but not through a union. */
function readNamed<K extends Key>(key: K, text: string, state: Draft & Pick<Draft, K>): Promise<boolean> {
  return readKey<K>(key, LINK_KEYS[key], text, state);
}

function writeNamed<K extends Key>(key: K, state: Pick<LinkState, K>): Promise<string> {
  return writePair<LinkState[K]>(LINK_KEYS[key], state[key]);
}

async function readKey<K extends Key>(
  key: K,
  codec: Codec<LinkState[K]>,
  text: string,
  state: Draft,
): Promise<boolean> {
  const parsed = await codec.read(text);
  if (parsed) state[key] = parsed.value;
  return parsed !== undefined;
}

async function writePair<T>(codec: Codec<T>, value: T): Promise<string> {
  if (value === codec.initial) return '';
  const text = await codec.write(value);
  if (text === '' || text === (await codec.write(codec.initial))) return '';
  return `${codec.key}=${readable(encodeURIComponent(text))}`;
}

/** These need no escape in a fragment, and a link should be readable. */
const PLAIN: readonly (readonly [string, string])[] = [
  ['%2C', ','],
  ['%3A', ':'],
  ['%2F', '/'],
  ['%40', '@'],
];

function readable(escaped: string): string {
  return PLAIN.reduce((text, [escape, character]) => text.replaceAll(escape, character), escaped);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
