import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { RunLines } from '../../charts/run-lines/RunLines.tsx';
import { short } from '../../charts/scale/format.ts';
import type { Table } from '../../charts/table.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { perplexityText } from './amounts.ts';
import { placeText, reportsLine, tokensAt } from './birth-words.ts';
import { breaksOf, type ModelRecord } from './record.ts';
import type { Timeline } from './use-timeline.ts';

const words = strings.models.learning;
const TERMS = ['perplexity', 'heldOut', 'token'] as const;

/** How well the models guess hidden words, all along their training. */
export function LearningPanel(props: {
  readonly records: readonly ModelRecord[];
  readonly timeline: Timeline;
}): ReactNode {
  const { records, timeline } = props;
  const axis = useApp((state) => state.birthAxis);
  const place = useMemo(() => placeText(records), [records]);
  const lines = useMemo(
    () =>
      records.map((record) => ({
        name: record.name,
        points: perplexities(record),
        births: record.births.map((tail) => ({ ...tail, x: tokensAt(record, tail) })),
        breaks: breaksOf(record),
      })),
    [records],
  );
  const told = lines.filter(({ points }) => points.length > 0);
  if (told.length === 0) return null;
  const parts = told.map(({ name, points }) =>
    words.part(told.length > 1 ? name : '', perplexityText(points.at(-1)?.y ?? NaN)),
  );
  return (
    <ChartFrame
      heading={3}
      terms={TERMS}
      title={words.title(parts)}
      sentence={words.sentence}
      sample={reportsLine(records)}
      summary={told
        .map(({ name, points }) =>
          words.summary(name, perplexityText(points[0]?.y ?? NaN), perplexityText(points.at(-1)?.y ?? NaN)),
        )
        .join(' ')}
      name="perplexity-in-training"
      rows={() => perplexityTable(records)}
    >
      <RunLines
        lines={lines}
        axis={axis}
        places={timeline.places}
        at={timeline.at}
        value={perplexityText}
        xText={short}
        xName={strings.models.birth.xName}
        placeText={place}
        onMove={timeline.move}
      />
    </ChartFrame>
  );
}

function perplexities({ card }: ModelRecord): readonly { readonly x: number; readonly y: number }[] {
  return card.curve.flatMap(({ tokens, perplexity }) =>
    perplexity !== undefined && perplexity > 0 ? [{ x: tokens, y: perplexity }] : [],
  );
}

function perplexityTable(records: readonly ModelRecord[]): Table {
  return {
    columns: words.columns,
    rows: records.flatMap(({ name, card }) =>
      card.curve.map(({ tokens, step, perplexity, loss }) => [
        name,
        tokens,
        step,
        perplexity ?? '',
        loss ?? '',
      ]),
    ),
  };
}
