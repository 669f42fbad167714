export { loadModel, type LoadOptions, type NodeModel } from './load-model.ts';
export { sha256OfFiles } from './sha256-of-files.ts';
