export type { NamedText } from './named-text.ts';
export { readCoarseWsd } from './read-coarse-wsd.ts';
export { readLabelled, type LabelledSentence } from './read-labelled.ts';
export { readRaganato } from './read-raganato.ts';
export { readSentences } from './read-sentences.ts';
export { readSentEval, readSts, type ScoredPair, type ScoredSubset } from './read-sts.ts';
export { readTrees, type Tree } from './read-trees.ts';
export { readWic, type WicPair } from './read-wic.ts';
export { joinSenseTexts, type SenseData, type SenseItem, type SenseText } from './sense-data.ts';
