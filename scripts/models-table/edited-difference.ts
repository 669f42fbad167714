import { InferenceSession, Tensor } from 'onnxruntime-node';
import { openCheckpoint, readWeights, type ByteFile } from '../../src/checkpoint/index.ts';
import { readReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { givesLogits, uneditedDifference } from '../exactness/unedited-difference.ts';

/** So that the runtime changes neither of the two graphs in a way that the other has no room for. */
const graphOptimizationLevel = 'basic';

/**
 * How far an edited export is from the file as it is; see uneditedDifference.
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
  const maskedWords = givesLogits(unedited);
  const { config, graph, weightsFiles } = await openCheckpoint(files, undefined, { maskedWords });
  const externalData = await readWeights(weightsFiles);
  const edited = await InferenceSession.create(graph, { graphOptimizationLevel, externalData });
  const reference = await readReferenceFile(fileOf(/^reference/));
  try {
    return await uneditedDifference({ unedited, edited, Tensor, reference }, config);
  } finally {
    await Promise.all([unedited.release(), edited.release()]);
  }
}
