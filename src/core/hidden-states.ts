/** Hidden states of several sentences, one after another without padding. */
export interface HiddenStates {
  /** Layers of the network + 1; 0 is the embedding block's output after its LayerNorm. */
  readonly layers: number;
  readonly tokens: number;
  readonly dims: number;
  /** Row-major [layers, tokens, dims]. */
  readonly data: Float32Array;
}
