import type { ReactNode } from 'react';
import { BandLine } from '../../charts/band/BandLine.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import type { FollowedDimension, PositionsResult } from '../../protocol/experiments/positions.ts';
import { strings } from '../../strings/index.ts';
import { firstAndRest } from './explained-title.ts';

const words = strings.originsView.explained;

interface MeansProps {
  readonly result: PositionsResult;
  readonly found: FollowedDimension;
  readonly layer: number;
  readonly sample: string;
  /** What the finding is told of, where there are two: "A: 180 is...". */
  readonly titled?: (finding: string) => string;
  /** In place of the view's own. */
  readonly sentence?: string;
  /** Begins the names of saved files. */
  readonly prefix?: string;
  readonly heading?: 2 | 4;
  /** The other one's values, for an axis that holds both. */
  readonly beside?: ArrayLike<number> | undefined;
}

const asItIs = (finding: string): string => finding;

/** A dimension's mean at each position in a layer. */
export function meansByPosition(
  { positionCounts: { length } }: PositionsResult,
  { atPosition }: FollowedDimension,
  layer: number,
): Float64Array {
  return atPosition.subarray(layer * length, (layer + 1) * length);
}

/** The same by how often a token is in the text. */
export function meansByFrequency(
  { frequencyCounts: { length } }: PositionsResult,
  { atFrequency }: FollowedDimension,
  layer: number,
): Float64Array {
  return atFrequency.subarray(layer * length, (layer + 1) * length);
}

/** How a dimension's mean goes along positions. */
export function ByPosition(props: MeansProps): ReactNode {
  const { result, found, layer, sample, titled = asItIs, prefix = '' } = props;
  const { positionCounts } = result;
  const values = meansByPosition(result, found, layer);
  const name = strings.originsView.layer(layer);
  return (
    <ChartFrame
      terms={['meanVector', 'dimension', 'token']}
      title={titled(
        words.byPosition({ dim: found.dim, layer: name, ...firstAndRest(values, positionCounts) }),
      )}
      sentence={props.sentence ?? words.byPositionSentence}
      sample={sample}
      summary={words.byPositionSentence}
      name={`${prefix}by-position-${found.dim}`}
      heading={props.heading ?? 2}
      rows={() => ({
        columns: words.columns,
        rows: Array.from(values, (value, place) => [place, value, at(positionCounts, place)]),
      })}
    >
      <BandLine
        values={values}
        beside={props.beside}
        label={strings.originsView.positions.label}
        axis={strings.originsView.positions.axis}
        placeName={String}
        reading={(place) =>
          words.reading({
            place: strings.originsView.positions.position(place),
            value: decimal(at(values, place)),
            tokens: count(at(positionCounts, place)),
          })
        }
      />
    </ChartFrame>
  );
}

/** How it goes along frequencies. */
export function ByFrequency(props: MeansProps): ReactNode {
  const { result, found, layer, sample, titled = asItIs, prefix = '' } = props;
  const { frequencyCounts } = result;
  const values = meansByFrequency(result, found, layer);
  const name = strings.originsView.layer(layer);
  return (
    <ChartFrame
      terms={['logFrequency', 'token']}
      title={titled(words.byFrequency({ dim: found.dim, layer: name }))}
      sentence={props.sentence ?? words.byFrequencySentence}
      sample={sample}
      summary={words.byFrequencySentence}
      name={`${prefix}by-frequency-${found.dim}`}
      heading={props.heading ?? 2}
      rows={() => ({
        columns: words.binColumns,
        rows: Array.from(values, (value, bin) => [words.times(bin), value, at(frequencyCounts, bin)]),
      })}
    >
      <BandLine
        dots
        values={values}
        beside={props.beside}
        label={words.frequencyAxis}
        axis={words.frequencyAxis}
        placeName={words.times}
        reading={(bin) =>
          words.reading({
            place: words.times(bin),
            value: decimal(at(values, bin)),
            tokens: count(at(frequencyCounts, bin)),
          })
        }
      />
    </ChartFrame>
  );
}
