import { TailscopeError } from '../../core/error.ts';
import { inOnePart, treatedPass, type Sentence } from '../../engine/index.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { NpyFile } from '../npy-file.ts';
import { table } from '../table.ts';
import { onText, treatmentOf } from './text.ts';

/**
 * Writes the hidden states of every measured token, float32 [layers + 1, tokens, dims], sentences one
 * after another in the order of the file, unpadded. They go to disk batch by batch.
 * @throws TailscopeError("no-write")
 */
export const states = onText(async (context, corpus) => {
  const { settings, model } = context;
  const { dims } = model.info;
  const layers = model.info.layers + 1;
  if (settings.out === undefined) throw TailscopeError.of('usage-missing', { flag: '--out' });
  const shape = [layers, corpus.tokens, dims];
  const pass = treatedPass(model, inOnePart(corpus), treatmentOf(settings), reporting(context));
  const file = await NpyFile.create(settings.out, shape);
  try {
    for await (const { sentences, treated: batch, starts } of pass) {
      for (const [s, { start, measured }] of sentences.entries()) {
        for (let layer = 0; layer < layers; layer++) {
          const from = (layer * batch.tokens + (starts[s] ?? 0)) * dims;
          const values = batch.data.subarray(from, from + measured.length * dims);
          await file.write(values, (layer * corpus.tokens + start) * dims);
        }
      }
    }
  } finally {
    await file.close();
  }
  const offsets = [...corpus.sentences.map(({ start }) => start), corpus.tokens];
  const tokens = corpus.sentences.flatMap(textOf);
  return { fields: { out: settings.out, shape, offsets, tokens }, text: draw(corpus.sentences) };
});

function textOf({ encoded, measured }: Sentence): string[] {
  return Array.from(measured, (position) => encoded.text[position] ?? '');
}

function draw(sentences: readonly Sentence[]): string {
  const { columns } = strings.cli;
  const rows = sentences.map((sentence) => [
    String(sentence.start),
    String(sentence.measured.length),
    textOf(sentence).join(' '),
  ]);
  return table([columns.offset, columns.count, columns.text], rows);
}
