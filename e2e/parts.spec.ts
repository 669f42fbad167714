import { expect, test, type Page } from '@playwright/test';
import { cutTail, views } from './lab.ts';
import { chart, drop, openPage } from './page.ts';

const lines = Array.from(
  { length: 6000 },
  (_, i) => `The ${i} small boats came home before the rain, and the old captain counted every one of them.`,
);
const ANISOTROPY = /^Two random tokens have|the cone$|changes little$/;
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a long pass of Geometry that is stopped keeps what it counted, says so, and can be measured whole', async ({
  page,
}) => {
  await openPage(page, '#v=1&view=geometry');
  await drop(page, [{ name: 'long.txt', text: lines.join('\n') }], /^Drop a \.txt of sentences/);
  const part = region(page, 'Anisotropy');
  await expect(part.getByText(/^[1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await expect(part.getByText(/^[\d,.]+ a second · \d+ (s|min) left$/)).toBeVisible();
  await part.getByRole('button', { name: 'Stop and keep' }).click();
  const said = part.getByText(
    /^You stopped: the charts show [1-9][\d,]* of 6,000 sentences \([\d.]+ %; [1-9][\d,]* tokens\), drawn at random\.$/,
  );
  await expect(said).toBeVisible();
  const text = await said.textContent();
  await expect(chart(page, ANISOTROPY)).toContainText(
    /[1-9][\d,]* sentences.* · a random [1-9][\d,]* of 6,000 sentences/,
  );
  await expect(chart(page, ANISOTROPY)).toContainText(/before: \.\d{3} to \.\d{3}/);
  // the words of the same text come after it
  const words = region(page, 'Words');
  await expect(words.getByText(/^[1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await words.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(words.getByText(/^You stopped: the charts show [1-9][\d,]* of 6,000 sentences/)).toBeVisible();
  await expect(words.getByRole('figure').first()).toContainText(/ · a random [1-9][\d,]* of 6,000 sentences/);
  // the cut is measured on the very same sentences, which cannot be fewer
  const dim = await cutTail(page);
  await expect(chart(page, ANISOTROPY)).toContainText(/After: −?\.\d{3} to −?\.\d{3}/);
  await expect(chart(page, ANISOTROPY)).toHaveAccessibleName(new RegExp(`Cutting ${dim}`));
  await expect(said).toHaveText(text ?? '');
  await part.getByRole('button', { name: 'Measure all' }).click();
  await expect(part.getByText(/^[1-9][\d,]* of 6,000 sentences/)).toBeVisible();
  await part.getByRole('button', { name: 'Cancel' }).click();
  // what is shown is still the part, and says so
  await expect(said).toHaveText(text ?? '');
  await expect(part.getByRole('button', { name: 'Measure again' })).toBeVisible();
});

/** As many pairs of sentences with people's scores, none of them like another. */
function scored(pairs: number): string {
  const rows = Array.from({ length: pairs }, (_, i) => {
    const one = `The ${i} small boats came home before the rain, and the captain counted every one of them.`;
    const other =
      i % 3 === 0
        ? one.replace('captain', 'sailor')
        : `In ${i} days the river floods the garden below the mill.`;
    return `${one}\t${other}\t${i % 3 === 0 ? 4.5 : 0.5}`;
  });
  return `sentence1\tsentence2\tscore\n${rows.join('\n')}\n`;
}

test('pairs of sentences that are stopped are a part, without random cuts of the whole, and no claim is judged by it', async ({
  page,
}) => {
  await openPage(page, '#v=1&view=sentences');
  await drop(page, [{ name: 'mine.tsv', text: scored(3000) }], /^Drop a table of sentence pairs/);
  const main = page.getByRole('main');
  await expect(main.getByText(/^[1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await main.getByRole('button', { name: 'Stop and keep' }).first().click();
  const said = main.getByText(
    /^You stopped: the charts show [1-9][\d,]* of 3,000 pairs \([\d.]+ %\), drawn at random\.$/,
  );
  await expect(said).toBeVisible();
  const figure = main.getByRole('figure').first();
  await expect(figure).toContainText(/ · a random [1-9][\d,]* of 3,000 pairs/);
  await cutTail(page);
  await expect(figure).toHaveAccessibleName(/Cutting/);
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  const random = main.getByRole('checkbox', { name: /cuts of .* random dimension/ }).first();
  await random.check();
  await expect(main.getByText(/^Random cuts are measured on all the data/).first()).toBeVisible();
  // the classifier's, which has no parts
  await expect(main.getByRole('button', { name: 'Draw 20 times' })).toHaveCount(1);
  await views(page).getByRole('button', { name: 'Paper' }).click();
  const claim = page.getByRole('row').filter({ hasText: 'Cosines of sentences follow people’s judgement' });
  await expect(claim).toContainText('not run');
  await claim.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(claim.getByText(/^[1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await expect(claim.getByRole('button', { name: 'Stop and keep' })).toHaveCount(0);
});

/** As many trees, none of them like another. */
function bracketed(trees: number): string {
  const tree = (i: number): string =>
    `(S (NP (DT The) (CD ${i}) (JJ small) (NNS boats)) (VP (VBD came) (ADVP (RB home)) (PP (IN before) (NP (NP (DT the) (NN rain)) (PP (IN of) (NP (NN night)))) (SBAR (IN that) (S (NP (DT the) (JJ old) (NN captain)) (VP (VBD feared)))))))`;
  return Array.from({ length: trees }, (_, i) => tree(i)).join('\n');
}

test('trees that are stopped are a part, with the scores of trees without vectors for that part', async ({
  page,
}) => {
  await openPage(page, '#v=1&view=syntax');
  await drop(page, [{ name: 'mine.mrg', text: bracketed(6000) }], /^Drop files of Penn brackets/);
  const main = page.getByRole('main');
  await expect(main.getByText(/^[1-9][\d,]* of 6,000 sentences$/)).toBeVisible();
  await main.getByRole('button', { name: 'Stop and keep' }).click();
  const said = main.getByText(
    /^You stopped: the charts show [1-9][\d,]* of 6,000 sentences \([\d.]+ %; [1-9][\d,]* tokens\), drawn at random\.$/,
  );
  await expect(said).toBeVisible();
  const text = await said.textContent();
  const scores = chart(page, /match people’s|score of the trees/);
  await expect(scores).toContainText(/ · a random [1-9][\d,]* of 6,000 sentences/);
  await expect(scores.getByText(/^right-branching [\d.]+$/)).toBeVisible();
  // the cut is measured on the very same sentences
  await cutTail(page);
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  await expect(scores).toHaveAttribute('aria-busy', 'false');
  await expect(said).toHaveText(text ?? '');
});
