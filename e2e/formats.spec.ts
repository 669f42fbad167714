import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Page, type TestInfo, expect, test } from '@playwright/test';
import { measured } from './lab.ts';
import { drop, openPage } from './page.ts';

/** A folder of small files. */
function folderOf(info: TestInfo, name: string, files: Readonly<Record<string, string>>): string {
  const folder = info.outputPath(name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function openFolder(page: Page, folder: string): Promise<void> {
  await page.getByLabel('Open a folder…').and(page.locator('input')).first().setInputFiles(folder);
}

const taken = (page: Page, counts: string, name: string) =>
  expect(page.getByText(`${counts} · ${name}`, { exact: true })).toBeVisible();

const LEMMA = {
  'bank/classes_map.txt': '{"0": "bank_bank", "1": "bank_bank_(geography)"}',
  'bank/train.data.txt': '1\tthe bank closed early .\n3\tthey fished from the bank all day .\n',
  'bank/train.gold.txt': '0\n1\n',
  'bank/test.data.txt': '2\tour bank bank charges for this .\n4\tgrass grew on the bank of the river .\n',
  'bank/test.gold.txt': '0\n1\n',
};

/** The unified format: a corpus of one sentence, an instance and words around it. */
const xml = (id: string, words: string, lemma: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<corpus lang="en" source="${id}">
<text id="${id}.d000">
<sentence id="${id}.d000.s000">
<wf lemma="the" pos="DET">The</wf>
<instance id="${id}.d000.s000.t000" lemma="${lemma}" pos="NOUN">${lemma}</instance>
<wf lemma="x" pos="VERB">${words}</wf>
</sentence>
</text>
</corpus>
`;

test('a folder of CoarseWSD-20’s lemmas is measured under the names of its classes', async ({
  page,
}, info) => {
  await openPage(page, '#v=1&view=words');
  await openFolder(page, folderOf(info, 'coarse', LEMMA));
  await taken(page, '1 word, 2 to tell by 2 labelled', 'coarse');
  await measured(page);
  await expect(page.getByRole('table', { name: 'Senses of bank: had and told' })).toContainText(
    'bank_bank_(geography)',
  );
});

test('a class map that is wrong is complained of by line and column', async ({ page }, info) => {
  await openPage(page, '#v=1&view=words');
  await openFolder(page, folderOf(info, 'coarse', { ...LEMMA, 'bank/classes_map.txt': '{"0": 5}' }));
  await expect(page.getByRole('alert')).toContainText('Line 1, column 2 of bank/classes_map.txt');
});

test('XML of the unified format is told by the training corpus dropped beside it', async ({ page }) => {
  await openPage(page, '#v=1&view=words');
  const files = [
    { name: 'senseval.data.xml', text: xml('senseval', 'closed', 'bank') },
    { name: 'senseval.gold.key.txt', text: 'senseval.d000.s000.t000 bank%1:14:00::\n' },
    { name: 'semcor.data.xml', text: xml('semcor', 'opened', 'bank') },
    { name: 'semcor.gold.key.txt', text: 'semcor.d000.s000.t000 bank%1:14:00::\n' },
  ];
  await drop(page, files.slice(0, 2), /^Drop Word in Context/);
  await expect(page.getByRole('alert')).toContainText('there is no second XML file');
  await drop(page, files, /^Drop Word in Context/);
  await taken(page, '1 word, 1 to tell by 1 labelled', 'senseval.data.xml');
  await measured(page);
  await expect(page.getByRole('heading', { name: /^bank NOUN/ })).toBeVisible();
});

test('sentence pairs are read in the formats of STS-B and SICK', async ({ page }) => {
  await openPage(page, '#v=1&view=sentences');
  const pair = (score: string, other: string) =>
    `main-news\tMSRpar\t2012test\t0001\t${score}\tA man runs.\t${other}`;
  const benchmark = [pair('5.000', 'A man is running.'), pair('0.5', 'It snows.'), pair('2', 'He sits.')];
  await drop(
    page,
    [{ name: 'sts-dev.csv', text: `${benchmark.join('\n')}\n` }],
    /^Drop a table of sentence pairs/,
  );
  await taken(page, '3 pairs', 'sts-dev.csv');
  await measured(page);
  const sick = [
    'pair_ID\tsentence_A\tsentence_B\trelatedness_score\tentailment_judgment',
    '1\tA dog runs\tA dog is running\t4.9\tENTAILMENT',
    '2\tA dog runs\tA cat sleeps\t1.2\tNEUTRAL',
  ];
  await drop(
    page,
    [{ name: 'SICK_test_annotated.txt', text: sick.join('\n') }],
    /^Drop a table of sentence pairs/,
  );
  await taken(page, '2 pairs', 'SICK_test_annotated.txt');
  await measured(page);
  await drop(
    page,
    [{ name: 'sts-dev.csv', text: `${benchmark[0] ?? ''}\n${pair('much', 'He sits.')}\n` }],
    /^Drop a table of sentence pairs/,
  );
  await expect(page.getByRole('alert')).toContainText('Line 2, column 5 of sts-dev.csv');
});

test('SST-2’s development sentences are told by a classifier of the training file beside them', async ({
  page,
}) => {
  await openPage(page, '#v=1&view=sentences');
  const table = (...rows: readonly string[]) => ['sentence\tlabel', ...rows].join('\n');
  await drop(
    page,
    [
      { name: 'dev.tsv', text: table('a fine film\t1', 'a dull film\t0') },
      { name: 'train.tsv', text: table('a good one\t1', 'so very good\t1', 'a bad one\t0') },
    ],
    /^Drop a table of sentence pairs/,
  );
  await taken(page, '3 sentences to learn from, 2 to tell', 'dev.tsv');
  await measured(page);
});

test('sentences are read from any column of a table, which a link names', async ({ page }) => {
  await openPage(page, '#v=1&view=geometry');
  const rows = [
    'id,remark,reply',
    ...Array.from({ length: 12 }, (_, i) => `${i},"It rains, day ${i}.",Yes ${i}`),
  ];
  const table = { name: 'notes.csv', text: `${rows.join('\n')}\n13,Alone.\n` };
  await drop(page, [table], /^Drop a \.txt of sentences/);
  await taken(page, '13 sentences', 'notes.csv');
  const column = page.getByRole('combobox', { name: 'Column with the sentences' });
  await expect(column).toHaveValue('remark');
  // a step to go back to, once the file's hash is known
  await expect(page).toHaveURL(/data=words:[0-9a-f]{64}:notes\.csv/);
  await column.selectOption('reply');
  await taken(page, '12 sentences', 'notes.csv');
  await expect(page.getByText(/^1 left out \(line 14\): the row has no such column/)).toBeVisible();
  await measured(page);
  await expect(page).toHaveURL(/data=words:[0-9a-f]{64}:notes\.csv:reply/);
  await page.goBack();
  await expect(column).toHaveValue('remark');
});

test('what is dropped on Paper and on Compare is told by its format', async ({ page }) => {
  await openPage(page, '#v=1&view=paper');
  const pairs = [
    { name: 'mine.data.txt', text: 'bank\tN\t1-1\tThe bank closed .\tA bank failed .\n' },
    { name: 'mine.gold.txt', text: 'T\n' },
  ];
  await drop(page, pairs, /^Drop a text for Explore/);
  await expect(
    page.getByText('mine.data.txt: Word in Context is measured on this from now on.'),
  ).toBeVisible();
  await expect(page).toHaveURL(/view=paper&data=wic:/);
  await openPage(page, '#v=1&view=compare&b=main,shuffled,none');
  await drop(
    page,
    [{ name: 'some.mrg', text: '(S (NP (DT The) (NN cat)) (VP (VBD sat)))' }],
    /^Drop sentences, or/,
  );
  await expect(
    page.getByText('some.mrg: the inducing of trees is measured on this from now on.'),
  ).toBeVisible();
});
