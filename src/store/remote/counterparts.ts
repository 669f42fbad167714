import {
  isNamedRounded,
  keyOf,
  type Found,
  type RemoteModel,
  type RemotePlace,
} from '../../checkpoint/sources/index.ts';
import type { StoredModel } from '../../protocol/sources.ts';

/** Weights that lie where a model's own do: rounded ones of a full model, or the full ones of a rounded model. */
export interface Counterpart {
  readonly model: RemoteModel;
  /** Of everything to be fetched, or that is stored; undefined where the server does not say. */
  readonly bytes: number | undefined;
  readonly stored: boolean;
}

/**
 * The counterparts of a model of another host: those in storage first, which are known without asking anyone, then
 * those that a look at its host found, smallest first.
 * @param rounded whether the model itself is rounded
 */
export function counterparts(
  place: RemotePlace,
  rounded: boolean,
  stored: readonly StoredModel[],
  found: Found | undefined,
): readonly Counterpart[] {
  const isHere = (other: RemotePlace): boolean => isSamePlace(place, other);
  const there = stored.filter(({ model, whole }) => whole && isHere(model.place));
  const keys = new Set(there.map(({ key }) => key));
  const offered = found && isHere(found.place) ? found.choices : [];
  return [
    ...there.map(({ model, bytes }) => ({ model, bytes, stored: true })),
    ...offered
      .map(({ weights, files, bytes }) => ({ model: { place, weights, files }, bytes, stored: false }))
      .filter(({ model }) => !keys.has(keyOf(model))),
  ].filter(({ model: { weights } }) => isNamedRounded(weights) !== rounded);
}

/** Whether two models lie in the same folder, of a hub at the same commit. */
export function isSamePlace(one: RemotePlace, other: RemotePlace): boolean {
  return keyOf({ place: one, weights: '' }) === keyOf({ place: other, weights: '' });
}
