/** Where the parts of one model's files are kept, by the file's and the part's number. */
export interface PartStore {
  /** Undefined where there is none. */
  read(file: number, part: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Rejects where there is no room: see isNoRoom. */
  write(file: number, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Rejects where there is no room. */
  writeManifest(json: string): Promise<void>;
}

/** The stores of all models. */
export interface Stores {
  /** Undefined where this browser or this page has no storage. */
  open(key: string): PartStore | undefined;
  readManifest(key: string): Promise<string | undefined>;
  keys(): Promise<readonly string[]>;
  delete(key: string): Promise<void>;
}

/** Whether a write failed because the browser grants no more storage. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
