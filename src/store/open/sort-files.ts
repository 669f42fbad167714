import { chooseWeights, missingShard } from '../../checkpoint/index.ts';
import type { GivenFolder, WeightsSet } from './given-folder.ts';

/** A file a person gave, with its path inside a dropped folder. */
export interface GivenFile {
  /** "all-MiniLM-L6-v2/config.json", or a bare name. */
  readonly path: string;
  readonly file: File;
}

export type Given =
  | { readonly kind: 'text'; readonly file: File }
  | { readonly kind: 'checkpoint'; readonly folder: GivenFolder }
  | { readonly kind: 'incomplete'; readonly missing: string }
  | { readonly kind: 'pickle'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string };

const NEEDED = ['config.json', 'tokenizer.json'];
/** Read where they are there. */
const ALSO = ['tokenizer_config.json', 'card.json'];
/** The weights that are asked for where there are none. */
const WEIGHTS = 'model.safetensors';
/** PyTorch's own files, which are programs that build the weights. */
const PICKLE = /\.(bin|pt|pth|ckpt)$/i;
const INDEX = `${WEIGHTS}.index.json`;
/** Where the hub's models keep their exports. */
const EXPORTS = 'onnx';

/** What a handful of files is: a checkpoint, a text, or something else. */
export function sortFiles(given: readonly GivenFile[]): Given {
  const paths = given.map(({ path, file }) => ({ name: path, file }));
  const chosen = chooseWeights(paths);
  const weights = chosen?.file.name;
  const folder = rootOf(given, weights ?? given.find(({ file }) => NEEDED.includes(file.name))?.path);
  if (folder !== undefined) {
    const here = filesIn(given, folder);
    const missing = NEEDED.find((name) => !here.some((file) => file.name === name));
    if (missing !== undefined) return { kind: 'incomplete', missing };
    const shard = missingShard(here);
    const isSharded = !chosen || chosen.file.file.name === INDEX;
    if (shard !== undefined && isSharded) return { kind: 'incomplete', missing: shard };
    if (!chosen || weights === undefined) return withoutWeights(here);
    const name = folder.split('/').at(-1) ?? '';
    return {
      kind: 'checkpoint',
      folder: {
        name: name === '' ? 'checkpoint' : name,
        small: here.filter((file) => [...NEEDED, ...ALSO].includes(file.name)),
        sets: [
          weightsSet(given, weights, chosen.format),
          // safetensors go first: all that is left are exports
          ...chosen.others.map((path) => weightsSet(given, path, 'onnx')),
        ],
      },
    };
  }
  const text = given.find(({ file }) => /\.(txt|tsv|csv)$/i.test(file.name) || file.type === 'text/plain');
  if (text) return { kind: 'text', file: text.file };
  return { kind: 'unknown', name: given[0]?.file.name ?? '' };
}

/** Weights by their path, with the files beside them that they point to. */
function weightsSet(given: readonly GivenFile[], path: string, format: 'safetensors' | 'onnx'): WeightsSet {
  const name = path.split('/').at(-1) ?? '';
  const files = filesIn(given, folderOf(path))
    .filter((file) => isPart(file.name, name, format))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return { path, files };
}

/** The checkpoint's folder: that of the weights, unless they are in the folder of exports inside it. */
function rootOf(given: readonly GivenFile[], path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const folder = folderOf(path);
  const outer = folderOf(folder);
  const isInner = folder.split('/').at(-1) === EXPORTS && filesIn(given, outer).length > 0;
  return isInner ? outer : folder;
}

/** Weights in PyTorch's own format are there and cannot be read; else they are not there. */
function withoutWeights(here: readonly File[]): Given {
  const pickle = here.find((file) => PICKLE.test(file.name));
  return pickle ? { kind: 'pickle', name: pickle.name } : { kind: 'incomplete', missing: WEIGHTS };
}

/** Whether a file beside the chosen weights belongs to them: is them, or a part that they point to. */
function isPart(name: string, weights: string, format: 'safetensors' | 'onnx'): boolean {
  if (format === 'onnx') return name.startsWith(weights);
  if (name === weights) return true;
  // shards may have any names: the index tells which they are
  return weights === INDEX && name.endsWith('.safetensors');
}

const filesIn = (given: readonly GivenFile[], folder: string): File[] =>
  given.filter(({ path }) => folderOf(path) === folder).map(({ file }) => file);

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
