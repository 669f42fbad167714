import { describe, expect, it } from 'vitest';
import { csvText } from '../../charts/table.ts';
import { inWords, perplexityText } from './amounts.ts';
import { birthTable } from './birth-table.ts';
import { birthSummary, birthTitle, closestText, placeText, reportsLine, tailSince } from './birth-words.ts';
import { curveGroups, normPlace, placesOf } from './curves.ts';
import { differs, factGroups } from './facts.ts';
import { breaksOf, firstTail } from './record.ts';
import { record } from './record.fixture.ts';

const grown = record('with', { dim: 81, shares: [0.1, 0.6, 0.3, 0.7, 0.9] });
const late = record('without', { dim: 40, shares: [0.1, 0.2, 0.55] });
const none = record('none', { dim: 7, shares: [0.1, 0.2] });
const bare = record('bare', { dim: 0, shares: [] });
const nobody = (): undefined => undefined;

describe('the title of the birth', () => {
  it('says when the tail was born, of one model without its name', () => {
    expect(birthTitle([grown])).toBe('81 becomes a tail after 300,000 tokens');
  });
  it('names each of several models', () => {
    expect(birthTitle([grown, late])).toBe(
      '81 becomes a tail of with after 300,000 tokens; 40 becomes a tail of without after 200,000 tokens',
    );
  });
  it('says that there is none where there is none', () => {
    expect(birthTitle([none])).toBe('No tail by our rule after 100,000 tokens');
    expect(birthTitle([grown, none])).toContain('none has no tail by our rule after 100,000 tokens');
  });
  it('leaves out a model that reported nothing, and survives none that did', () => {
    expect(birthTitle([grown, bare])).toBe(birthTitle([grown]));
    expect(birthTitle([bare])).toBe('No reports of the training');
  });
  it('does not date a tail that was always one', () => {
    expect(birthTitle([record('old', { dim: 3, shares: [0.9, 0.9] })])).toBe(
      '3 is a tail from the first report on',
    );
  });
});

describe('what is said beside it', () => {
  it('gives the layers in which a tail is one', () => {
    const tail = firstTail(grown);
    expect(tail && tailSince(grown, tail)).toBe('since 300,000 tokens, in layers 1–2');
  });
  it('says how close the closest comes where there is no tail', () => {
    expect(none.closest && closestText(none.closest)).toBe('7 comes closest: minimum of 20 % in layer 1');
  });
  it('says the births layer by layer to who does not see them', () => {
    expect(birthSummary([grown, none])).toBe(
      'with: 81 is a tail since 300,000 tokens; by layer: layer 1 since 300,000, layer 2 since 300,000. none: no tail.',
    );
  });
  it('names the step of a place only where all models reached it at the same', () => {
    const twice = record('fast', { dim: 1, shares: [0.1, 0.1] });
    const faster = {
      ...twice,
      card: { ...twice.card, curve: twice.card.curve.map((r) => ({ ...r, step: r.step / 2 })) },
    };
    expect(placeText([grown])(300_000)).toBe('after 300,000 tokens, step 300');
    expect(placeText([grown, faster])(100_000)).toBe('after 100,000 tokens');
  });
  it('states how many reports it is drawn from', () => {
    expect(reportsLine([grown])).toBe('with: 5 reports up to 400,000 tokens · held-out text');
  });
  it('writes amounts as people say them', () => {
    expect([51_200, 2_048_000, 1_240_000_000].map(inWords)).toEqual(['51,200', '2.0 million', '1.2 billion']);
    expect([8804.48, 146.2, 72.99].map(perplexityText)).toEqual(['8,804', '146.2', '73.0']);
  });
});

describe('the curves', () => {
  it('are a group for each layer and a curve for each model, over the places of all', () => {
    const groups = curveGroups([grown, late], 'share', nobody);
    expect(groups.map(({ label }) => label)).toEqual(['embeddings', 'layer 1', 'layer 2']);
    expect(groups[1]?.curves.map(({ name, points }) => [name, points.length])).toEqual([
      ['with', 5],
      ['without', 3],
    ]);
    expect(placesOf([grown, late])).toEqual([0, 100_000, 200_000, 300_000, 400_000]);
  });
  it('take the larger of the two shares, and say whose and which it is', () => {
    const [embeddings, first] = curveGroups([grown], 'share', nobody);
    expect(embeddings?.curves[0]?.points[4]).toEqual({ x: 400_000, y: 0.05, dim: 200, side: 'max' });
    expect(first?.curves[0]?.points[4]).toEqual({ x: 400_000, y: 0.9, dim: 81, side: 'min' });
  });
  it('mark the birth in the layers that have the tail, and in no other', () => {
    const from = curveGroups([grown], 'z', nobody).map(({ curves }) => curves[0]?.tails[0]?.from);
    expect(from).toEqual([undefined, 300_000, 300_000]);
  });
  it('follow each LayerNorm, by its name for people', () => {
    const groups = curveGroups([grown], 'beta', nobody);
    expect(groups.map(({ label }) => label)).toEqual([
      'embeddings',
      'layer 1, attention',
      'layer 1, feed-forward',
    ]);
    expect(groups[1]?.curves[0]?.points[4]).toMatchObject({ y: 0.9, dim: 81, side: 'min' });
    expect(groups[1]?.curves[0]?.tails[0]?.from).toBe(300_000);
    // what a report does not say is no point
    expect(groups[2]?.curves[0]?.points).toEqual([]);
  });
  it('leave a LayerNorm of an unknown name under it', () => {
    expect(normPlace('decoder.final')).toEqual({ layer: undefined, label: 'decoder.final' });
  });
});

describe('the table of the curves', () => {
  it('has both ends of the shares, a layer’s rows together', () => {
    const { columns, rows } = birthTable([grown, late], 'share');
    expect(columns).toHaveLength(8);
    expect(rows).toHaveLength(3 * 8);
    expect(csvText({ columns, rows }).split('\r\n')[9]).toBe('1,with,0,0,81,0.1,200,0.05');
  });
  it.each(['z', 'kurtosis', 'anisotropy', 'gamma', 'beta'] as const)(
    'has a row for each value of %s',
    (measure) => {
      const { columns, rows } = birthTable([grown], measure);
      expect(rows).toHaveLength(3 * 5);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    },
  );
});

describe('breaks of a run', () => {
  const stages = [
    { fromStep: 0, toStep: 150 },
    { fromStep: 150, toStep: 400, note: 'a fresh optimizer' },
  ];
  const broken = record('broken', { dim: 1, shares: [0, 0, 0, 0, 0], more: { training: { stages } } });
  it('are where later stages begin, in tokens', () => {
    expect(breaksOf(broken)).toEqual([150_000]);
    expect(breaksOf(grown)).toEqual([]);
  });
});

describe('the facts', () => {
  const other = record('without', {
    dim: 40,
    shares: [0.1],
    more: { position_embeddings: false, training: { steps: 9, optimizer: 'AdamW', seed: 1 } },
  });
  const same = record('with', {
    dim: 81,
    shares: [0.1],
    more: { training: { steps: 7, optimizer: 'AdamW', seed: 1 } },
  });
  const source = (of: typeof other) => ({ record: of, bundled: undefined });
  it('are those that some card states, and nothing else', () => {
    const [made, far] = factGroups([source(other), source(same)]);
    expect(made?.facts.map(({ name }) => name)).toEqual(['Position embeddings', 'Optimizer']);
    expect(far?.facts.map(({ name }) => name)).toEqual(['Steps']);
    expect(factGroups([source(bare)]).flatMap(({ facts }) => facts.map(({ name }) => name))).toEqual([
      'Position embeddings',
    ]);
  });
  it('tell what differs from what does not', () => {
    const [made] = factGroups([source(other), source(same)]);
    expect(made?.facts.map(differs)).toEqual([true, false]);
  });
  it('tell the stages of a run that had several', () => {
    const stages = [
      { fromStep: 0, toStep: 150, tokens: 150_000, hours: 0.5, hardware: 'a laptop' },
      { fromStep: 150, toStep: 400, note: 'Taken up again.' },
    ];
    const broken = record('broken', { dim: 1, shares: [0], more: { training: { stages } } });
    const facts = factGroups([source(broken), source(same)]).flatMap((group) => group.facts);
    expect(facts.find(({ name }) => name === 'Stages')?.values).toEqual([
      ['Steps 0–150: 150,000 tokens, 0.5 hours, on a laptop.', 'Steps 150–400. Taken up again.'],
      [],
    ]);
  });
});
