/** What follows the feed-forward block's first matrix: gelu is exact (erf), gelu_new its tanh approximation (8e-4 away). */
export type Activation = 'gelu' | 'gelu_new' | 'relu';

/** The sizes and choices that a BERT encoder's graph depends on. */
export interface BertConfig {
  readonly architecture: 'bert';
  /** Layers of the network, L. */
  readonly layers: number;
  /** Dimensions of a hidden state, H. */
  readonly dims: number;
  /** Attention heads; they divide dims. */
  readonly heads: number;
  /** Width of the feed-forward block. */
  readonly feedForward: number;
  readonly vocabulary: number;
  /** Rows of the position table: the longest input in tokens. */
  readonly maxPositions: number;
  readonly tokenTypes: number;
  readonly layerNormEps: number;
  readonly activation: Activation;
  readonly padId: number;
}
