import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ByteFile } from '../../src/checkpoint/index.ts';
import { FAMILIES } from '../exactness/checkpoints.ts';
import { byteFile, fixtureFiles } from '../exactness/fixture.ts';
import { resave } from '../exactness/resave.ts';

/** A network of an architecture, in one of the forms in which weights are saved. */
export interface SavedModel {
  /** Its model_type, or the name of a bundled model. */
  readonly type: string;
  readonly precision: string;
  readonly format: 'safetensors' | 'onnx' | 'bundled';
  /** What its hidden states should be. */
  readonly against: 'PyTorch' | 'the unedited file';
  /** Its reference values among them. */
  readonly files: readonly ByteFile[];
}

const PRECISIONS = { F32: 'float32', F16: 'float16', BF16: 'bfloat16' } as const;
const NAMES = ['F32', 'F16', 'BF16'] as const;
const EXPORTS = new URL('../../src/graph/edit/fixtures/', import.meta.url);
/** Left out: a form of which the file of weights beside it has a fixed name, and networks that are no encoder. */
const LEFT_OUT = ['external', 'refused'];
/** What an address is asked for unbidden is called so. */
const EXPORT = 'onnx/model.onnx';

const BUNDLED = new URL('../../public/models/', import.meta.url);
const BUNDLED_REFERENCE = new URL('../../src/engine/node/fixtures/bundled/', import.meta.url);
const BundledIndex = v.object({ models: v.array(v.object({ id: v.string() })) });

/** The bundled models, every architecture's safetensors in three formats, and every export of the fixtures. */
export async function savedModels(): Promise<SavedModel[]> {
  return [...(await bundled()), ...(await written()), ...(await exported())];
}

async function bundled(): Promise<SavedModel[]> {
  const index: unknown = JSON.parse(await readFile(new URL('index.json', BUNDLED), 'utf8'));
  return Promise.all(
    v.parse(BundledIndex, index).models.map(async ({ id }) => {
      const names = ['config.json', 'tokenizer.json', 'model.safetensors'];
      const files = names.map((name) => read(new URL(`${id}/${name}`, BUNDLED), name));
      const reference = read(new URL(`${id}.safetensors`, BUNDLED_REFERENCE), 'reference.safetensors');
      return {
        type: id,
        precision: 'float16',
        format: 'bundled' as const,
        against: 'PyTorch' as const,
        files: await Promise.all([...files, reference]),
      };
    }),
  );
}

async function read(url: URL, name: string): Promise<ByteFile> {
  return byteFile(name, new Uint8Array(await readFile(url)));
}

async function written(): Promise<SavedModel[]> {
  const models: SavedModel[] = [];
  for (const type of ['bert', ...FAMILIES])
    for (const name of NAMES) {
      const own =
        type === 'bert'
          ? fixtureFiles(`bert-${name.toLowerCase()}`)
          : fixtureFiles(type, { precision: name });
      const files = await resave(await own, 1);
      models.push({ type, precision: PRECISIONS[name], format: 'safetensors', against: 'PyTorch', files });
    }
  return models;
}

async function exported(): Promise<SavedModel[]> {
  const models: SavedModel[] = [];
  for (const type of (await readdir(EXPORTS)).filter((folder) => !LEFT_OUT.includes(folder)).sort()) {
    const folder = new URL(`${type}/`, EXPORTS);
    const names = await readdir(folder);
    const beside = names.filter((name) => !name.includes('.onnx'));
    const variants = names.filter((name) => name.endsWith('.onnx')).sort();
    for (const name of variants) {
      const [exporter = '', variant = ''] = name.split('.');
      if (LEFT_OUT.includes(variant)) continue;
      models.push({
        type,
        precision: `ONNX ${variant} (${exporter})`,
        format: 'onnx',
        against: /int8|q4|bnb4/.test(variant) ? 'the unedited file' : 'PyTorch',
        files: await Promise.all([
          ...beside.map((file) => read(new URL(file, folder), file)),
          read(new URL(name, folder), EXPORT),
        ]),
      });
    }
  }
  return models;
}
