import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { unit } from '../../../charts/scale/format.ts';
import { SpreadRows } from '../../../charts/spread/SpreadRows.tsx';
import { COSINE_BINS } from '../../../measures/cosine-spread.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { layerCells, layerNames } from '../../explore/words.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { Twins } from './Twins.tsx';
import { sideWords } from './side-words.ts';
import { useEvidence, type ShownEvidence } from './use-evidence.ts';
import { useTokensSample } from './use-tokens-sample.ts';

const words = strings.geometryView.spread;
const details = strings.compareDetails.vectors;
const RANGE = [-1, 1] as const;
const NO_ROWS: readonly Float64Array[] = [];

/** How the cosines of pairs of tokens are spread in either side's layers, on the same scales. */
export function SpreadCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('geometry', a);
  const other = useEvidence('geometry', b);
  const rowsA = useRows(one);
  const rowsB = useRows(other);
  return (
    <Twins>
      <SideSpread shown={one} rows={rowsA} beside={rowsB} name={names.nameA} />
      <SideSpread shown={other} rows={rowsB} beside={rowsA} name={names.nameB} />
    </Twins>
  );
}

/** Shares by bin, a row a layer. */
function useRows({ found }: ShownEvidence<'geometry'>): readonly Float64Array[] {
  const spreads = found?.evidence.spreads;
  return useMemo(() => {
    if (!spreads) return NO_ROWS;
    const layers = spreads.length / COSINE_BINS;
    return Array.from({ length: layers }, (_, l) => spreads.subarray(l * COSINE_BINS, (l + 1) * COSINE_BINS));
  }, [spreads]);
}

function SideSpread(props: {
  readonly shown: ShownEvidence<'geometry'>;
  readonly rows: readonly Float64Array[];
  readonly beside: readonly Float64Array[];
  readonly name: string;
}): ReactNode {
  const { shown, rows, beside, name } = props;
  const { side, found, ask } = shown;
  const chosen = useApp(selectLayer);
  const { selectLayer: onSelect } = useActions();
  const names = useMemo(() => layerNames(rows.length), [rows.length]);
  const sample = useTokensSample(shown);
  const answer = ask.answer;
  if (!found || !answer) return <SideStatus asks={[ask]} />;
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  if (!rows.some((row) => row.some((share) => share > 0))) return <NothingMeasured side={letter} />;
  const layer = Math.min(chosen, rows.length - 1);
  const { cosineLow, cosineMean, cosineHigh } = answer.others;
  const spoken = (row: number): string =>
    strings.lab.byLayer(strings.explore.layer(row), unit(cosineMean?.[row] ?? NaN, 3), '');
  return (
    <ChartFrame
      title={titled(
        words.title(
          strings.explore.inLayer(layer),
          unit(cosineLow?.[layer] ?? NaN),
          unit(cosineHigh?.[layer] ?? NaN),
        ),
      )}
      sentence={sentence(details.spread)}
      sample={sample}
      summary={names.map((_, row) => spoken(row)).join(' ')}
      name={`${prefix}cosines`}
      heading={4}
      terms={['cosine', 'quantile', 'token']}
      rows={() => ({ columns: details.columns, rows: tableRows(rows) })}
    >
      <SpreadRows
        names={names}
        before={rows}
        beside={beside}
        range={RANGE}
        selected={layer}
        axis={words.axis}
        spoken={spoken}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

/** Bins that hold anything. */
function tableRows(rows: readonly Float64Array[]) {
  const cells = layerCells(rows.length);
  const edge = (bin: number): number => Number(((2 * bin) / COSINE_BINS - 1).toFixed(2));
  return rows.flatMap((row, layer) =>
    Array.from(row).flatMap((share, bin) =>
      share === 0 ? [] : [[cells[layer] ?? layer, edge(bin), edge(bin + 1), share]],
    ),
  );
}
