import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { maskedWordsError, stateErrors, worst } from '../../../scripts/exactness/measure-errors.ts';
import { largestDifference, uneditedDifference } from '../../../scripts/exactness/unedited-difference.ts';
import { bytesOf, edit, LEVELS, readExport, run, sessionOf } from '../../../scripts/onnx/exported-model.ts';
import { memoryFile } from '../../checkpoint/memory-file.fixture.ts';
import { hiddenName, type GraphOptions } from '../index.ts';
import { readOutline } from './index.ts';
import { readModel, type GraphPart } from './model.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
/** Written by `python -m models.onnx_fixtures`: folders are architectures, files exporter.variant.onnx. */
const exports = readdirSync(fixtures)
  .filter((folder) => folder !== 'refused')
  .flatMap((folder) =>
    readdirSync(join(fixtures, folder)).flatMap((file) =>
      file.endsWith('.onnx') ? [{ folder: join(fixtures, folder), file, name: `${folder}/${file}` }] : [],
    ),
  );

const isQuantized = ({ name }: { name: string }) => /int8|q4|bnb4/.test(name);
const hasHead = ({ name }: { name: string }) => name.includes('-mlm/');
/** Of float32, against PyTorch. */
const MOST = 1e-5;
/** Of weights and values rounded to half precision, in these random networks, whose values are up to 5. */
const MOST_HALF = 1e-2;

/** What a part computes or holds. */
function namesOf(part: GraphPart): readonly string[] {
  if (part.kind === 'node') return part.node.outputs;
  return part.kind === 'initializer' ? [part.tensor.name] : [];
}

/** Whether a value belongs to a head alone: exporters name values after the modules of BERT, RoBERTa and DistilBERT. */
function isOfHead(name: string): boolean {
  // torch.export calls the table of words that a head shares after the head
  const shared = /(lm_head\.decoder|vocab_projector)\.weight$/;
  return (
    /logits|cls[./]predictions|lm_head|vocab_(transform|projector|layer_norm)/.test(name) &&
    !shared.test(name)
  );
}

describe.each(exports.filter((one) => !isQuantized(one)))('$name', ({ folder, file, name }) => {
  const most = name.includes('fp16') ? MOST_HALF : MOST;

  it.each(LEVELS)(
    'gives every hidden state as PyTorch does, whole, cut inside, at other positions and without, at level %s',
    async (level) => {
      const model = await readExport(folder, file);
      const session = await sessionOf(model, await edit(model), level);
      expect(session.inputNames).toEqual(expect.arrayContaining(['position_ids', 'position_scale']));
      expect(worst(await stateErrors({ session, Tensor, reference: model.reference }))).toBeLessThan(most);
    },
  );
});

describe.each(exports.filter(isQuantized))('$name', ({ folder, file, name }) => {
  const maskedWords = hasHead({ name });
  it.each(LEVELS)(
    `gives the ${maskedWords ? 'logits' : 'last hidden state'} of the unedited file at level %s`,
    async (level) => {
      const model = await readExport(folder, file);
      const unedited = await sessionOf(model, undefined, level);
      const edited = await sessionOf(model, await edit(model, { maskedWords }), level);
      const { reference, sizes } = model;
      const difference = await uneditedDifference({ unedited, edited, Tensor, reference }, sizes);
      // from "extended" on the runtime may fuse an addition with a normalization in one of the two alone
      const fused = maskedWords ? MOST : 2e-6;
      expect(difference).toBeLessThanOrEqual(level === 'disabled' || level === 'basic' ? 0 : fused);
    },
  );
});

describe.each(exports.filter(isQuantized))('$name', ({ folder, file }) => {
  it('takes a cut inside that changes the layers above and none below', async () => {
    const model = await readExport(folder, file);
    const { dims, layers } = model.sizes;
    const session = await sessionOf(model, await edit(model), 'all');
    const keep = new Float32Array((layers + 1) * dims).fill(1);
    keep[dims + 3] = 0;
    const states = async (layer: number, factors?: Float32Array) =>
      run(session, model, hiddenName(layer), factors);
    expect(await states(0, keep)).toEqual(await states(0));
    const cut = (await states(1)).map((value, i) => (i % dims === 3 ? 0 : value));
    expect(largestDifference(await states(1, keep), cut)).toBe(0);
    expect(await states(2, keep)).not.toEqual(await states(2));
  });
});

describe.each(exports.filter((one) => hasHead(one)))('the masked-word head of $name', (one) => {
  const { folder, file, name } = one;

  it('goes with all that is its alone', async () => {
    const namesIn = async (options?: GraphOptions) => {
      const { graph } = await edit(await readExport(folder, file), options);
      return readModel(graph).parts.flatMap(namesOf).filter(isOfHead);
    };
    expect(await namesIn()).toEqual([]);
    expect(await namesIn({ maskedWords: true })).not.toEqual([]);
  });

  if (isQuantized(one)) return;
  it.each(LEVELS)('guesses as PyTorch does when it is asked for, at level %s', async (level) => {
    const model = await readExport(folder, file);
    const session = await sessionOf(model, await edit(model, { maskedWords: true }), level);
    const error = await maskedWordsError({ session, Tensor, reference: model.reference });
    expect(error).toBeLessThan(name.includes('fp16') ? 5 * MOST_HALF : MOST);
  });
});

describe('a masked-word head', () => {
  it('cannot be asked for where there is none', async () => {
    const encoder = await readExport(join(fixtures, 'bert'), 'trace11.f32.onnx');
    await expect(edit(encoder, { maskedWords: true })).rejects.toMatchObject({ code: 'onnx-unsupported' });
  });
});

describe('what is written', () => {
  it('is what of the file is no weight, and little more', async () => {
    for (const { folder, file } of exports) {
      const model = await readExport(folder, file);
      const { graph } = await edit(model);
      const outline = await readOutline(memoryFile(file, bytesOf(model)), file);
      expect(graph.length).toBeLessThan(outline.length + 3000);
    }
  });
  it('points at the file beside the model where the weights were there already', async () => {
    const { locations } = await edit(await readExport(join(fixtures, 'bert'), 'trace14-sdpa.external.onnx'));
    expect(locations).toEqual(['trace14-sdpa.external.onnx_data']);
  });
  it('is called approximate where the weights are rounded to integers', async () => {
    for (const one of exports) {
      const { approximate } = await edit(await readExport(one.folder, one.file));
      expect(approximate, one.name).toBe(isQuantized(one));
    }
  });
  it('is said to compute in half precision where weights are float16', async () => {
    for (const one of exports) {
      const { halfPrecision } = await edit(await readExport(one.folder, one.file));
      expect(halfPrecision, one.name).toBe(one.name.includes('fp16'));
    }
  });
  it('counts the numbers that weights hold, whatever form these are in', async () => {
    const count = async (file: string) =>
      (await edit(await readExport(join(fixtures, 'bert'), file))).parameters;
    const exact = await count('trace11.f32.onnx');
    const { sizes } = await readExport(join(fixtures, 'bert'), 'trace11.f32.onnx');
    const [h, wide] = [16, 24];
    const layer = 4 * (h * h + h) + 2 * h * wide + wide + h + 4 * h;
    const tables = (sizes.vocabulary + 40 + 2) * h + 2 * h;
    expect(exact - (tables + 2 * layer)).toBeLessThan(10); // some exporters keep numbers like 0.5 among them
    for (const file of ['trace17.uint8.onnx', 'trace17.fp16.onnx', 'trace17.q4.onnx', 'export.f32.onnx'])
      expect(Math.abs((await count(file)) / exact - 1), file).toBeLessThan(0.25);
  });
});
