export { readCorpus, type Corpus, type Sentence } from './corpus.ts';
export { corpusPass, type MeasuredBatch, type PassOptions } from './corpus-pass.ts';
export { Encoder, type EncodeOptions, type EncoderShape, type Place } from './encoder.ts';
export { Engine } from './engine.ts';
export { explore, MEMORY, type ExploreOptions, type Explored, type HeldVectors } from './explore.ts';
export { keepInside, requireDimensions } from './keep-inside.ts';
export { describe, encoderShape, tokenizerOf, type Model } from './model.ts';
export { SessionQueue, type Turn } from './session-queue.ts';
export { tokenBatch, type TokenBatch } from './token-batch.ts';
