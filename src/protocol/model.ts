import type { RemoteModel } from '../checkpoint/sources/index.ts';

/** Where a checkpoint comes from. */
export type ModelSource =
  | { readonly kind: 'bundled'; readonly id: string }
  /** Files a person dropped or picked: config.json, model.safetensors, tokenizer.json. */
  | { readonly kind: 'files'; readonly name: string; readonly files: readonly NamedBlob[] }
  /** The hub or a folder on the web; fetched, and kept, where it is not stored already. */
  | { readonly kind: 'remote'; readonly model: RemoteModel };

/** A file of a dropped folder. In the page a File; structurally so that pure code may name it. */
export interface NamedBlob {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export type Provider = 'wasm' | 'webgpu' | 'node';

/** Where a model runs, as the badge says it. */
export interface RunsOn {
  readonly provider: Provider;
  /** WASM or CPU threads; 1 on WebGPU. */
  readonly threads: number;
  /** Why a faster device was not taken, in a sentence, where one was tried. */
  readonly notice?: string;
}

/** What the person asks for; 'auto' takes the fastest that agrees with one-thread WASM. */
export type DevicePreference = 'auto' | 'wasm' | 'webgpu';

/** Which of the two models that can be loaded at once: the page's own, or the one beside it to compare with. */
export type Seat = 'main' | 'beside';

export interface LoadRequest {
  readonly source: ModelSource;
  readonly device: DevicePreference;
  /** Left out: main. */
  readonly seat?: Seat;
}

/** The page's own model is only ever replaced by another. */
export interface UnloadRequest {
  readonly seat: 'beside';
}

/** Where the model of a seat runs from now on. */
export interface Moved {
  readonly seat: Seat;
  readonly runsOn: RunsOn;
}

/** Which of a checkpoint's weights a model runs with: it may come with several. */
export interface WeightsTaken {
  /** Path of the file. */
  readonly name: string;
  /** Paths of those that were not taken. */
  readonly others: readonly string[];
  /** Whether they are rounded to integers, so that hidden states are near the model's and not its own. */
  readonly approximate: boolean;
}

export interface LoadedModel {
  readonly id: string;
  readonly name: string;
  /** Layers of the network, L; there are L + 1 hidden states. */
  readonly layers: number;
  readonly dims: number;
  readonly heads: number;
  /** Longest input in tokens, specials included. */
  readonly maxTokens: number;
  readonly parameters: number;
  readonly bytes: number;
  readonly weights: WeightsTaken;
  /** Whether the card says that the model was trained with position embeddings. */
  readonly positionEmbeddings: boolean;
  readonly runsOn: RunsOn;
}

export interface LoadProgress {
  readonly phase: 'download' | 'session' | 'check';
  /** Bytes so far and in all, during the download. */
  readonly loaded: number;
  readonly total: number;
}

/** An entry of public/models/index.json. */
export interface BundledModel {
  readonly id: string;
  readonly name: string;
  readonly layers: number;
  readonly dims: number;
  readonly bytes: number;
  readonly sha256: string;
  /** What its card says of its training; undefined where the list says nothing of it. */
  readonly positionEmbeddings?: boolean | undefined;
  /** Where its card lies, seen from the list; in the model's own folder where that says nothing. */
  readonly card?: string | undefined;
}
