export { DEFAULT_HUB } from './hub.ts';
export { contentRange } from './content-range.ts';
export { fingerprintOf } from './fingerprint.ts';
export { type Answer, type AskOptions, type Http, MOST_BYTES } from './http.ts';
export { lookUp, type Found } from './look-up.ts';
export { originTensors, type OriginTensors } from './origin-tensors.ts';
export { peek, type Peeked, type PeekedNorm } from './peek.ts';
export { isAllowedAddress, isId, isRevision, readHub, readReference, type Reference } from './reference.ts';
export { refusal } from './refusal.ts';
export {
  bytesOf,
  hostOf,
  keyOf,
  nameOf,
  type RemoteFile,
  type RemoteModel,
  type RemotePlace,
} from './remote-model.ts';
export { isNamedRounded } from '../weights-names.ts';
export { preferredChoice, type WeightsChoice } from './weights-choices.ts';
