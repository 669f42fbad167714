import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it('has defaults for everything but the experiment, the model and the data', () => {
    expect(read('tails --model m --data d')).toEqual({
      experiment: 'tails',
      model: 'm',
      hub: 'https://huggingface.co',
      cache: undefined,
      weights: undefined,
      against: undefined,
      againstWeights: undefined,
      data: { kind: 'file', path: 'd' },
      column: undefined,
      train: undefined,
      loss: undefined,
      dims: [],
      cut: [],
      cutWhere: 'after',
      remedy: undefined,
      remedyData: undefined,
      base: undefined,
      positions: { kind: 'as-they-are' },
      control: false,
      specials: 'include',
      seed: 1,
      limit: undefined,
      shard: undefined,
      threads: undefined,
      out: undefined,
      json: false,
    });
  });

  it('takes several dimensions to cut, each once', () => {
    expect(read('anisotropy --model m --data d --cut 223,99 --cut 223')).toMatchObject({ cut: [223, 99] });
  });

  it('reads a remedy', () => {
    const remedy = { kind: 'top', components: 2 };
    expect(read('sts --model m --data d --remedy top:2')).toMatchObject({ remedy });
  });

  it('reads what remedies are fitted on, where there is one', () => {
    const fitted = { remedyData: 'other.txt' };
    expect(read('wsd --model m --data d --remedy whiten --remedy-data other.txt')).toMatchObject(fitted);
    expect(read('wsd --model m --data d --against-remedy center --remedy-data other.txt')).toMatchObject(
      fitted,
    );
  });

  it('reads a remedy for the probe of positions, too', () => {
    expect(read('position-probe --model m --data d --remedy center')).toMatchObject({
      remedy: { kind: 'center' },
    });
  });

  it('reads what stands before', () => {
    const of = (flags: string) => read(`sts --model m --data d ${flags}`);
    expect(of('--against-cut 3 --against-cut-where inside')).toMatchObject({
      base: { cut: [3], where: 'inside' },
    });
    expect(of('--against-remedy whiten')).toMatchObject({
      base: { cut: [], where: 'after', remedy: { kind: 'whiten' } },
    });
    expect(of('--against-remedy none')).toMatchObject({ base: undefined });
    expect(() => of('--against-cut-where inside')).toThrow(/--against-cut is missing/);
    expect(() => read('tails --model m --data d --against-cut 3')).toThrow(/--against-cut says nothing to/);
    expect(() => read('anisotropy --model m --data d --against-remedy center --shard 1/2')).toThrow(
      /--shard and --against-remedy/,
    );
  });

  it('reads what the network is told of positions', () => {
    const of = (move: string) => read(`tails --model m --data d --seed 7 --positions ${move}`);
    expect(of('shuffled')).toMatchObject({ positions: { kind: 'shuffled', seed: 7 } });
    expect(of('zero')).toMatchObject({ positions: { kind: 'zero' } });
    expect(of('shift:12')).toMatchObject({ positions: { kind: 'shifted', by: 12 } });
    for (const wrong of ['shift', 'shift:0', 'shift:-1', 'shift:x', 'upside-down'])
      expect(() => of(wrong)).toThrow(/--positions cannot be/);
    expect(() => read('origins --model m --positions zero')).toThrow(/--positions says nothing to origins/);
  });

  it('takes dimensions to follow, and no data where the weights alone say something', () => {
    expect(read('origins --model m --dims 3,4')).toMatchObject({ dims: [3, 4], data: { kind: 'none' } });
    expect(read('origins --model m --data d')).toMatchObject({ data: { kind: 'file', path: 'd' } });
  });

  it('asks states for a file to write', () => {
    expect(read('states --model m --data d --out x.npy')).toMatchObject({ out: 'x.npy' });
    expect(() => read('states --model m --data d')).toThrow(/--out is missing/);
  });

  it('takes a text in place of a file, but not both', () => {
    expect(readArguments(['predict', '--model', 'm', '--text', 'A [MASK].'])).toMatchObject({
      experiment: 'predict',
      data: { kind: 'text', text: 'A [MASK].' },
    });
    expect(() => read('tails --model m --data d --text t')).toThrow(
      expect.objectContaining({ code: 'usage-both' }),
    );
  });

  it('shows help when asked', () => {
    expect(read('--help')).toBe('help');
  });

  it.each([
    ['', 'usage-experiment', 'No experiment is named'],
    ['heads --model m --data d', 'usage-experiment', '“heads”'],
    ['tails --data d', 'usage-missing', '--model'],
    ['tails --model m', 'usage-missing', '--data'],
    ['tails --model m --data d --color', 'usage-flag', '--color'],
    ['tails more --model m --data d', 'usage-extra', '“more”'],
    ['tails --model m --data', 'usage-flag', '--data'],
    ['sts --model m --data d --remedy top:0', 'usage-value', 'top:K'],
    ['predict --model m --data d --remedy whiten', 'usage-not-here', '--remedy'],
    ['origins --model m --remedy whiten', 'usage-not-here', '--remedy says nothing to origins'],
    ['origins --model m --cut 180', 'usage-not-here', '--cut says nothing to origins'],
    ['origins --model m --cut-where inside', 'usage-not-here', '--cut-where says nothing to origins'],
    ['tails --model m --data d --control', 'usage-not-here', '--control'],
    ['tails --model m --data d --shard 0/2', 'usage-value', '0/2'],
    ['tails --model m --data d --shard 3/2', 'usage-value', '3/2'],
    ['wic --model m --data d --shard 1/2', 'usage-not-here', '--shard'],
    ['tails --model m --data d --shard 1/2 --remedy center', 'usage-both', '--remedy'],
    ['sts --model m --data d --remedy-data e', 'usage-missing', '--remedy'],
    ['tails --model m --data d --limit 0', 'usage-value', '--limit'],
    ['tails --model m --data d --limit ten', 'usage-value', '“ten”'],
    ['tails --model m --data d --seed 1.5', 'usage-value', '--seed'],
    ['tails --model m --data d --cut 3,x', 'usage-value', '“x”'],
    ['tails --model m --data d --cut=-1', 'usage-value', '“-1”'],
    ['tails --model m --data d --cut -1', 'usage-value', '--cut cannot be “-1”'],
    ['tails --model m --data d --seed -1', 'usage-value', 'a whole number from 0 on'],
    ['tails --model m --data d --cut-where before', 'usage-value', 'after or inside'],
    ['predict --model m --data d --loss all', 'usage-value', 'each or seeded'],
    ['tails --model m --data d --specials maybe', 'usage-value', 'include or exclude'],
  ])('refuses “%s” with %s, naming %s', (line, code, words) => {
    const reading = () => read(line);
    expect(reading).toThrow(expect.objectContaining({ code }));
    expect(reading).toThrow(words);
  });
});
