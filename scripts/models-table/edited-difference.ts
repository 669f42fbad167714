import { InferenceSession } from 'onnxruntime-node';
import { openCheckpoint, readWeights, type ByteFile } from '../../src/checkpoint/index.ts';
import { readReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { sizesOf } from '../../src/graph/edit/index.ts';
import { hiddenName, MASKED_LOGITS } from '../../src/graph/index.ts';
import { largestDifference, run } from '../onnx/exported-model.ts';

/** So that the runtime changes neither of the two graphs in a way that the other has no room for. */
const graphOptimizationLevel = 'basic';

/**
 * How far the last hidden state of an edited export is from that of the file as it is; of a file that gives
 * the logits of all tokens instead, those of the masked words.
 * @param all the files that it was made of, the reference batch among them
 * @param files those that came from a source
 */
export async function editedDifference(
  all: readonly ByteFile[],
  files: readonly ByteFile[],
): Promise<number> {
  const fileOf = (name: RegExp) => {
    const file = all.find((each) => name.test(each.name));
    if (!file) throw new Error(`the fixture has no ${name.source}`);
    return file;
  };
  const weights = fileOf(/\.onnx$/);
  const unedited = await InferenceSession.create(await weights.read(0, weights.size), {
    graphOptimizationLevel,
  });
  const maskedWords = unedited.outputNames.includes('logits');
  const { config, graph, weightsFiles } = await openCheckpoint(files, undefined, { maskedWords });
  const externalData = await readWeights(weightsFiles);
  const edited = await InferenceSession.create(graph, { graphOptimizationLevel, externalData });
  const reference = await readReferenceFile(fileOf(/^reference/));
  const model = { name: weights.name, files: new Map(), sizes: sizesOf(config), reference };
  try {
    if (!maskedWords) {
      const expected = await run(unedited, model, 'last_hidden_state');
      return largestDifference(await run(edited, model, hiddenName(config.layers)), expected);
    }
    const logits = await run(unedited, model, 'logits');
    const rows = [...reference.ints('masked_rows')].map(Number);
    const expected = rows.flatMap((row) => [
      ...logits.subarray(row * config.vocabulary, (row + 1) * config.vocabulary),
    ]);
    return largestDifference(await run(edited, model, MASKED_LOGITS), Float32Array.from(expected));
  } finally {
    await Promise.all([unedited.release(), edited.release()]);
  }
}
