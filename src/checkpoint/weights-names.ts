/** What transformers calls a checkpoint's weights, and the list of their parts where they are in several. */
export const WHOLE = 'model.safetensors';
export const INDEX = 'model.safetensors.index.json';
