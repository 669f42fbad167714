export type { ByteFile } from './byte-file.ts';
export type { Card } from './card.ts';
export { MODEL_TYPES } from './model-config-file.ts';
export { openCheckpoint, type Checkpoint } from './open-checkpoint.ts';
export { readWeights, weightsSize, type ExternalData } from './weights-files.ts';
