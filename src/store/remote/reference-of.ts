import type { Reference } from '../../checkpoint/sources/index.ts';
import type { RemoteName } from '../state.ts';

/** What is looked up to find the weights of a model again. */
export function referenceOf({ place, weights }: RemoteName): Reference {
  if (place.kind === 'folder') return { kind: 'folder', folder: place.folder, file: weights };
  const { hub, id, revision } = place;
  return { kind: 'hub', hub, id, revision, file: weights };
}

/** Whether a look was for that model. */
export function refersTo(reference: Reference, name: RemoteName): boolean {
  return JSON.stringify(reference) === JSON.stringify(referenceOf(name));
}
