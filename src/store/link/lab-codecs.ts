import { DATA_IDS, NO_DATA, type DataFile, type DataFiles, type DataId } from '../data/experiment-data.ts';
import type { OpenId, Opened } from '../state.ts';
import { MOST_LINES, MOST_SENSES, type Playground } from '../trials/playground.ts';
import { type Codec, type Parsed, wholeNumber } from './codec.ts';
import { deflateText, inflateText } from './deflate.ts';

const MOST_ITEM = 999_999_999;
const OPEN_IDS = ['wic', 'threshold', 'wsd', 'lemma', 'word', 'sts', 'tree'] as const satisfies OpenId[];
/** Characters of a person's own sentences, in all. */
const MOST_OWN = 20_000;

/** A person's own data: `wic:hash:name,words:hash:name:column`. */
export const DATA_CODEC: Codec<DataFiles> = {
  key: 'data',
  initial: NO_DATA,
  step: true,
  write: (files) =>
    DATA_IDS.flatMap((id) => {
      const file = files[id];
      const column = isName(file?.column) ? `:${encodeURIComponent(file.column)}` : '';
      return file ? [`${id}:${file.sha256}:${encodeURIComponent(file.name)}${column}`] : [];
    }).join(),
  read: (text) => {
    const found: { [K in DataId]: DataFile<K> | undefined } = { ...NO_DATA };
    for (const part of text.split(',')) {
      const [, name, sha256, written, last] =
        /^([a-z]+):([0-9a-f]{64}):([^,:]{1,900})(?::([^,:]{1,3000}))?$/.exec(part) ?? [];
      const id = DATA_IDS.find((one) => one === name);
      const file = decoded(written);
      if (id === undefined || sha256 === undefined || file === undefined) return undefined;
      const column = decoded(last);
      found[id] = { name: file, sha256, data: undefined, ...(column !== undefined && { column }) };
    }
    return { value: found };
  },
};

/** What is open: `wic:3,tree:12`. */
export const OPENED_CODEC: Codec<Opened> = {
  key: 'open',
  initial: {},
  step: true,
  rapid: true,
  write: (opened) =>
    OPEN_IDS.flatMap((id) => (opened[id] === undefined ? [] : [`${id}:${opened[id]}`])).join(),
  read: (text) => {
    const found: Partial<Record<OpenId, number>> = {};
    for (const part of text.split(',')) {
      const [name, item = ''] = part.split(':');
      const id = OPEN_IDS.find((one) => one === name);
      const number = wholeNumber(item, 0, MOST_ITEM);
      if (id === undefined || !number) return undefined;
      found[id] = number.value;
    }
    return { value: found };
  },
};

/** The playground: the word, then a line for each sentence, its heap before it; deflated. */
export function playgroundCodec(initial: Playground): Codec<Playground> {
  return {
    key: 'play',
    initial,
    step: false,
    write: (playground) => deflateText(textOf(playground)),
    read: async (packed): Promise<Parsed<Playground>> => {
      const text = await inflateText(packed, MOST_OWN);
      return text === undefined ? undefined : playgroundOf(text);
    },
  };
}

/** A person's own sentence, deflated. */
export function sentenceCodec(key: string, initial: string): Codec<string> {
  return {
    key,
    initial,
    step: false,
    write: (text) => deflateText(text.slice(0, MOST_OWN)),
    read: async (packed) => {
      const text = await inflateText(packed, MOST_OWN);
      return text === undefined ? undefined : { value: text };
    },
  };
}

function textOf({ word, lines }: Playground): string {
  return [word, ...lines.map(({ text, sense }) => `${sense}${text}`)]
    .map((line) => line.replaceAll('\n', ' '))
    .join('\n')
    .slice(0, MOST_OWN);
}

function playgroundOf(text: string): Parsed<Playground> {
  const [word = '', ...rest] = text.split('\n');
  if (rest.length > MOST_LINES) return undefined;
  const lines = rest.map((line) => ({ sense: Number(line.slice(0, 1)), text: line.slice(1) }));
  const known = lines.every(({ sense }) => Number.isInteger(sense) && sense >= 0 && sense < MOST_SENSES);
  return known ? { value: { word, lines } } : undefined;
}

const isName = (name: string | undefined): name is string =>
  name !== undefined && /^[^\p{Cc}]{1,255}$/su.test(name);

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const name = decodeURIComponent(text);
    return isName(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
