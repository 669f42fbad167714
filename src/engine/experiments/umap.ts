import { seeded } from '../../core/random.ts';
import type { UmapProgress, UmapRequest, UmapResult } from '../../protocol/experiments/umap.ts';

export interface UmapOptions {
  readonly onProgress?: (progress: UmapProgress) => void;
  /** Awaited between rounds; rejecting it ends the layout. */
  readonly pause?: () => Promise<void>;
}

/** Neighbours of a point that count, and the least distance in the plane: the defaults of its authors. */
const NEIGHBOURS = 15;
const LEAST_DISTANCE = 0.1;
/** Rounds between two pauses. */
const STRETCH = 5;
/** Fewer points have no neighbourhoods to speak of. */
const LEAST_POINTS = 4;

/**
 * Lays vectors out in the plane so that those with a large cosine lie near each other. The library is fetched when this is first
 * asked for.
 * @returns zeros for fewer than four vectors; the same places for the same seed
 * @throws what `pause` rejects with
 * @see McInnes, Healy and Melville 2018
 */
export async function umap(
  { data, dims, seed }: UmapRequest,
  { onProgress, pause }: UmapOptions = {},
): Promise<UmapResult> {
  const points = data.length / dims;
  if (points < LEAST_POINTS) return new Float32Array(points * 2);
  const { UMAP } = await import('umap-js');
  const layout = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(NEIGHBOURS, points - 1),
    minDist: LEAST_DISTANCE,
    random: seeded(seed),
    distanceFn: cosineDistance,
  });
  const rows = Array.from({ length: points }, (_, i) => [...unit(data.subarray(i * dims, (i + 1) * dims))]);
  await pause?.();
  const of = layout.initializeFit(rows);
  for (let epoch = 0; epoch < of; epoch++) {
    if (epoch % STRETCH === 0) {
      onProgress?.({ epochs: epoch, of });
      await pause?.();
    }
    layout.step();
  }
  return Float32Array.from(layout.getEmbedding().flat());
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

/** Of vectors of length 1, or 0. */
function cosineDistance(x: readonly number[], y: readonly number[]): number {
  let dot = 0;
  for (let d = 0; d < x.length; d++) dot += (x[d] ?? 0) * (y[d] ?? 0);
  // rounding may leave a hair less than nothing
  return Math.max(0, 1 - dot);
}
