import { Tensor } from 'onnxruntime-node';
import { maskedWordsError, stateErrors } from '../exactness/measure-errors.ts';
import { givesLogits, uneditedDifference } from '../exactness/unedited-difference.ts';
import { edit, sessionOf, type ExportedModel, type Level } from './exported-model.ts';
import type { Errors, Outcome } from './outcome.ts';

/** Edits an export and runs it, and what it was made of, at one level of optimization. */
export async function measureExport(
  model: ExportedModel,
  level: Level,
): Promise<Pick<Outcome, 'errors' | 'failure'>> {
  const unedited = await sessionOf(model, undefined, level).catch((error: unknown) => String(error));
  if (typeof unedited === 'string') return { failure: `unedited: ${unedited.slice(0, 200)}` };
  try {
    const states = await errorsOfStates(model, level);
    const maskedWords = givesLogits(unedited);
    const edited = await sessionOf(model, await edit(model, { maskedWords }), level);
    const { reference, sizes } = model;
    const difference = await uneditedDifference({ unedited, edited, Tensor, reference }, sizes);
    const logits = maskedWords ? await maskedWordsError({ session: edited, Tensor, reference }) : undefined;
    await edited.release();
    return { errors: { ...states, maskedWords: logits, unedited: difference } };
  } catch (error) {
    return { failure: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  } finally {
    await unedited.release();
  }
}

/** From PyTorch, of the graph as it is when no words are guessed. */
async function errorsOfStates(
  model: ExportedModel,
  level: Level,
): Promise<Omit<Errors, 'maskedWords' | 'unedited'>> {
  const session = await sessionOf(model, await edit(model), level);
  const { inputNames } = session;
  const errors = await stateErrors({ session, Tensor, reference: model.reference });
  await session.release();
  return {
    plain: errors.plain,
    kept: errors.kept,
    shifted: inputNames.includes('position_ids') ? errors.shifted : undefined,
    withoutPositions: inputNames.includes('position_scale') ? errors.withoutPositions : undefined,
  };
}
