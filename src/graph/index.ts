export { editExport, readOutline, sizesOf, type EditedGraph } from './edit/index.ts';
export {
  hiddenName,
  INPUT,
  MASKED_LOGITS,
  scalesName,
  termsName,
  type GraphOptions,
  type GraphPart,
} from './interface.ts';
export { layerParts } from './layer-parts.ts';
export {
  maxTokens,
  type Activation,
  type AlbertConfig,
  type BertConfig,
  type DistilBertConfig,
  type ElectraConfig,
  type EncoderConfig,
  type ModelConfig,
  type MpnetConfig,
  type RobertaConfig,
} from './model-config.ts';
export { DTYPE_BITS, type Dtype, type TensorEntry, type WeightTable } from './weight-table.ts';
export { writeGraph } from './write-graph.ts';
export { BETAS, PROBE, RATES, writeProbeGraph } from './probe-graph.ts';
export { PRODUCT, writeGramGraph, writeProductGraph } from './product-graphs.ts';
