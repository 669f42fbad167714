import { useMemo, type ReactNode } from 'react';
import { BandLine } from '../../charts/band/BandLine.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import { OUT_OF_LINE } from '../../measures/origins.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import { normSeries, type NormPart } from './norm-series.ts';
import { ALONE, type WeightsPanelProps } from './weights-panel.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.originsView.norms;
const TERMS = ['layerNorm', 'sd', 'rank', 'token'] as const;

/** A dimension's scale, or its shift, in every LayerNorm, or its bias in every feed-forward block, over those of the others. */
export function NormPanel({
  result,
  dim,
  model,
  of,
  beside,
}: WeightsPanelProps & { readonly of: NormPart }): ReactNode {
  const { found, dims, values, spread } = useMemo(() => normSeries(result, of, dim), [result, of, dim]);
  const { titled, prefix, values: others } = beside ?? ALONE;
  const heading = beside ? 4 : 2;
  const sample = strings.originsView.weightsSample(model);
  const name = prefix + (of === 'bias' ? 'feed-forward-bias' : `layernorm-${of}`);
  const kind = of === 'bias' ? 'bias' : 'norm';
  if (found.length === 0)
    return (
      <EmptyChart
        title={titled(words.titleMissing[of])}
        heading={heading}
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
      note={of !== 'bias' && !beside && <PaperSays claim="norms" />}
      heading={heading}
      terms={TERMS}
      title={titled(title({ dim, count: far, of: found.length }))}
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
        beside={others}
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
