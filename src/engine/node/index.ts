export { loadModel, type LoadOptions, type NodeModel } from './load-model.ts';
export { sha256OfFile } from './sha256-of-file.ts';
