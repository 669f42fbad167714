import { TailscopeError } from '../core/error.ts';
import { baseName } from './byte-file.ts';
import { clip } from './clip.ts';
import { findFile } from './find-file.ts';
import { EXPORT_KINDS, INDEX, isNamedRounded, WHOLE } from './weights-names.ts';

/** A file by its path. */
interface Named {
  readonly name: string;
}

/** The weights that a checkpoint is opened with, and those that it also came with. */
export interface ChosenWeights<F> {
  readonly file: F;
  readonly format: 'safetensors' | 'onnx';
  /** Paths. */
  readonly others: readonly string[];
}

/**
 * The weights to open a checkpoint with, if nothing else is asked for: safetensors, which are the
 * checkpoint itself, then exports, exact ones first.
 * @param wanted the path of others, or its last part
 * @returns undefined when there are none at all
 * @throws TailscopeError("no-such-weights")
 */
export function chooseWeights<F extends Named>(
  files: readonly F[],
  wanted?: string,
): ChosenWeights<F> | undefined {
  const whole = findFile(files, WHOLE) ?? findFile(files, INDEX);
  const all = [...(whole ? [whole] : []), ...exportsAmong(files)];
  const file = wanted === undefined ? all[0] : named(all, wanted);
  if (!file) return undefined;
  const others = all.filter((other) => other !== file).map(({ name }) => name);
  return { file, format: isExport(file.name) ? 'onnx' : 'safetensors', others };
}

/** Exports among files, the one to take first. */
function exportsAmong<F extends Named>(files: readonly F[]): readonly F[] {
  const rank = ({ name }: F) => {
    const known = EXPORT_KINDS.findIndex((kind) => baseName(name).toLowerCase() === exportName(kind));
    return known === -1 ? EXPORT_KINDS.length : known;
  };
  const rounded = ({ name }: F) => Number(isNamedRounded(name));
  return files
    .filter(({ name }) => isExport(name))
    .sort((a, b) => rounded(a) - rounded(b) || rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

const exportName = (kind: string): string => `model${kind}.onnx`.toLowerCase();

const isExport = (name: string): boolean => /\.onnx$/i.test(name);

function named<F extends Named>(files: readonly F[], wanted: string): F {
  const file =
    files.find(({ name }) => name === wanted) ?? files.find(({ name }) => baseName(name) === wanted);
  if (file) return file;
  throw TailscopeError.of('no-such-weights', { name: clip(wanted), found: files.map(({ name }) => name) });
}
