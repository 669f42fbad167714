import { TailscopeError } from '../core/error.ts';
import { lines } from '../text/lines.ts';
import { errorAt, formatError, type NamedText } from './named-text.ts';
import type { SenseItem, SenseText } from './sense-data.ts';
import { xmlEvents, type XmlEvent } from './xml-events.ts';

type Open = Extract<XmlEvent, { is: 'open' }>;

/** An instance in the XML, whose senses are in the other file. */
interface Instance extends Omit<SenseItem, 'senses'> {
  readonly at: number;
}

/**
 * Reads the unified format of word sense disambiguation: an XML file of <sentence>s of <wf> (a word) and <instance> (a word
 * or some that have a sense, with id, lemma and pos), and a key file of `id sense ..`. A word's neighbours are those of the
 * same lemma and part of speech.
 * @throws TailscopeError("data-format" | "no-items")
 * @see Raganato, Camacho-Collados and Navigli 2017
 */
export function readRaganato(xml: NamedText, key: NamedText): SenseText {
  const senses = readKey(key);
  const { sentences, instances } = readXml(xml);
  const items = instances.map(({ at, ...instance }): SenseItem => {
    const known = senses.get(instance.from);
    if (!known) throw errorAt(xml, at, 'keyed-instance', instance.from);
    return { ...instance, senses: known.senses };
  });
  const named = new Set(items.map(({ from }) => from));
  for (const [id, { line }] of senses)
    if (!named.has(id)) throw formatError(key.name, line, 1, 'known-instance', id);
  if (items.length === 0) throw TailscopeError.of('no-items', { name: xml.name, what: 'words' });
  return { sentences, items };
}

/** The senses of one id, and where it stands. */
interface Answer {
  readonly line: number;
  readonly senses: readonly [string, ...string[]];
}

function readKey({ name, text }: NamedText): ReadonlyMap<string, Answer> {
  const senses = new Map<string, Answer>();
  for (const [i, line] of lines(text).entries()) {
    const [id = '', first, ...others] = line.trim().split(/\s+/);
    if (id === '') continue;
    if (first === undefined) throw formatError(name, i + 1, id.length + 1, 'gold-key', '');
    senses.set(id, { line: i + 1, senses: [first, ...others] });
  }
  return senses;
}

function readXml(xml: NamedText) {
  const sentences: string[][] = [];
  const instances: Instance[] = [];
  let words: string[] | undefined;
  let element: Open | undefined;
  let content = '';
  for (const event of xmlEvents(xml)) {
    if (event.is === 'text') {
      content += event.text;
    } else if (event.is === 'open') {
      if (event.tag === 'sentence') sentences.push((words = []));
      if (event.tag !== 'wf' && event.tag !== 'instance') continue;
      if (element) throw errorAt(xml, event.at, 'xml-word-end', `<${event.tag}>`);
      if (!words) throw errorAt(xml, event.at, 'xml-sentence', `<${event.tag}>`);
      element = event;
      content = '';
    } else if (event.tag === 'sentence') {
      words = undefined;
    } else if (words && element?.tag === event.tag) {
      const own = content.split(/\s+/).filter((word) => word !== '');
      if (element.tag === 'instance')
        instances.push(instanceOf(xml, element, sentences.length - 1, words.length, own.length));
      words.push(...own);
      element = undefined;
    }
  }
  if (element) throw errorAt(xml, element.at, 'xml-end', `<${element.tag}>`);
  return { sentences, instances };
}

function instanceOf(
  xml: NamedText,
  { attributes, at }: Open,
  sentence: number,
  place: number,
  words: number,
): Instance {
  const from = attributes.get('id');
  const lemma = attributes.get('lemma');
  if (from === undefined) throw errorAt(xml, at, 'xml-id', '<instance>');
  if (lemma === undefined) throw errorAt(xml, at, 'xml-lemma', '<instance>');
  const kind = attributes.get('pos');
  const name = kind === undefined ? lemma : `${lemma} ${kind}`;
  return { from, sentence, place, placeEnd: place + words, lemma: name, at };
}
