import type { NamedBlob } from '../../protocol/model.ts';

/** One of the sets of weights that a folder holds: a file, or an index or an export and the files it points to. */
export interface WeightsSet {
  /** As it was given: "all-MiniLM-L6-v2/onnx/model_int8.onnx". */
  readonly path: string;
  readonly files: readonly NamedBlob[];
}

/** A checkpoint's folder as a person gave it. */
export interface GivenFolder {
  readonly name: string;
  /** What is read whatever the weights: the config, the tokenizer, the card. */
  readonly small: readonly NamedBlob[];
  /** All that there are, those to be taken unasked first. */
  readonly sets: readonly [WeightsSet, ...WeightsSet[]];
}

/** A folder, and which of its weights a model runs with. */
export interface OpenedFolder {
  readonly folder: GivenFolder;
  readonly taken: WeightsSet;
}

/** What a model with these weights is called: by its folder, and by their path where they are not those taken unasked. */
export function nameOfSet({ name, sets: [unasked] }: GivenFolder, set: WeightsSet): string {
  return set === unasked ? name : set.path;
}

/** Bytes of a set of weights. */
export function bytesOfSet({ files }: WeightsSet): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
