import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import {
  joinSenseTexts,
  readCoarseWsd,
  readLabelled,
  readRaganato,
  readSentEval,
  readSts,
  readTrees,
  readWic,
  type NamedText,
} from './index.ts';

const file = (name: string, ...lines: readonly string[]): NamedText => ({ name, text: lines.join('\n') });
const problem = (code: string, words: string): unknown =>
  expect.objectContaining({ code, sentence: expect.stringContaining(words) as string });

describe('Word in Context', () => {
  const pair = 'head\tN\t1-0\tHer head shook .\tHeads or tails';
  const read = (data: string, gold: string) => readWic(file('x.data.txt', data), file('x.gold.txt', gold));

  it('is a word and its place in two sentences, and whether its sense is the same', () => {
    expect(read(`${pair}\r\n${pair}\n`, 'T\r\nF\n').map(({ same }) => same)).toEqual([true, false]);
    expect(read(pair, 'T')).toEqual([
      {
        line: 1,
        word: 'head',
        kind: 'N',
        sentences: [
          ['Her', 'head', 'shook', '.'],
          ['Heads', 'or', 'tails'],
        ],
        places: [1, 0],
        same: true,
      },
    ]);
  });

  it.each([
    ['head\tN\t1-0\tone', 'T', 'Line 1, column 5 of x.data.txt: five columns'],
    [`${pair}\nhead\tN\t1\ta\tb`, 'T\nT', 'Line 2, column 3 of x.data.txt: the places of the word'],
    ['head\tN\t1-0\t\tb', 'T', 'Line 1, column 4 of x.data.txt: a sentence should be here, not nothing'],
    [pair, 'Y', 'Line 1, column 1 of x.gold.txt: T or F should be here, not “Y”'],
    [pair, '\n', 'Line 1, column 1 of x.gold.txt: T or F should be here, not nothing'],
  ])('names where %j with %j goes wrong', (data, gold, words) => {
    expect(() => read(data, gold)).toThrow(problem('data-format', words));
  });

  it('says how many lines each of two files has that do not fit together', () => {
    expect(() => read(pair, 'T\nF')).toThrow(
      problem('gold-length', 'x.gold.txt has 2 lines where x.data.txt has 1: line 2 of x.gold.txt has none'),
    );
    expect(() => read(`${pair}\n\n${pair}`, 'T')).toThrow(
      problem('gold-length', 'has 1 line where x.data.txt has 2: line 3 of x.data.txt has none'),
    );
    expect(() => read('\n', '')).toThrow(problem('no-items', 'x.data.txt has no pairs'));
  });
});

describe('CoarseWSD-20', () => {
  const read = (data: string, gold: string, classes?: string) =>
    readCoarseWsd(
      'bank',
      file('test.data.txt', data),
      file('test.gold.txt', gold),
      classes === undefined ? undefined : file('classes_map.txt', classes),
    );

  it('is a place in a sentence and a class, by its name where there is one', () => {
    const { sentences, items } = read('1\tthe bank .\n0\tbanks', '0\n1', '{"0": "river"}');
    expect(sentences).toEqual([['the', 'bank', '.'], ['banks']]);
    expect(items).toEqual([
      {
        from: 'test.data.txt:1',
        sentence: 0,
        place: 1,
        placeEnd: 2,
        lemma: 'bank',
        senses: ['river'],
      },
      { from: 'test.data.txt:2', sentence: 1, place: 0, placeEnd: 1, lemma: 'bank', senses: ['1'] },
    ]);
  });

  it('keeps items with their sentences when texts are joined', () => {
    const one = read('0\ta', '0');
    expect(joinSenseTexts([one, one, one]).items.map(({ sentence }) => sentence)).toEqual([0, 1, 2]);
  });

  it.each([
    ['the bank', '0', undefined, 'data-format', 'Line 1, column 2 of test.data.txt: two columns'],
    ['1.5\tthe bank', '0', undefined, 'data-format', 'Line 1, column 1'],
    ['1\tthe bank\n0\tbank', '0\n\n', undefined, 'data-format', 'Line 2, column 1 of test.gold.txt: a class'],
    ['1\tthe bank', '0', '{', 'data-format', 'Line 1, column 2 of classes_map.txt: an object of classes'],
    ['1\tthe bank', '0', '[1]', 'data-format', 'Line 1, column 1 of classes_map.txt'],
    ['1\tthe bank', '0', '{"0": "a",\n "1": 2}', 'data-format', 'Line 2, column 2 of classes_map.txt'],
    ['1\tthe bank', '0', '{"0": "a",\n x}', 'data-format', 'Line 2, column 2 of classes_map.txt'],
  ])('names where %j with %j and %j goes wrong', (data, gold, classes, code, words) => {
    expect(() => read(data, gold, classes)).toThrow(problem(code, words));
  });
});

describe('the unified format of word sense disambiguation', () => {
  const XML = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- a comment > -->
<corpus lang="en"><text id="d0">
<sentence id="d0.s0">
<wf lemma="the" pos="DET">The</wf>
<instance id="d0.s0.t0" lemma="river_bank" pos="NOUN">river bank</instance>
<wf lemma="'s" pos="PRT">&apos;s &amp; it&#39;s</wf>
<instance id='d0.s0.t1' lemma="grow" pos="VERB">grew</instance>
</sentence></text></corpus>`;
  const read = (xml: string, key: string) =>
    readRaganato(file('x.data.xml', xml), file('x.gold.key.txt', key));
  const KEY = 'd0.s0.t0 bank%1 bank%2\nd0.s0.t1 grow%1\n';

  it('is words, some of which have senses, and the senses by their ids', () => {
    const { sentences, items } = read(XML, KEY);
    expect(sentences).toEqual([['The', 'river', 'bank', "'s", '&', "it's", 'grew']]);
    expect(items).toEqual([
      {
        from: 'd0.s0.t0',
        sentence: 0,
        place: 1,
        placeEnd: 3,
        lemma: 'river_bank NOUN',
        senses: ['bank%1', 'bank%2'],
      },
      { from: 'd0.s0.t1', sentence: 0, place: 6, placeEnd: 7, lemma: 'grow VERB', senses: ['grow%1'] },
    ]);
  });

  it.each([
    [XML.replace('lemma="grow" ', ''), KEY, 'Line 8, column 1 of x.data.xml: a lemma'],
    [XML.replace("id='d0.s0.t1' ", ''), KEY, 'Line 8, column 1 of x.data.xml: an id'],
    [XML.replace('>grew', '<grew'), KEY, 'x.data.xml'],
    ['<wf lemma="a">b</wf>', KEY, 'Line 1, column 1 of x.data.xml: <wf> or <instance> inside'],
    ['<sentence><wf>a', KEY, 'Line 1, column 11 of x.data.xml: the end of this element'],
    ['<sentence>\n <wf', KEY, 'Line 2, column 2 of x.data.xml: a tag that is closed with >'],
    [
      XML,
      'd0.s0.t0 bank%1',
      'Line 8, column 1 of x.data.xml: an instance whose id has a line in the .gold.key',
    ],
    [XML, `${KEY}d0.s9.t0 bank%1`, 'Line 3, column 1 of x.gold.key.txt: the id of an <instance> in the XML'],
    [
      XML.replace('bank</instance>', 'bank'),
      KEY,
      'Line 7, column 1 of x.data.xml: the end of the <wf> or <inst',
    ],
    [XML, 'd0.s0.t0', 'Line 1, column 9 of x.gold.key.txt'],
  ])('names where it goes wrong: %#', (xml, key, words) => {
    expect(() => read(xml, key)).toThrow(problem('data-format', words));
  });

  it('says that no word has a sense', () => {
    expect(() => read('<sentence><wf>a</wf></sentence>', '')).toThrow(problem('no-items', 'x.data.xml'));
  });
});

describe('sentence similarity', () => {
  const stsb = 'captions\tMSRvid\t2012\t0001\t4.750\tA "child" rides.\tA kid rides.';

  it('reads the STS Benchmark, quotes and further columns and all', () => {
    expect(readSts(file('sts-dev.csv', stsb, `${stsb}\tsource\tother`))).toEqual([
      { line: 1, sentences: ['A "child" rides.', 'A kid rides.'], score: 4.75 },
      { line: 2, sentences: ['A "child" rides.', 'A kid rides.'], score: 4.75 },
    ]);
  });

  it('reads SICK, and any columns named sentence1, sentence2 and score', () => {
    const expected = [{ line: 2, sentences: ['A', 'B'], score: 3.5 }];
    const sick = ['pair_ID\tsentence_A\tsentence_B\trelatedness_score\tjudgment', '1\tA\tB\t3.5\tNEUTRAL'];
    expect(readSts(file('SICK.txt', ...sick))).toEqual(expected);
    expect(readSts(file('x.tsv', 'score\tsentence1\tsentence2', '3.5\tA\tB'))).toEqual(expected);
  });

  it('reads SentEval’s pairs, leaving out those that nobody scored', () => {
    const input = file('STS.input.x.txt', 'a b\tc', 'd\te\tsource', 'f\tg');
    expect(readSentEval(input, file('STS.gs.x.txt', '1', '', '2.5', ''))).toEqual([
      { line: 1, sentences: ['a b', 'c'], score: 1 },
      { line: 3, sentences: ['f', 'g'], score: 2.5 },
    ]);
  });

  it.each([
    [() => readSts(file('x.csv', stsb, 'a\tb')), 'Line 2, column 3 of x.csv: seven columns'],
    [() => readSts(file('x.csv', stsb.replace('4.750', 'high'))), 'Line 1, column 5 of x.csv: a score'],
    [
      () => readSts(file('x.csv', 'score\tsentence1\tsentence2', '1\tA')),
      'Line 2, column 3 of x.csv: as many',
    ],
    [() => readSentEval(file('i', 'a'), file('g', '1')), 'Line 1, column 2 of i: two sentences'],
    [() => readSentEval(file('i', 'a\tb'), file('g', 'x')), 'Line 1, column 1 of g: a score'],
  ])('names where it goes wrong: %#', (read, words) => {
    expect(read).toThrow(problem('data-format', words));
  });

  it('names the column that a first line with names lacks', () => {
    const lacks = (column: string) => problem('no-column', `Line 1 of x.tsv names no column “${column}”`);
    expect(() => readSts(file('x.tsv', 'sentence1\tscore', 'A\t3'))).toThrow(lacks('sentence2'));
    expect(() => readSts(file('x.tsv', 'sentence_A\tsentence_B', 'A\tB'))).toThrow(
      lacks('relatedness_score'),
    );
  });

  it('says that there is no pair', () => {
    const none = problem('no-items', 'x has no pairs');
    expect(() => readSts(file('x', ''))).toThrow(none);
    expect(() => readSts(file('x', 'score\tsentence1\tsentence2'))).toThrow(none);
    expect(() => readSentEval(file('x', 'a\tb'), file('g', '\n'))).toThrow(none);
  });
});

describe('labelled sentences', () => {
  it('are two named columns', () => {
    expect(readLabelled(file('x.tsv', 'label\tsentence', '0\ta "b')).at(0)).toEqual({
      line: 2,
      sentence: 'a "b',
      label: '0',
    });
  });
  it('name where they go wrong', () => {
    expect(() => readLabelled(file('x.tsv', 'sentence\tlabel', 'a'))).toThrow(
      problem('data-format', 'Line 2, column 2 of x.tsv: a label'),
    );
    expect(() => readLabelled(file('x.tsv', 'sentence\tclass'))).toThrow(
      problem('no-column', 'Line 1 of x.tsv names no column “label”'),
    );
    expect(() => readLabelled(file('x.tsv', ''))).toThrow(problem('no-items', 'x.tsv'));
  });
});

describe('Penn trees', () => {
  it('may lie over lines in any way, with or without an outer label', () => {
    const expected = [
      {
        label: '',
        parts: [
          {
            label: 'S',
            parts: [
              { label: 'NP', parts: [{ label: 'DT', word: 'The' }] },
              { label: 'VBD', word: 'left' },
            ],
          },
        ],
      },
    ];
    expect(readTrees(file('x', '( (S (NP (DT The)) (VBD left)))'))).toEqual(expected);
    expect(readTrees(file('x', '(', '(S(NP', '(DT The))', '(VBD left)))'))).toEqual(expected);
    expect(readTrees(file('x', '(A a) (B b)'))).toHaveLength(2);
  });

  it.each([
    ['the tree', 'Line 1, column 1 of x: the opening bracket'],
    ['(S (NP (DT The) )', 'Line 1, column 1 of x: the closing bracket'],
    ['(A a)\n)', 'Line 2, column 1 of x: the opening bracket'],
    ['(S (NN a b))', 'Line 1, column 10 of x: one word only'],
    ['(S (NN a (B b)))', 'Line 1, column 10 of x: one word only'],
    ['(S (NN a) b)', 'Line 1, column 11 of x: the closing bracket'],
    ['(S (NP))', 'Line 1, column 7 of x: a word or a bracket'],
    ['()', 'Line 1, column 2 of x: a word or a bracket'],
  ])('name where %j goes wrong', (text, words) => {
    expect(() => readTrees(file('x', text))).toThrow(problem('data-format', words));
  });

  it('say that there is none', () => {
    expect(() => readTrees(file('x', ' \n'))).toThrow(problem('no-items', 'x has no trees'));
  });
});

describe('any file at all', () => {
  const unit = fc.constantFrom(
    ...Array.from('ab01TF.-()<>"=/&# \t\n'),
    '<instance id="a" lemma="b">',
    '</instance>',
    '<sentence>',
  );
  const text = fc.oneof(
    fc.string({ unit }),
    fc.string({ unit: 'binary' }),
    fc.array(unit).map((all) => all.join('')),
  );
  const readers: Readonly<Record<string, (one: NamedText, other: NamedText) => unknown>> = {
    readWic,
    readCoarseWsd: (one, other) => readCoarseWsd('x', one, other, other),
    readRaganato,
    readSts,
    readSentEval,
    readLabelled,
    readTrees,
  };
  it.each(Object.entries(readers))('%s reads, or says in our words what is wrong', (_, read) => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        try {
          read(file('one', one), file('other', other));
        } catch (error) {
          expect(error).toBeInstanceOf(TailscopeError);
        }
      }),
    );
  });
});
