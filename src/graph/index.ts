export type { Activation, BertConfig } from './bert-config.ts';
export { hiddenName, writeBertGraph } from './bert-graph.ts';
export { DTYPE_BITS, type Dtype, type TensorEntry, type WeightTable } from './weight-table.ts';
