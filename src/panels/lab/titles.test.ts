import { describe, expect, test } from 'vitest';
import { classifierTitle } from '../sentences/classifier-title.ts';
import { correlationTitle } from '../sentences/correlation-title.ts';
import { scoreTitle } from '../syntax/score-title.ts';
import { likenessTitle } from '../words/likeness-title.ts';
import { playTitle } from '../words/play-title.ts';
import { senseTitle } from '../words/sense-title.ts';
import { thresholdTitle } from '../words/threshold-title.ts';

const where = 'in layer 3';
const deed = { doing: 'Cutting 81', done: 'Without 81' };

describe('a title states what a cut does, and only what can be seen', () => {
  test('to the correlation with people', () => {
    const finding = { measure: 'Spearman', before: 70, deed, where };
    expect(correlationTitle({ ...finding, after: undefined })).toContain('is 70.0 in layer 3');
    expect(correlationTitle({ ...finding, after: 72 })).toContain('better by 2.0');
    expect(correlationTitle({ ...finding, after: 69.5 })).toContain('worse by 0.50');
    expect(correlationTitle({ ...finding, after: 70.01 })).toContain('changes nothing');
    // there is no correlation where all scores are the same
    expect(correlationTitle({ ...finding, before: NaN, after: NaN })).toContain('changes nothing');
  });

  test('to a classifier, over all layers', () => {
    const whole = Float64Array.of(0.5, 0.8);
    expect(classifierTitle(whole, undefined, deed, 1)).toContain('80 %');
    expect(classifierTitle(whole, whole, deed, 0)).toContain('as accurate in every layer');
    expect(classifierTitle(whole, Float64Array.of(0.55, 0.8), deed, 1)).toContain('at most 5 %');
    expect(classifierTitle(whole, Float64Array.of(0.5, 0.5), deed, 0)).toContain('up to 30 %');
  });

  test('to trees and to senses', () => {
    expect(scoreTitle(20, 20.5, deed, where)).toContain('better by 0.50');
    expect(scoreTitle(20, 18, deed, where)).toContain('worse by 2.0');
    expect(scoreTitle(20, 20, deed, where)).toContain('changes no score');
    expect(senseTitle(60, 62.5, deed, where)).toContain('2.5 points more');
    expect(senseTitle(60, 58, deed, where)).toContain('2.0 points fewer');
    expect(senseTitle(60, 60, deed, where)).toContain('changes no share');
  });

  test('to how like itself a word is', () => {
    expect(likenessTitle('raw', 0.8, 0.7, deed, where)).toBe(
      'Without 81 words are less like themselves: −.100 in layer 3',
    );
    expect(likenessTitle('less', 0.4, 0.5, deed, where)).toContain('cutting 81 gives .100');
    expect(likenessTitle('less', 0.4, 0.4002, deed, where)).toContain('changes nothing');
  });

  test('to the best cell of the grid', () => {
    const cell = { layer: 3, threshold: 0.9, accuracy: 0.5768 };
    expect(thresholdTitle(cell, undefined, deed)).toBe(
      'Best: .5768 of pairs told right, in layer 3 at a cosine over .9',
    );
    expect(thresholdTitle(cell, { ...cell, accuracy: 0.58 }, deed)).toContain(
      '.5800 of pairs right, .5768 before',
    );
    expect(thresholdTitle(cell, cell, deed)).toContain('as before');
  });

  test('to the gap between heaps of the playground, where there are two', () => {
    const of = { word: 'light', deed, layer: 3 };
    const before = { same: 0.8, different: 0.7 };
    expect(playTitle(before, undefined, of)).toBe('In layer 3: .800 within a sense, .700 across');
    expect(playTitle(before, { same: 0.6, different: 0.4 }, of)).toContain('.100 further apart');
    expect(playTitle(before, { same: 0.6, different: 0.55 }, of)).toContain('closer together');
    expect(playTitle(before, { same: 0.6, different: 0.5 }, of)).toContain('neither together nor apart');
    expect(playTitle({ same: 0.8, different: NaN }, undefined, of)).toBe(
      'How alike “light” is to itself in layer 3',
    );
  });
});
