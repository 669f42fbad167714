export { baseName, readRange, type ByteFile } from './byte-file.ts';
export { MOST_CARD_BYTES, type Card } from './card.ts';
export { MODEL_TYPES } from './model-config-file.ts';
export {
  parseModelCard,
  type Experiment,
  type FoundTail,
  type LayerReport,
  type MaskedExample,
  type ModelCard,
  type NormReport,
  type TrainingReport,
  type TrainingStage,
} from './model-card.ts';
export { chooseWeights } from './choose-weights.ts';
export { missingShard } from './missing-shard.ts';
export { openCheckpoint, type Checkpoint, type OpenOptions, type PartialGraph } from './open-checkpoint.ts';
export { readRows, rowsOf, type WeightRows } from './tensor-file.ts';
export { readWeights, weightsSize, type ExternalData } from './weights-files.ts';
