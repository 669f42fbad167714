import { COSINE_BINS } from '../../measures/cosine-spread.ts';
import { componentsOfLayer, SHOWN_COMPONENTS } from '../../measures/geometry-figures.ts';
import type { GeometryOfLayer } from '../../measures/geometry-report.ts';
import { projections } from '../../measures/leading-components.ts';
import type { Evidence } from '../../protocol/experiments/compare.ts';
import type { GeometryResult } from '../../protocol/experiments/geometry.ts';

/**
 * How cosines are spread, and where drawn tokens are in the plane of the first components, the treatment done.
 * @param figures of every layer, see geometryReport
 */
export function geometryEvidence(found: GeometryResult, figures: readonly GeometryOfLayer[]): Evidence {
  const { layers, dims, points, before, after = before } = found;
  const spreads = new Float64Array(layers * COSINE_BINS);
  const places = new Float64Array(layers * points.length * SHOWN_COMPONENTS);
  const shares = new Float64Array(layers * SHOWN_COMPONENTS);
  const directions = new Float64Array(layers * SHOWN_COMPONENTS * dims);
  for (const [layer, { cosines }] of figures.entries()) {
    spreads.set(cosines.after.shares, layer * COSINE_BINS);
    const components = componentsOfLayer(after, dims, layer, []);
    const mean = after.mean.subarray(layer * dims, (layer + 1) * dims);
    const size = points.length * dims;
    const vectors = after.points.subarray(layer * size, (layer + 1) * size);
    places.set(projections(vectors, mean, components), layer * points.length * SHOWN_COMPONENTS);
    directions.set(components.vectors, layer * SHOWN_COMPONENTS * dims);
    const { variances, total } = components;
    if (total > 0)
      shares.set(
        variances.map((variance) => variance / total),
        layer * SHOWN_COMPONENTS,
      );
  }
  return { kind: 'geometry', spreads, places, shares, directions, points, vectors: after.points };
}
