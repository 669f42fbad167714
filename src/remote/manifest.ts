import * as v from 'valibot';
import { keyOf, type RemoteModel } from '../checkpoint/sources/index.ts';

/** Bytes of a part: what is lost at most when the page is closed, and what a damaged store costs again. */
export const PART_BYTES = 8 * 2 ** 20;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.optional(v.string());

const FileRecord = v.object({
  /** As the first answer said it, to know the file by when it is asked for again. */
  etag: text,
  modified: text,
  size: v.optional(count),
  /** Of the whole file; there once it is whole and was found right. */
  sha256: text,
  /** Every part but the last is of the model's part size. */
  parts: v.array(v.object({ bytes: count, digest: v.string() })),
});

/** What is kept of one file. */
export interface FileRecord {
  etag?: string | undefined;
  modified?: string | undefined;
  size?: number | undefined;
  sha256?: string | undefined;
  parts: PartRecord[];
}

export interface PartRecord {
  readonly bytes: number;
  /** SHA-256 in hexadecimal; empty where the browser computes none. */
  readonly digest: string;
}

const Place = v.variant('kind', [
  v.object({ kind: v.literal('hub'), hub: v.string(), id: v.string(), revision: v.string() }),
  v.object({ kind: v.literal('folder'), folder: v.string() }),
]);

const Manifest = v.object({
  version: v.literal(1),
  partBytes: v.pipe(count, v.minValue(1)),
  at: count,
  place: Place,
  weights: v.string(),
  files: v.array(
    v.object({ path: v.string(), url: v.string(), size: v.optional(count), sha256: text, blob: text }),
  ),
  records: v.array(FileRecord),
});

/** What is stored of a model: its files in order, and a record of each. */
export interface Manifest {
  readonly partBytes: number;
  readonly model: RemoteModel;
  at: number;
  readonly records: FileRecord[];
}

export function newManifest(model: RemoteModel, partBytes: number, at: number): Manifest {
  return { partBytes, model, at, records: model.files.map(() => ({ parts: [] })) };
}

export function writeManifest({ partBytes, at, model, records }: Manifest): string {
  const { place, weights, files } = model;
  return JSON.stringify({ version: 1, partBytes, at, place, weights, files, records });
}

/** A manifest read back; undefined for what is none, or none of this key where one is given. */
export function readManifest(json: string, key?: string): Manifest | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined; // half-written: the download begins anew
  }
  const read = v.safeParse(Manifest, parsed);
  if (!read.success) return undefined;
  const { partBytes, at, place, weights, records } = read.output;
  const files = read.output.files.map((file) => ({ ...file, size: file.size, sha256: file.sha256 }));
  const model = { place, weights, files };
  return (key === undefined || keyOf(model) === key) && records.length === files.length
    ? { partBytes, model, at, records }
    : undefined;
}

/** Bytes of a file that are there. */
export function bytesThere({ parts }: FileRecord): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Whether a file is there to its end, and was found right. */
export function isWhole({ sha256 }: FileRecord): boolean {
  return sha256 !== undefined;
}
