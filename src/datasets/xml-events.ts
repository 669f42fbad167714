import { errorAt, type NamedText } from './named-text.ts';

/** A tag of an XML file, or the text between two. */
export type XmlEvent =
  | {
      readonly is: 'open';
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly at: number;
    }
  | { readonly is: 'close'; readonly tag: string; readonly at: number }
  | { readonly is: 'text'; readonly text: string; readonly at: number };

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The tags and texts of an XML file in order, as far as data files use XML: no document type, no CDATA. Declarations and
 * comments are passed over; an element that closes itself is an open and a close.
 * @throws TailscopeError("data-format") at a tag that is never closed with >
 */
export function* xmlEvents(file: NamedText): Generator<XmlEvent> {
  const { text } = file;
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const to = next === -1 ? text.length : next;
      yield { is: 'text', text: decode(text.slice(at, to)), at };
      at = to;
      continue;
    }
    const comment = text.startsWith('<!--', at);
    const end = text.indexOf(comment ? '-->' : '>', at);
    if (end === -1) throw errorAt(file, at, 'xml-tag', text.slice(at, at + 50));
    const inside = text.slice(at + 1, end);
    if (!comment && !/^[?!]/.test(inside)) yield* tagEvents(inside, at);
    at = end + (comment ? 3 : 1);
  }
}

function* tagEvents(inside: string, at: number): Generator<XmlEvent> {
  const [tag = ''] = /[^\s/]+/.exec(inside) ?? [];
  if (inside.startsWith('/')) {
    yield { is: 'close', tag, at };
    return;
  }
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of inside.matchAll(ATTRIBUTE))
    attributes.set(name, decode(double ?? single ?? ''));
  yield { is: 'open', tag, attributes, at };
  if (inside.endsWith('/')) yield { is: 'close', tag, at };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
