/** A file of a checkpoint that lies on another machine. */
export interface RemoteFile {
  /** Within the model: "config.json", "onnx/model_fp16.onnx". */
  readonly path: string;
  readonly url: string;
  /** Bytes; undefined where the server does not say. */
  readonly size: number | undefined;
  /** In lower-case hexadecimal; undefined where nobody says beforehand. */
  readonly sha256: string | undefined;
  /** Git's own hash (SHA-1) of a file that git itself holds, where a hub says it. */
  readonly blob?: string | undefined;
}

/** Where a checkpoint lies. A hub's is pinned to a commit, so that it is the same tomorrow. */
export type RemotePlace =
  | { readonly kind: 'hub'; readonly hub: string; readonly id: string; readonly revision: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** A checkpoint on another machine: everything that is to be fetched to run it. */
export interface RemoteModel {
  readonly place: RemotePlace;
  /** Path of the weights chosen; of their index where they lie in several files. */
  readonly weights: string;
  readonly files: readonly RemoteFile[];
}

/** The same for the same weights of the same model, and for no others. */
export function keyOf({ place, weights }: Pick<RemoteModel, 'place' | 'weights'>): string {
  return place.kind === 'hub'
    ? `${place.hub} ${place.id} ${place.revision} ${weights}`
    : `${place.folder} ${weights}`;
}

/** What people call it: the hub's id, or the folder's name. */
export function nameOf(place: RemotePlace): string {
  if (place.kind === 'hub') return place.id;
  const last = place.folder.split('/').filter(Boolean).at(-1) ?? place.folder;
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // an address may hold a % that escapes nothing
  }
}

/** Host that a place lies on. */
export function hostOf(place: RemotePlace): string {
  return new URL(place.kind === 'hub' ? place.hub : place.folder).host;
}

/** Bytes of all files; undefined while that of one of the weights is not known. */
export function bytesOf(files: readonly RemoteFile[]): number | undefined {
  let total = 0;
  for (const { size } of files) {
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}
