export { editExport, type EditedGraph, type EditOptions } from './edit-export.ts';
export type { EncoderSizes } from './find-encoder.ts';
export { readOutline } from './outline.ts';
export { sizesOf } from './sizes-of.ts';
