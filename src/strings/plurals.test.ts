import { expect, test } from 'vitest';
import { strings } from './index.ts';

const { charts, cli, experiments, explore, geometryView, origins, originsView, shell } = strings;

test.each([
  [charts.shares.axis('1'), 'share of 1 vector'],
  [charts.tableCaption('Tails', 1), 'Tails: 1 row'],
  [explore.text.progress('0', '1'), 'Measured 0 of 1 sentence'],
  [explore.anisotropy.pairsAll('1'), 'the only pair of tokens of different sentences'],
  [explore.anisotropy.pairsWithin('1'), '1 pair within one sentence'],
  [shell.model.sizeInWords(1, 4), '1 layer × 4 dimensions'],
  [shell.model.heads(1), '1 attention head'],
  [geometryView.anisotropy.sample('1', '1'), '1 sentence, 1 token'],
  [originsView.explained.reading({ place: 'position 9', value: '2', tokens: '1' })[1], '1 token'],
  [
    experiments.wsd({ words: 1, items: 1, labelled: 2, macro: 1, micro: 1 }).split(',')[0],
    '1 item of 1 word',
  ],
  [cli.progress({ sentences: 1, of: 1, rate: 9 }), '1 of 1 sentence, 9 a second'],
  [cli.treated({ cut: [81], where: 'after', remedy: 'none' }), 'dimension 81 cut after the network'],
  [cli.tail({ dim: 81, side: 'min', layers: [3] }), 'Tail: dimension 81 (minimum) in layer 3'],
  [experiments.sts({ pairs: 1, subsets: 1 }), '1 pair; Spearman and Pearson x 100'],
])('of one thing: %s', (said, wanted) => {
  expect(said).toBe(wanted);
});

test('of one thing, the command says what its experiments were told on', () => {
  const cell = { layer: 0, threshold: 0.1, accuracy: 1 };
  const one = { classes: 1, majority: 1, trained: 1, tested: 1 };
  expect(experiments.wic({ pairs: 1, before: cell, after: cell, baseline: 1 })).toMatch(
    /^Best of all on this pair, chosen on it: /,
  );
  expect(experiments.wsd({ words: 1, items: 1, labelled: 1, macro: 1, micro: 1 })).toMatch(
    /^1 item of 1 word, /,
  );
  expect(experiments.syntax({ trees: 1, scored: 1, most: 25 })).toMatch(/^1 of 1 tree \(/);
  expect(experiments.classifier(one)).toMatch(/^1 sentence told by a classifier of 1 other; /);
  expect(origins.probe.said({ ...one, duplicates: 0 })).toMatch(
    /^1 token told by a probe of 1 other; 1 position, /,
  );
});

test('of one thing, the command says what it measured', () => {
  const about = cli.about({ model: 'm', data: 'd.txt', sentences: 1, tokens: 1, specials: 'exclude' });
  expect(about).toContain('1 sentence, 1 token (');
});

test('tokens that the model does not know come with what to do about them', () => {
  expect(explore.text.unknown('1', true)).toMatch(/vocabulary has it, or write it differently\.$/);
  expect(explore.text.unknown('2', false)).toMatch(/vocabulary has them, or write them differently\.$/);
  expect(explore.text.broken([3], 0)).toMatch(/on line 3 was read .*U\+FFFD.* Type it again/);
});

test('of more than one thing the plural stays', () => {
  expect(charts.shares.axis('1,024')).toBe('share of 1,024 vectors');
  expect(cli.treated({ cut: [8, 81], where: 'inside', remedy: 'none' })).toBe(
    'dimensions 8, 81 cut inside the network',
  );
  expect(explore.anisotropy.pairsAll('12')).toBe('all 12 pairs of tokens of different sentences');
});
