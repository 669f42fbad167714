/** What a place of a data file should hold: ends of sentences that begin in the catalogue of errors. */
const EXPECTED = {
  'wic-columns':
    'five columns between tabs (word, N or V, the word’s places, first sentence, second sentence)',
  places: 'the places of the word in both sentences, from 0, such as 2-5',
  'true-or-false': 'T or F',
  'coarse-wsd-columns': 'two columns between tabs (place of the word, sentence)',
  place: 'the place of the word in the sentence, from 0',
  class: 'a class',
  'classes-map': 'an object of classes and their names, such as {"0": "river", "1": "money"},',
  'stsb-columns':
    'seven columns between tabs (genre, file, year, id, score, first sentence, second sentence)',
  'sick-columns': 'as many columns between tabs as the first line names',
  'sts-input-columns': 'two sentences with a tab between them',
  score: 'a score, such as 3.25',
  sentence: 'a sentence',
  label: 'a label after the sentence and a tab',
  'open-bracket': 'the opening bracket of a tree',
  'tree-end': 'the closing bracket of this constituent',
  'tree-part': 'a word or a bracket inside this one',
  'one-word': 'one word only, since these brackets hold a word',
  'xml-tag': 'a tag that is closed with >',
  'xml-sentence': '<wf> or <instance> inside a <sentence>',
  'xml-word-end': 'the end of the <wf> or <instance> before this',
  'xml-end': 'the end of this element on the way',
  'xml-id': 'an id',
  'xml-lemma': 'a lemma',
  'keyed-instance': 'an instance whose id has a line in the .gold.key.txt',
  'known-instance': 'the id of an <instance> in the XML file',
  'gold-key': 'an instance’s id and its senses, with spaces between them',
} as const;

export type DataExpectation = keyof typeof EXPECTED;

export function expectation(what: DataExpectation): string {
  return EXPECTED[what];
}
