import { useMemo, type ReactNode } from 'react';
import { BandLine } from '../../charts/band/BandLine.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import { OUT_OF_LINE } from '../../measures/origins.ts';
import { spreadOfRows } from '../../measures/row-standings.ts';
import type { NormOrigins, OriginsResult, VectorOrigins } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import type { WeightsPanelProps } from './weights-panel.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.originsView.norms;
const TERMS = ['layerNorm', 'sd', 'rank', 'token'] as const;

type Part = 'gamma' | 'beta' | 'bias';

/** A dimension's scale, or its shift, in every LayerNorm, or its bias in every feed-forward block, over those of the others. */
export function NormPanel({ result, dim, model, of }: WeightsPanelProps & { readonly of: Part }): ReactNode {
  const drawn = useMemo(() => {
    const found = vectorsOf(result, of).flatMap((vector) => {
      const standing = vector.standings.find((each) => each.dim === dim);
      return standing ? [{ ...vector, standing }] : [];
    });
    const dims = found[0]?.values.length ?? 0;
    const table = new Float32Array(found.length * dims);
    for (const [i, { values }] of found.entries()) table.set(values, i * dims);
    const values = Float64Array.from(found, ({ standing }) => standing.value);
    return { found, dims, values, spread: spreadOfRows(table, Math.max(1, dims)) };
  }, [result, of, dim]);
  const { found, dims, values, spread } = drawn;
  const sample = strings.originsView.weightsSample(model);
  const name = of === 'bias' ? 'feed-forward-bias' : `layernorm-${of}`;
  const kind = of === 'bias' ? 'bias' : 'norm';
  if (found.length === 0)
    return (
      <EmptyChart
        title={words.titleMissing[of]}
        sentence={words[of]}
        sample={sample}
        name={name}
        terms={TERMS}
        instead={
          of === 'bias' && result.norms.length > 0 ? words.noBiases : strings.originsView.missing.export
        }
      />
    );
  const far = found.filter(({ standing }) => Math.abs(standing.z) >= OUT_OF_LINE).length;
  const title = { gamma: words.gammaTitle, beta: words.betaTitle, bias: words.biasTitle }[of];
  return (
    <ChartFrame
      note={of !== 'bias' && <PaperSays claim="norms" />}
      terms={TERMS}
      title={title({ dim, count: far, of: found.length })}
      sentence={words[of]}
      sample={sample}
      summary={words.summary({ dim, of: found.length, what: of })}
      name={name}
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
        label={words.label[kind]}
        axis={words.axis[kind]}
        placeName={(place) => {
          const norm = found[place];
          if (!norm) return '';
          if (of === 'bias') return String(norm.layer);
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

/** Every vector of weights that is drawn, in the order in which the network uses them. */
function vectorsOf({ norms, biases }: OriginsResult, of: Part): readonly PlacedVector[] {
  if (of === 'bias') return biases.map((bias) => ({ ...bias, after: 'feed-forward' }));
  return norms.map((norm) => ({ ...norm[of], layer: norm.layer, after: norm.after }));
}

type PlacedVector = VectorOrigins & Pick<NormOrigins, 'layer' | 'after'>;
