import { TailscopeError } from '../../core/error.ts';
import { baseOf, DEFAULT_HUB, withinHub } from './hub.ts';

/** What a person named: a model of the hub, or a folder somewhere on the web. */
export type Reference =
  | {
      readonly kind: 'hub';
      /** Address of the hub, without a slash at its end. */
      readonly hub: string;
      /** "owner/name", or "name" of models older than owners. */
      readonly id: string;
      readonly revision: string | undefined;
      /** Path of the file that was named, within the model. */
      readonly file: string | undefined;
    }
  | {
      readonly kind: 'folder';
      /** Its address, ending in a slash. */
      readonly folder: string;
      readonly file: string | undefined;
    };

const LONGEST = 2000;
const PART = /^\w[\w.-]{0,95}$/;
const REVISION = /^[\w][\w./-]{0,199}$/;
/** What the hub's addresses have between a model's id and a revision. */
const VIEWS = new Set(['tree', 'blob', 'resolve', 'raw']);
/** What the hub holds beside models. */
const NOT_MODELS = new Set(['datasets', 'spaces', 'docs', 'api', 'collections', 'papers', 'blog']);
/** Endings of files whose folder is meant. */
const FILE = /\.(safetensors|onnx|json|bin|pt|h5|msgpack|txt|onnx_data)$/;

/**
 * Reads an id ("owner/name", "owner/name@revision"), an address of the hub, or any https address of a
 * checkpoint's folder or of a file in it. Nothing is asked of anyone.
 * @param hub the hub that an id without an address is looked up at
 * @throws TailscopeError("reference" | "reference-insecure" | "reference-other")
 */
export function readReference(text: string, hub: string = DEFAULT_HUB): Reference {
  const given = text.trim();
  if (given.length === 0 || given.length > LONGEST) throw unreadable(given);
  const bare = /^(www\.)?(huggingface\.co|hf\.co)\//i.test(given) ? `https://${given}` : given;
  return /^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? readAddress(bare, hub) : readId(bare, hub);
}

/** An address that a checkpoint may come from: https, or the person's own machine. */
export function isAllowedAddress({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return (
    protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'))
  );
}

/**
 * A hub's address as it is kept: origin and path.
 * @throws TailscopeError("reference" | "reference-insecure")
 */
export function readHub(text: string): string {
  const given = text.trim();
  return baseOf(addressOf(/^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `https://${given}`));
}

function addressOf(text: string): URL {
  let address: URL;
  try {
    address = new URL(text);
  } catch (cause) {
    throw unreadable(text, cause);
  }
  if (!isAllowedAddress(address)) throw TailscopeError.of('reference-insecure', { address: clip(text) });
  if (address.username !== '') throw unreadable(text);
  return address;
}

function readAddress(text: string, hub: string): Reference {
  const address = addressOf(text);
  const inHub = withinHub(address, hub);
  if (inHub) return readPage(inHub.hub, inHub.path, text);
  const parts = baseOf(address).split('/');
  const last = parts.at(-1) ?? '';
  if (!FILE.test(last)) return { kind: 'folder', folder: `${baseOf(address)}/`, file: undefined };
  const within = parts.at(-2) === 'onnx' ? 2 : 1;
  const folder = `${parts.slice(0, -within).join('/')}/`;
  return { kind: 'folder', folder, file: decoded(parts.slice(-within).join('/'), text) };
}

/** A page of the hub: a model's own, or one of its files. */
function readPage(hub: string, path: string, text: string): Reference {
  const parts = path.split('/').filter(Boolean);
  const [first = '', second] = parts;
  if (NOT_MODELS.has(first))
    throw TailscopeError.of('reference-other', { address: clip(text), found: first });
  const owned = second !== undefined && !VIEWS.has(second);
  const id = owned ? `${first}/${second}` : first;
  const [view, revision, ...file] = parts.slice(owned ? 2 : 1);
  if (!isId(id)) throw unreadable(text);
  const named =
    view !== undefined && VIEWS.has(view) && revision !== undefined ? decoded(revision, text) : undefined;
  if (named !== undefined && !isRevision(named)) throw unreadable(text);
  const inModel = decoded(file.join('/'), text);
  return { kind: 'hub', hub, id, revision: named, file: FILE.test(inModel) ? inModel : undefined };
}

function readId(text: string, hub: string): Reference {
  const [id = '', revision, ...rest] = text.split('@');
  if (!isId(id) || rest.length > 0 || (revision !== undefined && !isRevision(revision)))
    throw unreadable(text);
  return { kind: 'hub', hub, id, revision, file: undefined };
}

/** Whether a text is a model's id as the hub writes it. */
export function isId(text: string): boolean {
  const parts = text.split('/');
  return parts.length <= 2 && parts.every((part) => PART.test(part) && !part.includes('..'));
}

/** Whether a text may name a branch, a tag or a commit. */
export function isRevision(text: string): boolean {
  return REVISION.test(text) && !text.includes('..') && !text.includes('//');
}

function decoded(part: string, text: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw unreadable(text, cause);
  }
}

function unreadable(text: string, cause?: unknown): TailscopeError {
  return TailscopeError.of('reference', { text: clip(text) }, cause);
}

const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
