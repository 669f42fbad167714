/** The dimension, layer and z of the mean that is farthest from its layer's others. */
export interface Farthest {
  readonly dim: number;
  readonly layer: number;
  readonly z: number;
}

/**
 * Where the mean lies farthest from the layer's others.
 * @param z [layers, dims]
 * @param only the layer to look in; all when left out
 */
export function farthest(z: Float32Array, dims: number, only?: number): Farthest {
  const from = (only ?? 0) * dims;
  const to = only === undefined ? z.length : from + dims;
  let best = from;
  for (let i = from; i < to; i++) if (Math.abs(z[i] ?? 0) > Math.abs(z[best] ?? 0)) best = i;
  return { dim: best % dims, layer: Math.floor(best / dims), z: z[best] ?? 0 };
}
