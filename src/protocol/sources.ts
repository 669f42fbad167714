import type { Reference, RemoteFile, RemoteModel, RemotePlace } from '../checkpoint/sources/index.ts';

export interface LookRequest {
  readonly reference: Reference;
}

export interface PeekRequest {
  readonly place: RemotePlace;
  /** The weights, in safetensors. */
  readonly files: readonly RemoteFile[];
}

export interface DownloadRequest {
  readonly model: RemoteModel;
}

/** Where a download lies: in the browser's storage, or in memory because there is no room or no storage. */
export type Kept = 'stored' | 'no-room' | 'no-storage';

export interface DownloadProgress {
  /** Bytes that are there, and of how many; undefined where the server does not say. */
  readonly loaded: number;
  readonly total: number | undefined;
  /** Bytes a second over the last seconds, and seconds left at that rate; undefined while neither is known. */
  readonly rate: number | undefined;
  readonly left: number | undefined;
  readonly kept: Kept;
  /**
   * queued: another tab downloads the same; checking: what is stored is read again; waiting: the
   * connection broke off or the server asked for patience, and it is tried again after `again` seconds.
   */
  readonly doing: 'queued' | 'checking' | 'fetching' | 'waiting';
  readonly again: number | undefined;
}

export interface Downloaded {
  /** The same model, with the size and the SHA-256 of every file as they came. */
  readonly model: RemoteModel;
  readonly kept: Kept;
}

/** A model in the browser's storage, whole or as far as its download came. */
export interface StoredModel {
  readonly key: string;
  readonly model: RemoteModel;
  readonly bytes: number;
  /** Undefined where the server did not say and it is not whole. */
  readonly total: number | undefined;
  readonly whole: boolean;
  /** When it was last written to, in milliseconds since 1970. */
  readonly at: number;
}

/** Lists what is stored, after deleting one of it where a key is given. */
export interface StoredRequest {
  readonly forget: string | undefined;
}
