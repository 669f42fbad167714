import { isNamedRounded, keyOf, type RemoteModel, type RemotePlace } from '../../checkpoint/sources/index.ts';
import { selectBeside } from '../../store/beside.ts';
import { selectModel } from '../../store/model.ts';
import type { State } from '../../store/state.ts';

/**
 * The same model in another precision, quantized where the first is not or the other way round: already beside it, or among the
 * stored ones; undefined where none is at hand.
 */
export function selectOtherPrecision(state: State): 'beside' | RemoteModel | undefined {
  const [model, beside] = [selectModel(state), selectBeside(state)];
  if (!model) return undefined;
  const sameShape = beside?.layers === model.layers && beside.dims === model.dims;
  if (sameShape && beside.weights.approximate !== model.weights.approximate) return 'beside';
  const { modelAsked, stored } = state;
  if (modelAsked.kind !== 'remote') return undefined;
  const other = stored?.find(
    (one) =>
      one.whole &&
      samePlace(one.model.place, modelAsked.place) &&
      isNamedRounded(one.model.weights) !== isNamedRounded(modelAsked.weights),
  );
  return other?.model;
}

const samePlace = (a: RemotePlace, b: RemotePlace): boolean =>
  keyOf({ place: a, weights: '' }) === keyOf({ place: b, weights: '' });
