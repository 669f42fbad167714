/** What follows the feed-forward block's first matrix: gelu is exact (erf), gelu_new its tanh approximation (8e-4 away). */
export type Activation = 'gelu' | 'gelu_new' | 'relu';

/** The sizes and choices that every encoder's graph depends on. */
export interface EncoderConfig {
  /** Layers of the network, L. */
  readonly layers: number;
  /** Dimensions of a hidden state, H. */
  readonly dims: number;
  /** Dimensions of the embedding tables; less than dims where they are factorised. */
  readonly embeddingDims: number;
  /** Attention heads; they divide dims. */
  readonly heads: number;
  /** Width of the feed-forward block. */
  readonly feedForward: number;
  readonly vocabulary: number;
  /** Rows of the position table. */
  readonly maxPositions: number;
  /** Row of the position table that a sentence's first token takes: the rows before it are never used. */
  readonly firstPosition: number;
  /** Rows of the token type table; 0 = the network has none. */
  readonly tokenTypes: number;
  readonly layerNormEps: number;
  readonly activation: Activation;
  readonly padId: number;
  /** Whether the masked-word head decodes by the word embeddings, rather than by a table of its own. */
  readonly tiedWords: boolean;
}

export interface BertConfig extends EncoderConfig {
  readonly architecture: 'bert';
}

/** XLM-RoBERTa and CamemBERT are the same network. */
export interface RobertaConfig extends EncoderConfig {
  readonly architecture: 'roberta';
}

export interface DistilBertConfig extends EncoderConfig {
  readonly architecture: 'distilbert';
}

export interface ElectraConfig extends EncoderConfig {
  readonly architecture: 'electra';
}

export interface AlbertConfig extends EncoderConfig {
  readonly architecture: 'albert';
  /** Sets of weights that the layers share: layer l takes set floor(l / (layers / groups)). */
  readonly groups: number;
}

export interface MpnetConfig extends EncoderConfig {
  readonly architecture: 'mpnet';
  /** Rows of the table of relative positions, of which the network uses 32 whatever their number. */
  readonly relativePositions: number;
}

/** A network of the BERT family, told apart by `architecture`. */
export type ModelConfig =
  BertConfig | RobertaConfig | DistilBertConfig | ElectraConfig | AlbertConfig | MpnetConfig;

/** Longest input in tokens, special ones included. */
export function maxTokens({ maxPositions, firstPosition }: EncoderConfig): number {
  return maxPositions - firstPosition;
}
