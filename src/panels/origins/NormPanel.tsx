import { useMemo, type ReactNode } from 'react';
import { BandLine } from '../../charts/band/BandLine.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import { OUT_OF_LINE } from '../../measures/origins.ts';
import { spreadOfRows } from '../../measures/row-standings.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import type { WeightsPanelProps } from './weights-panel.ts';

const words = strings.originsView.norms;
const TERMS = ['layerNorm', 'sd', 'rank', 'token'] as const;

/** A dimension's scale, or its shift, in every LayerNorm, over those of the others. */
export function NormPanel({
  result,
  dim,
  model,
  of,
}: WeightsPanelProps & { readonly of: 'gamma' | 'beta' }): ReactNode {
  const { norms } = result;
  const drawn = useMemo(() => {
    const found = norms.flatMap((norm) => {
      const standing = norm[of].standings.find((each) => each.dim === dim);
      return standing ? [{ ...norm, values: norm[of].values, standing }] : [];
    });
    const dims = found[0]?.values.length ?? 0;
    const table = new Float32Array(found.length * dims);
    for (const [i, { values }] of found.entries()) table.set(values, i * dims);
    const values = Float64Array.from(found, ({ standing }) => standing.value);
    return { found, dims, values, spread: spreadOfRows(table, Math.max(1, dims)) };
  }, [norms, of, dim]);
  const { found, dims, values, spread } = drawn;
  const sample = strings.originsView.weightsSample(model);
  if (found.length === 0)
    return (
      <EmptyChart
        title={words.titleMissing}
        sentence={words[of]}
        sample={sample}
        name={`layernorm-${of}`}
        terms={TERMS}
        instead={strings.originsView.missing.export}
      />
    );
  const far = found.filter(({ standing }) => Math.abs(standing.z) >= OUT_OF_LINE).length;
  const title = of === 'gamma' ? words.gammaTitle : words.betaTitle;
  return (
    <ChartFrame
      terms={TERMS}
      title={title({ dim, count: far, of: found.length })}
      sentence={words[of]}
      sample={sample}
      summary={words.summary({ dim, of: found.length, what: of })}
      name={`layernorm-${of}`}
      rows={() => ({
        columns: words.columns,
        rows: found.map(({ layer, after, standing }) => [
          layer,
          words.place[after],
          standing.value,
          standing.fromLargest,
          standing.fromSmallest,
        ]),
      })}
    >
      <BandLine
        dots
        values={values}
        spread={spread}
        label={words.label}
        axis={words.axis}
        placeName={(place) => {
          const norm = found[place];
          if (!norm) return '';
          const short = words.short[norm.after];
          return norm.layer === 0 ? short : `${norm.layer}${short}`;
        }}
        reading={(place) => {
          const norm = found[place];
          if (!norm) return ['', ''];
          const { layer, after, standing } = norm;
          return words.reading({
            layer,
            place: words.place[after],
            value: decimal(at(values, place), 3),
            largest: standing.fromLargest,
            smallest: standing.fromSmallest,
            of: dims,
          });
        }}
      />
    </ChartFrame>
  );
}
