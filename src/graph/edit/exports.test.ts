import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import {
  edit,
  largestError,
  LEVELS,
  readExport,
  run,
  sessionOf,
  type ExportedModel,
  type Feed,
  type Level,
} from '../../../scripts/onnx/exported-model.ts';
import { readReferenceFile, type ReferenceFile } from '../../checkpoint/reference-file.fixture.ts';
import { memoryFile } from '../../checkpoint/memory-file.fixture.ts';
import { hiddenName } from '../index.ts';
import { readOutline } from './index.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
/** Written by `python -m models.onnx_fixtures`: folders are architectures, files exporter.variant.onnx. */
const exports = readdirSync(fixtures)
  .filter((folder) => folder !== 'refused')
  .flatMap((folder) =>
    readdirSync(join(fixtures, folder)).flatMap((file) =>
      file.endsWith('.onnx') ? [{ folder: join(fixtures, folder), file, name: `${folder}/${file}` }] : [],
    ),
  );

const isQuantized = (name: string) => /int8|q4|bnb4/.test(name);
const isHalf = (name: string) => name.includes('fp16');
/** Of float32, against PyTorch. */
const MOST = 1e-5;
/** Of weights and values rounded to half precision, in these random networks; they are no larger than 5. */
const MOST_HALF = 1e-2;

interface Opened {
  readonly model: ExportedModel;
  readonly session: InferenceSession;
  readonly reference: ReferenceFile;
}

async function open(folder: string, file: string, level: Level): Promise<Opened> {
  const model = readExport(folder, file);
  const session = await sessionOf(model, await edit(model), level);
  const bytes = new Uint8Array(readFileSync(join(folder, 'reference.safetensors')));
  return { model, session, reference: await readReferenceFile(memoryFile('reference.safetensors', bytes)) };
}

async function worst({ session, model, reference }: Opened, expected: string, feed?: Feed): Promise<number> {
  const found = await run(session, reference, model.sizes, feed);
  return largestError(found, reference.floats(expected), reference.ints('attention_mask'), model.sizes);
}

describe.each(exports.filter(({ name }) => !isQuantized(name)))('$name', ({ folder, file, name }) => {
  const most = isHalf(name) ? MOST_HALF : MOST;
  describe.each(LEVELS)('at optimization level %s', (level) => {
    const opened = open(folder, file, level);

    it('gives every hidden state as PyTorch does, whole and cut inside', async () => {
      const keep = (await opened).reference.floats('keep');
      expect(await worst(await opened, 'plain')).toBeLessThan(most);
      expect(await worst(await opened, 'kept', { keep })).toBeLessThan(most);
    });

    it('gives them at other positions and without any', async () => {
      const { session } = await opened;
      expect(session.inputNames).toEqual(expect.arrayContaining(['position_ids', 'position_scale']));
      expect(await worst(await opened, 'shifted', { shift: 3 })).toBeLessThan(most);
      expect(await worst(await opened, 'without_positions', { scale: 0 })).toBeLessThan(most);
    });
  });
});

describe.each(exports.filter(({ name }) => isQuantized(name)))('$name', ({ folder, file }) => {
  describe.each(LEVELS)('at optimization level %s', (level) => {
    const opened = open(folder, file, level);
    // at higher levels the runtime may fuse an addition with a normalization in one of the two and not the other
    const most = level === 'disabled' || level === 'basic' ? 0 : 2e-6;

    it('gives what the unedited file gives', async () => {
      const { model, reference } = await opened;
      const head = folder.endsWith('mlm');
      const unedited = await run(await sessionOf(model, undefined, level), reference, model.sizes);
      const edited = await run(
        await sessionOf(model, await edit(model, head), level),
        reference,
        model.sizes,
      );
      const expected = unedited.get(head ? 'logits' : 'last_hidden_state') ?? new Float32Array();
      const found = edited.get(head ? 'logits' : hiddenName(model.sizes.layers)) ?? new Float32Array();
      expect(expected.length).toBeGreaterThan(0);
      expect(found.length).toBe(expected.length);
      const error = Math.max(...found.map((value, i) => Math.abs(value - (expected[i] ?? NaN))));
      expect(error).toBeLessThanOrEqual(most);
    });

    it('takes a cut inside that changes the layers above and none below', async () => {
      const { model, reference, session } = await opened;
      const { dims, layers } = model.sizes;
      const keep = new Float32Array((layers + 1) * dims).fill(1);
      keep[dims + 3] = 0;
      const whole = await run(session, reference, model.sizes);
      const cut = await run(session, reference, model.sizes, { keep });
      expect(cut.get(hiddenName(0))).toEqual(whole.get(hiddenName(0)));
      expect(cut.get(hiddenName(2))).not.toEqual(whole.get(hiddenName(2)));
      const once = whole.get(hiddenName(1))?.map((value, i) => (i % dims === 3 ? 0 : value));
      expect(cut.get(hiddenName(1))?.map(Math.abs)).toEqual(once?.map(Math.abs)); // 0 may be -0
    });
  });
});

describe('a masked-word head', () => {
  const model = (file: string) => readExport(join(fixtures, 'bert-mlm'), file);
  it.each(['trace14.f32.onnx', 'trace17.int8.onnx'])(
    'of %s goes with all that is its alone',
    async (file) => {
      const { graph } = await edit(model(file));
      expect(new TextDecoder('latin1').decode(graph)).not.toMatch(/logits|cls\/predictions/);
    },
  );
  it.each(['trace14.f32.onnx', 'trace17.int8.onnx'])('of %s stays when it is asked for', async (file) => {
    const { reference } = await open(join(fixtures, 'bert-mlm'), file, 'all');
    const whole = model(file);
    const graph = await edit(whole, true);
    const unedited = await run(await sessionOf(whole, undefined, 'basic'), reference, whole.sizes);
    const edited = await run(await sessionOf(whole, graph, 'basic'), reference, whole.sizes);
    expect(unedited.get('logits')?.length).toBeGreaterThan(0);
    expect(edited.get('logits')).toEqual(unedited.get('logits'));
  });
  it('cannot be asked for where there is none', async () => {
    const encoder = readExport(join(fixtures, 'bert'), 'trace11.f32.onnx');
    await expect(edit(encoder, true)).rejects.toMatchObject({ code: 'onnx-unsupported' });
  });
});

describe('what is written', () => {
  it('is what of the file is no weight, and little more', async () => {
    for (const { folder, file } of exports) {
      const whole = readExport(folder, file);
      const { graph } = await edit(whole);
      const outline = await readOutline(memoryFile(file, whole.files.get(file) ?? ''), file);
      expect(graph.length).toBeLessThan(outline.length + 3000);
    }
  });
  it('points at the file beside the model where the weights were there already', async () => {
    const { locations } = await edit(readExport(join(fixtures, 'bert'), 'trace14-sdpa.external.onnx'));
    expect(locations).toEqual(['trace14-sdpa.external.onnx_data']);
  });
});
