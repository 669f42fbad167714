/**
 * Expected cosine of a vector with a random token of a random sentence, in each layer: its dot product with the
 * mean over sentences of their mean unit vectors, over its norm. 0 for a zero vector.
 * @param vectors one a layer, [layers, dims]
 * @param direction of TokenStatistics, [layers, dims]; the vector's own sentence may be among its sentences
 */
export function directionCosines(
  vectors: Float32Array,
  direction: Float32Array,
  layers: number,
  dims: number,
): Float64Array {
  return Float64Array.from({ length: layers }, (_, l) => {
    let dot = 0;
    let square = 0;
    for (let i = l * dims; i < (l + 1) * dims; i++) {
      const x = vectors[i] ?? 0;
      dot += x * (direction[i] ?? 0);
      square += x * x;
    }
    return square === 0 ? 0 : dot / Math.sqrt(square);
  });
}
