import { useMemo, useState, type ReactNode } from 'react';
import { SpikeMultiples, type SpikeLayer } from '../../charts/spike/SpikeMultiples.tsx';
import { at } from '../../core/at.ts';
import type { OriginsResult } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';

const words = strings.originsView.tables;
const NOTHING: ReadonlySet<number> = new Set();

export interface EmbeddingMultiplesProps {
  readonly result: OriginsResult;
  readonly dim: number;
}

/** The mean token embedding and the segments' whole, side by side, with the dimension that is followed marked. */
export function EmbeddingMultiples({ result, dim }: EmbeddingMultiplesProps): ReactNode {
  const { tokens, segments } = result;
  const [chosen, setChosen] = useState(0);
  const vectors = useMemo(() => {
    const small = (label: string, values: Float32Array): SpikeLayer => {
      const side = at(values, dim) < 0 ? 'min' : 'max';
      return { label, values, tails: [{ dim, side }], cut: NOTHING };
    };
    return [
      ...(typeof tokens === 'string' ? [] : [small(words.meanShort, Float32Array.from(tokens.mean))]),
      ...(typeof segments === 'string'
        ? []
        : segments.map(({ values }, segment) => small(words.segment(segment), values))),
    ];
  }, [tokens, segments, dim]);
  return <SpikeMultiples layers={vectors} chosen={chosen} onChoose={setChosen} />;
}
