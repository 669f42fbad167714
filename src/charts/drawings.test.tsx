import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { BandLine } from './band/BandLine.tsx';
import { ContributionBars, barScale } from './contribution/ContributionBars.tsx';
import { ChartFrame } from './frame/ChartFrame.tsx';
import { FootReadout } from './marks.tsx';
import { LayerHeatMap, heatTable } from './heat/LayerHeatMap.tsx';
import { HistogramRows } from './histogram/HistogramRows.tsx';
import { GridMap } from './grid/GridMap.tsx';
import { LifeTrace } from './life/LifeTrace.tsx';
import { LayerLines } from './lines/LayerLines.tsx';
import { PointMap } from './points/PointMap.tsx';
import { RangeDots } from './ranges/RangeDots.tsx';
import { RunLines } from './run-lines/RunLines.tsx';
import { Scatter } from './scatter/Scatter.tsx';
import { ShareBars, sharesTable } from './shares/ShareBars.tsx';
import { SimilarityMatrix, similarityTable } from './similarity/SimilarityMatrix.tsx';
import { SpikeMultiples, multiplesTable } from './spike/SpikeMultiples.tsx';
import { SpikePlot } from './spike/SpikePlot.tsx';
import { SpreadRows } from './spread/SpreadRows.tsx';
import type { CurveGroup } from './strips/curve.ts';
import { CurveStrips } from './strips/CurveStrips.tsx';
import type { Tail } from './tail.ts';
import { TreePair } from './tree/TreePair.tsx';
import { WordColumns } from './words/WordColumns.tsx';
import { wordColumnsLayout } from './words/word-columns-layout.ts';

vi.mock('./plot/use-size.ts', () => ({ useSize: () => [() => undefined, { width: 480, height: 0 }] }));

/** What is drawn and said, a mark a line; class names belong to the sheets. */
function drawn(chart: ReactNode): string {
  return renderToStaticMarkup(chart)
    .replace(/ class="[^"]*"/g, '')
    .replaceAll(/><(?!\/)/g, '>\n<');
}

const DIMS = 24;
const values = Float32Array.from({ length: DIMS }, (_, i) =>
  i === 9 ? -3.3 : Math.round(40 * Math.sin(i * 1.7)) / 200,
);
const calm = values.map((value) => (value < -1 ? 0.1 : value));
const tails: readonly Tail[] = [{ dim: 9, side: 'min' }];
const none: ReadonlySet<number> = new Set();
const cut: ReadonlySet<number> = new Set([9, 3]);
const nothing = (): void => undefined;

describe('SpikePlot', () => {
  it('draws the tail as a needle with its number and its distance from the rest', () => {
    expect(drawn(<SpikePlot values={values} tails={tails} cut={none} selected={3} />)).toMatchSnapshot();
  });
  it('draws what is cut as a ghost, and where it is now', () => {
    const picture = drawn(<SpikePlot values={values} tails={tails} cut={cut} />);
    expect(picture).toContain('9 cut to 0');
    expect(picture).toContain('3 cut to 0');
    expect(picture).toContain(
      'aria-valuetext="dimension 9, mean −3.30, −4.6 standard deviations from the rest, a tail (minimum), cut to 0"',
    );
  });
  it('draws nothing but axes for a vector without dimensions', () => {
    expect(drawn(<SpikePlot values={new Float32Array(0)} tails={[]} cut={none} />)).not.toContain('NaN');
  });
});

describe('SpikeMultiples', () => {
  it('draws every layer, and says the chosen one with its tails', () => {
    const layers = [
      { label: 'embeddings', values: calm, tails: [], cut: none },
      { label: 'layer 1', values, tails, cut: none },
    ];
    expect(drawn(<SpikeMultiples layers={layers} chosen={1} onChoose={nothing} />)).toMatchSnapshot();
  });
});

describe('HistogramRows', () => {
  const bins = { start: -4, width: 1, count: 8 };
  const counts = [0, 6, 2, 0, 0, 0, 0, 0];
  const low = [0, 0, 0, 0.125, 0.375, 0.125, 0, 0];
  const high = [0, 0, 0, 0.5, 0.5, 0.375, 0.125, 0];
  const envelope = { low, median: low.map((value, b) => (value + (high[b] ?? 0)) / 2), high };
  const rows = [{ dim: 9, counts, tail: 'min', minima: 8, maxima: 0, of: 8 }] as const;
  it('draws bars against the envelope of the others, counts beside', () => {
    expect(drawn(<HistogramRows rows={rows} bins={bins} envelope={envelope} cut={none} />)).toMatchSnapshot();
  });
  it('marks zero where the dimension is cut', () => {
    expect(drawn(<HistogramRows rows={rows} bins={bins} envelope={envelope} cut={cut} />)).toContain(
      'cut: all at 0',
    );
  });
  it('counts extremes in fewer words where there is little room', () => {
    const many = [{ ...rows[0], minima: 1_234_567_890, maxima: 1_234_567_890, of: 2_469_135_780 }];
    const picture = <HistogramRows rows={many} bins={bins} envelope={envelope} cut={none} />;
    expect(drawn(picture)).toContain('min of 1,234,567,890');
  });
  it('counts extremes before and after the cut', () => {
    const left = { minima: new Uint32Array(DIMS), maxima: new Uint32Array(DIMS) };
    const picture = <HistogramRows rows={rows} bins={bins} envelope={envelope} cut={cut} left={left} />;
    expect(drawn(picture)).toContain('min of 8 → 0 · max of 0 of 8');
  });
});

describe('ShareBars', () => {
  it('names tails with their share and adds up the rest', () => {
    const counts = new Uint32Array(DIMS).fill(1);
    counts[9] = 60;
    const rows = [{ label: 'layer 5', counts }];
    expect(drawn(<ShareBars rows={rows} side="min" tails={tails} />)).toMatchSnapshot();
  });
});

describe('ShareBars with a cut and a token', () => {
  const counts = new Uint32Array(DIMS).fill(1);
  counts[9] = 60;
  const after = new Uint32Array(DIMS).fill(3);
  after[2] = 14;
  const rows = [{ label: 'layer 5', counts, after, token: 2 }];
  it('draws who follows under who was there, and where the token is', () => {
    const bare = drawn(<ShareBars rows={[{ label: 'layer 5', counts }]} side="min" tails={tails} />);
    const both = drawn(<ShareBars rows={rows} side="min" tails={tails} />);
    expect(both.split('<rect').length).toBeGreaterThan(bare.split('<rect').length);
    expect(both).toContain('data-passing');
  });
  it('lists both shares', () => {
    const { columns, rows: lines } = sharesTable(rows);
    expect(columns.at(-1)).toBe('share after');
    expect(lines[0]).toEqual([{ text: 'layer 5', value: 0 }, 9, 60, 60 / 83, 3 / 83]);
  });
});

describe('LayerHeatMap', () => {
  it('names layers, tails, dimensions and the scale', () => {
    const z = Float32Array.from([...calm, ...values], (value) => value * 4);
    const map = (
      <LayerHeatMap z={z} dims={DIMS} layers={['emb', '1']} tails={tails} cut={cut} layer={1} selected={3} />
    );
    expect(drawn(map)).toMatchSnapshot();
  });
  it('can have the scale of colours of a wider map beside it', () => {
    const one = { z: new Float32Array(DIMS), layers: ['emb'], tails: [], cut: none, layer: 0 } as const;
    const ofOwn = drawn(<LayerHeatMap {...one} dims={DIMS} />);
    const ofWider = drawn(<LayerHeatMap {...one} dims={DIMS} scaleDims={768} />);
    expect(ofOwn).not.toContain('>+28<');
    expect(ofWider).toContain('>+28<');
  });
});

describe('tables of what a cut changes', () => {
  it('of the heat map have each layer after the cut', () => {
    const z = Float32Array.of(1, -9, 2, -8);
    const { columns, rows } = heatTable(z, 2, ['emb', '1'], Float32Array.of(1, 0, 2, 0));
    expect(columns).toEqual(['dimension', 'emb', '1', 'emb after', '1 after']);
    expect(rows[1]).toEqual([1, -9, -8, 0, 0]);
    expect(heatTable(z, 2, ['emb', '1']).columns).toHaveLength(3);
  });
  it('of the small multiples have the extremes left', () => {
    const layer = { label: 'layer 1', values: Float32Array.of(1, -9, 2), tails: [], cut: new Set([1]) };
    expect(multiplesTable([layer]).rows[0]?.slice(-2)).toEqual([0, 2]);
    expect(multiplesTable([{ ...layer, cut: none }]).rows[0]).toHaveLength(6);
  });
});

describe('SimilarityMatrix', () => {
  const before = [1, 0.85, 0.2, 0.85, 1, 0.3, 0.2, 0.3, 1];
  const after = before.map((value) => value / 2);
  it('draws before above the diagonal and after below it', () => {
    expect(
      drawn(<SimilarityMatrix labels={['bank¹', 'bank²', 'bat']} before={before} after={after} />),
    ).toMatchSnapshot();
  });
  it('says that nothing is cut where nothing is', () => {
    expect(drawn(<SimilarityMatrix labels={['a', 'b', 'c']} before={before} />)).toContain('nothing is cut');
  });
  it('does not say that nothing is cut while the cut is computed', () => {
    const picture = drawn(<SimilarityMatrix labels={['a', 'b', 'c']} before={before} awaited />);
    expect(picture).toContain('until the rest is computed');
    expect(picture).not.toContain('nothing is cut');
  });
  it('names two sides in place of before and after', () => {
    const picture = drawn(
      <SimilarityMatrix labels={['a', 'b', 'c']} before={before} after={after} sides={['A', 'B']} />,
    );
    expect(picture).toContain('upper right: A');
    expect(picture).toContain('lower left: B');
    expect(similarityTable(['a', 'b', 'c'], before, after, ['A', 'B']).columns.slice(2)).toEqual(['A', 'B']);
  });
  it('survives one item', () => {
    expect(drawn(<SimilarityMatrix labels={['a']} before={[1]} />)).not.toContain('NaN');
  });
});

describe('LayerLines', () => {
  it('draws both lines, the gap, and both values at the selected layer', () => {
    const picture = (
      <LayerLines
        layers={['emb', '1', '2']}
        before={{ name: 'whole', values: [0.1, 0.27, 0.07] }}
        after={{ name: '9 cut', values: [0.1, 0.16, 0.07] }}
        selected={1}
        measure="anisotropy"
      />
    );
    expect(drawn(picture)).toMatchSnapshot();
  });
});

describe('LayerLines with a token under the pointer', () => {
  const lines = (
    <LayerLines
      layers={['emb', '1', '2']}
      before={{ name: 'whole', values: [0.1, 0.27, 0.07] }}
      token={{ name: '“river”', values: [0.2, 0.41, 0.1] }}
      selected={1}
      measure="anisotropy"
    />
  );
  it('draws the token’s line and value, and leaves both out of a saved picture', () => {
    const picture = drawn(lines);
    expect(picture).toContain('“river” .410');
    expect(picture.match(/data-passing/g)).toHaveLength(2);
  });
});

describe('ContributionBars', () => {
  it('writes value and share, and what is left after the cut', () => {
    const items = [
      { dim: 9, before: 0.15, after: 0, share: 0.57, tail: 'min' },
      { dim: 3, before: 0.014, after: 0.014, share: 0.05 },
    ] as const;
    expect(drawn(<ContributionBars items={items} selected={3} />)).toMatchSnapshot();
  });
  it('gives the longest bar the width, and says the part of a token under the pointer', () => {
    const items = [{ dim: 9, before: 0.15, share: 0.57, token: 0.62 }];
    expect(drawn(<ContributionBars items={items} />)).toContain('token 62 %');
    const { zero, perUnit } = barScale(items, 480);
    expect(zero + 0.15 * perUnit).toBeGreaterThan(460);
  });
});

describe('ChartFrame', () => {
  it('names and describes the figure, and offers its numbers and its saving', () => {
    const frame = (
      <ChartFrame
        title="One stands out"
        sentence="Means."
        sample="8 tokens"
        summary="9 is low."
        name="x"
        terms={['token']}
        rows={() => ({ columns: [], rows: [] })}
      >
        <SpikePlot values={values} tails={tails} cut={none} />
      </ChartFrame>
    );
    const markup = renderToStaticMarkup(frame);
    const [, title = ''] = /aria-labelledby="([^"]+)"/.exec(markup) ?? [];
    expect(markup).toContain(`id="${title}"`);
    for (const said of [
      'Save as a picture (PNG): One stands out',
      'Show as a table: One stands out',
      '9 is low.',
    ]) {
      expect(markup).toContain(said);
    }
  });
});

describe('CurveStrips', () => {
  const points = [0.02, 0.3, 0.4, 0.8].map((y, i) => ({
    x: i * 100,
    y,
    dim: i === 0 ? 19 : 81,
    side: 'min' as const,
  }));
  const born = { dim: 81, side: 'min', from: 300 } as const;
  const curve = { name: 'one', points, tails: [born], breaks: [150], selected: 81 };
  const strips = (groups: readonly CurveGroup[], at = 3) => (
    <CurveStrips
      groups={groups}
      axis="linear"
      places={[0, 100, 200, 300]}
      at={at}
      scale={{ high: 1, ticks: [0, 0.5, 1], text: String, threshold: 0.5 }}
      value={String}
      xText={String}
      xName="tokens"
      placeText={(x) => `after ${x}`}
      onMove={nothing}
      onSelect={nothing}
    />
  );
  it('draws whose value it is, since when it is a tail, and the value at a place', () => {
    expect(drawn(strips([{ label: 'layer 1', curves: [curve] }]))).toMatchSnapshot();
  });
  it('writes the value at another place', () => {
    const picture = drawn(strips([{ label: 'layer 1', curves: [curve] }], 1));
    expect(picture).toContain('▼81 0.3');
    expect(picture).toContain('after 100');
  });
  it('draws a run that says nothing, and one without dimensions', () => {
    const plain = { name: 'two', points: [{ x: 0, y: 0.2 }], tails: [], breaks: [] };
    const empty = { name: 'three', points: [], tails: [], breaks: [] };
    const picture = drawn(strips([{ label: 'layer 1', curves: [plain, empty] }]));
    expect(picture).not.toContain('NaN');
    expect(picture).toContain('–');
  });
});

describe('RunLines', () => {
  const lines = [
    {
      name: 'one',
      points: [
        { x: 0, y: 8000 },
        { x: 300, y: 70 },
      ],
      births: [{ dim: 81, side: 'min', x: 300 } as const],
      breaks: [150],
    },
    { name: 'two', points: [{ x: 0, y: 9000 }], births: [], breaks: [] },
  ];
  const picture = (given: typeof lines) =>
    drawn(
      <RunLines
        lines={given}
        axis="log"
        places={[0, 300]}
        at={1}
        value={String}
        xText={String}
        xName="tokens"
        placeText={(x) => `after ${x}`}
        onMove={nothing}
      />,
    );
  it('draws each run with its name and value, and its births on it', () => {
    expect(picture(lines)).toMatchSnapshot();
  });
  it('survives runs that say nothing', () => {
    expect(picture([])).not.toContain('NaN');
  });
});

describe('Scatter', () => {
  const points = { x: [0, 2.5, 5], before: [0.2, 0.5, 0.9] };
  const words = { xName: 'score', yName: 'cosine', label: 'Pair', spoken: (i: number) => `pair ${i}` };
  it('draws every point before and after, joined, and says the chosen one', () => {
    const picture = drawn(<Scatter {...points} after={[0.1, 0.6, 0.8]} {...words} selected={1} />);
    expect(picture).toMatchSnapshot();
    expect(picture).toContain('aria-valuetext="pair 1"');
  });
  it('leaves out what is no number', () => {
    expect(drawn(<Scatter x={[1, 2]} before={[0.5, NaN]} {...words} />)).not.toContain('NaN');
  });
  it('draws nothing but axes without points', () => {
    expect(drawn(<Scatter x={[]} before={[]} {...words} />)).not.toContain('NaN');
  });
});

describe('SpreadRows', () => {
  const rows = {
    names: ['emb', '1'],
    range: [-1, 1],
    selected: 1,
    axis: 'cosine',
    spoken: (row: number) => `row ${row}`,
  } as const;
  it('draws a histogram a layer, filled before and outlined after', () => {
    const before = [Float64Array.of(0, 0.25, 0.5, 0.25), Float64Array.of(0, 0, 0.5, 0.5)];
    const after = [Float64Array.of(0, 0.5, 0.5, 0), Float64Array.of(0, 0.5, 0.5, 0)];
    const picture = drawn(<SpreadRows {...rows} before={before} after={after} />);
    expect(picture).toMatchSnapshot();
    expect(picture).toContain('aria-valuetext="row 1"');
  });
  it('is as tall and as wide as the rows that stand beside it need', () => {
    const [low, high] = [[Float64Array.of(0, 0, 1, 0)], [Float64Array.of(0.5, 0.5, 0, 0)]];
    const one = { ...rows, names: ['emb'], selected: 0 };
    const alone = drawn(<SpreadRows {...one} before={high} />);
    expect(drawn(<SpreadRows {...one} before={high} beside={low} />)).not.toBe(alone);
    expect(drawn(<SpreadRows {...one} before={high} beside={high} />)).toBe(alone);
  });
  it('draws nothing but axes where there are no shares', () => {
    const none = [new Float64Array(4), new Float64Array(4)];
    const picture = drawn(<SpreadRows {...rows} before={none} />);
    expect(picture).not.toContain('NaN');
    expect(picture).not.toContain('Infinity');
  });
});

describe('PointMap', () => {
  const words = {
    label: 'Token',
    lines: (point: number) => [`token ${point}`, 'its sentence'] as const,
    onSelect: nothing,
  };
  const arrow = { name: '9', x: 0.8, y: -0.3 };
  it('draws two sides beside each other, and the same point lit in both', () => {
    const picture = drawn(
      <PointMap
        before={{ name: 'whole', places: [0, 0, 1, 0.5, -1, 2], axes: ['one', 'two'], arrow }}
        after={{ name: '9 cut', places: [0, 0, 2, 0.5, -1, 1], axes: ['one', 'two'] }}
        selected={1}
        {...words}
      />,
    );
    expect(picture).toMatchSnapshot();
    expect(picture).toContain('aria-valuetext="token 1, its sentence"');
  });
  it('leaves out what has no place, and points that lie all in one', () => {
    const picture = drawn(
      <PointMap before={{ name: 'a', places: [NaN, 1, 2, 2, 2, 2] }} selected={0} {...words} />,
    );
    expect(picture).not.toContain('NaN');
    expect(
      drawn(<PointMap before={{ name: 'a', places: [] }} selected={undefined} {...words} />),
    ).not.toContain('NaN');
  });
});

describe('GridMap', () => {
  it('draws both halves of each cell, and frames the best', () => {
    const picture = drawn(
      <GridMap
        rows={['emb', '1']}
        columns={['.1', '.9']}
        before={[0.5, 0.6, 0.55, 0.5]}
        after={[0.5, 0.5, 0.7, 0.5]}
        range={[0.5, 0.7]}
        best={[0, 1]}
        bestAfter={[1, 0]}
        selected={[1, 1]}
        label="Cell"
        spoken="layer 1, over .9"
        axis="threshold"
        format={(value) => value.toFixed(2)}
        onSelect={nothing}
      />,
    );
    expect(picture).toMatchSnapshot();
  });
});

describe('TreePair', () => {
  it('marks in both trees the constituents that both have', () => {
    const picture = drawn(
      <TreePair
        words={['the', 'cat', 'sat', 'down']}
        before={{
          spans: [
            [0, 2],
            [0, 3],
          ],
          distances: [0.1, 0.3, 0.4],
          name: 'from distances',
        }}
        gold={{
          spans: [
            [0, 2],
            [2, 4],
          ],
          name: 'gold',
        }}
      />,
    );
    expect(picture).toMatchSnapshot();
    expect(picture.match(/width="8"/g)).toHaveLength(2);
  });
});

it('names the levels that lines are compared with', () => {
  const lines = { layers: ['emb', '1'], before: { name: 'whole', values: [0.2, 0.4] }, measure: 'accuracy' };
  const picture = drawn(<LayerLines {...lines} levels={[{ name: 'chance', value: 0.5 }]} selected={1} />);
  expect(picture).toContain('chance .500');
});
describe('BandLine', () => {
  const reading = (place: number) => [`place ${place}`, 'rank 1'] as const;
  const props = { label: 'Position', axis: 'position', placeName: String, reading };
  it('draws a line over the spread of the others, and reads the place that is chosen', () => {
    const spread = Float32Array.of(-1, -0.5, 0, 0.5, 1, -1, -0.4, 0, 0.4, 0.9);
    expect(drawn(<BandLine values={[0.8, -0.2]} spread={spread} {...props} />)).toMatchSnapshot();
  });
  it('leaves a gap where nothing was measured, and draws no dot there', () => {
    const picture = drawn(<BandLine dots values={[1, NaN, 2]} {...props} />);
    expect(picture).not.toContain('NaN');
    expect(picture.match(/<circle/g)).toHaveLength(3);
  });
  it('keeps names of places apart, and the last one inside the drawing', () => {
    const long = { ...props, placeName: (place: number) => `${2 ** place}–${2 ** (place + 1) - 1} times` };
    const picture = drawn(<BandLine values={[1, 2, 3, 4, 5, 6, 7, 8]} {...long} />);
    const names = Array.from(picture.matchAll(/x="([\d.]+)" y="199">(\d+)–\d+ times/g), ([, x]) => Number(x));
    expect(names.length).toBeGreaterThan(2);
    names.slice(1).forEach((x, i) => {
      expect(x - (names[i] ?? 0)).toBeGreaterThan(60);
    });
    // as many places, so that the last is named and its name is too long to stand in its middle
    const few = drawn(<BandLine values={[1, 2]} {...long} />);
    expect(few).toMatch(/x="480" y="199">2–3 times/);
  });
  it('draws nothing but axes without places', () => {
    expect(drawn(<BandLine values={[]} {...props} />)).not.toContain('NaN');
  });
});

describe('LifeTrace', () => {
  const stages = [
    { name: 'emb', from: 0, steps: [{ kind: 'embedding', name: 'word', value: 2 }] },
    {
      name: '1',
      from: 2,
      steps: [
        { kind: 'attention', name: 'attention', value: -5 },
        { kind: 'shift', name: 'shift', value: 1 },
      ],
    },
  ];
  const kinds = [{ kind: 'attention', name: 'attention' }];
  it('draws each step from where the one before it ended', () => {
    const picture = drawn(
      <LifeTrace
        stages={stages}
        kinds={kinds}
        label="Step"
        axes={['value', 'layer']}
        reading={(step) => [`step ${step}`, '']}
      />,
    );
    expect(picture).toMatchSnapshot();
    expect(picture).toContain('aria-valuemax="2"');
  });
});

describe('a drawing too narrow for its words', () => {
  it('writes what is read from its left edge, and of a longer line the end', () => {
    const long = `${'a step with a very long name, '.repeat(4)}+3`;
    const read = (line: string) =>
      drawn(<FootReadout x={46} y={10} width={300} lines={[line, 'which makes 3']} />);
    expect(read('short')).toContain('<text x="46" y="10">short');
    expect(read(long)).toMatch(/<text x="0" y="10">….*name, \+3/);
  });
  it('writes an arrow’s name over its tip', () => {
    const side = { name: 'whole', places: [0, 0, 1, 0.5, -1, 2] };
    const words = { label: 'Token', lines: () => ['', ''] as const, onSelect: nothing, selected: undefined };
    const arrow = (x: number) =>
      drawn(<PointMap before={{ ...side, arrow: { name: '180 or so', x, y: 0 } }} {...words} />);
    const xOf = (picture: string) => Number(/<text x="([\d.]+)"[^>]*>180 or so/.exec(picture)?.[1]);
    expect(xOf(arrow(0.5))).toBeGreaterThan(300);
    expect(xOf(arrow(1))).toBeLessThan(420);
    expect(xOf(arrow(-1))).toBeLessThan(10);
  });
});

describe('WordColumns', () => {
  const whole = [
    { text: 'river', share: 0.5 },
    { text: 'road', share: 0.25 },
  ];
  const other = [
    { text: 'road', share: 0.4 },
    { text: 'house', share: 0.1 },
  ];
  const columns = [
    { name: 'whole', words: whole },
    { name: 'cut inside it', short: 'cut inside', words: other },
  ];
  it('draws ranked words with their shares and how each moved, without lines where these could not be followed', () => {
    const picture = drawn(<WordColumns columns={columns} format={(share) => share.toFixed(2)} />);
    expect(picture).toMatchSnapshot();
    expect(picture).toContain('>↑1<');
    expect(picture).toContain('>+<');
    expect(picture).not.toContain('<path');
    expect([480, 900].map((width) => wordColumnsLayout(2, 2, 0.5, width).lines)).toEqual([false, true]);
  });
  it('draws nothing but names for columns without words', () => {
    const empty = [{ name: 'whole', words: [] }];
    expect(drawn(<WordColumns columns={empty} format={String} />)).not.toContain('NaN');
  });
});

describe('RangeDots', () => {
  const range = { low: 2.9, mean: 3, high: 3.1 };
  const rows = [
    { name: 'whole', value: 2.9, said: ['2.9'], look: 'before' },
    { name: 'cut', value: 4, range, said: ['4', 'random 3 (2.9 to 3.1)'], look: 'after' },
  ] as const;
  it('draws a value a row over the range of what it is held against', () => {
    expect(drawn(<RangeDots rows={rows} axis="loss" />)).toMatchSnapshot();
  });
  it('draws one value, and none', () => {
    expect(drawn(<RangeDots rows={rows.slice(0, 1)} axis="loss" />)).not.toContain('NaN');
    expect(drawn(<RangeDots rows={[]} axis="loss" />)).not.toContain('NaN');
  });
});
