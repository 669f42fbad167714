import { type Page, expect, test } from '@playwright/test';
import { chart, cutBar, drop, expectAccessible, openPage, sentences } from './page.ts';

const ORIGINS = '#v=1&view=origins';
const LIFE = /^What moves \d+ most/;
const MOVES = /^Move the positions|^With positions/;
const POSITIONS = /^Dimension \d+ .*position 0/;

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });

test('the view is a press away and keeps what was typed', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('A small dog ran home.\nThe small boat came home.');
  await views(page).getByRole('button', { name: 'Origins' }).click();
  await expect(chart(page, LIFE)).toBeVisible();
  await expect(page).toHaveTitle('Origins · Tailscope');
  await expect(cutBar(page)).toBeHidden();
  await page.goBack();
  await expect(sentences(page)).toHaveValue(/^A small dog/);
});

test('a dimension’s life is read step by step, and told of one token', async ({ page }) => {
  await openPage(page, ORIGINS);
  const life = chart(page, LIFE);
  await expect(life.getByText(/the bars add up to the network’s own values to \de-\d/)).toBeVisible();
  const step = life.getByRole('slider', { name: 'Step' });
  await step.focus();
  await page.keyboard.press('Home');
  await expect(step).toHaveAttribute('aria-valuetext', /^embeddings: the word embedding/);
  await page.keyboard.press('End');
  await expect(step).toHaveAttribute('aria-valuetext', /^layer 4: .*which makes/);
  await life.getByRole('combobox', { name: 'Whose life' }).selectOption('0');
  await expect(page).toHaveURL(/life=0/);
});

test('positions are shuffled, shifted and taken away, and a link says so', async ({ page }) => {
  await openPage(page, ORIGINS);
  for (const [choice, said] of [
    ['shuffle', 'shuffled'],
    ['shift by 32', 'shifted'],
    ['scale to zero', 'scaled to zero'],
  ] as const) {
    await page.getByRole('radio', { name: choice }).check({ force: true });
    await expect(chart(page, new RegExp(`^With positions ${said}, \\d+ goes from`))).toBeVisible();
  }
  await expect(page).toHaveURL(/move=zero/);
  await openPage(page, `${ORIGINS}&move=shuffled`);
  await expect(chart(page, /^With positions shuffled/)).toBeVisible();
});

test('the weights say how a dimension stands in positions, LayerNorms and tokens', async ({ page }) => {
  await openPage(page, ORIGINS);
  const positions = chart(page, POSITIONS);
  await expect(positions.getByText('rank', { exact: false }).first()).toBeVisible();
  const place = positions.getByRole('slider', { name: 'Position' });
  await place.focus();
  await page.keyboard.press('End');
  await expect(place).toHaveAttribute('aria-valuetext', /^position 127: .* rank \d+ of 256/);
  await expect(chart(page, /LayerNorms? stretch/)).toBeVisible();
  await expect(chart(page, /LayerNorms? shift/)).toBeVisible();
  const embeddings = chart(page, /^In the average word/);
  await expect(embeddings.getByRole('row', { name: /segment 1/ })).toBeVisible();
  await embeddings.getByRole('slider').press('End');
  await expect(embeddings.getByRole('slider')).toHaveAttribute('aria-valuetext', /segment 1/);
});

test('the dimension is chosen here and in Explore alike', async ({ page }) => {
  await openPage(page, ORIGINS);
  await expect(chart(page, LIFE)).toBeVisible();
  const other = page.getByRole('radiogroup', { name: 'Dimension to follow' }).getByRole('radio').nth(1);
  const dim = await other.evaluate((input) => input.closest('label')?.textContent ?? '');
  await other.check({ force: true });
  await expect(chart(page, new RegExp(`^What moves ${dim} most`))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`dim=${dim}(&|$)`));
});

test('a probe is trained on demand, and says that what it reads is not what matters', async ({ page }) => {
  await openPage(page, ORIGINS);
  await page.getByRole('button', { name: 'Train the probe' }).click();
  const probe = chart(page, /^In .* a probe tells \d/);
  await expect(probe.getByText(/tokens learned from, \d+ told/)).toBeVisible();
  const reads = chart(page, /^How much the probe reads/);
  await expect(reads).toContainText('contribution is not importance');
  const most = reads.getByRole('table', {
    name: /^What the probe reads most in layer \d; the mean .* is [\d.]+$/,
  });
  // a head, ten dimensions, and the one that is followed where it is none of them
  expect(await most.getByRole('row').count()).toBeGreaterThanOrEqual(11);
});

test('a model without position embeddings says that there are none to move, and shows the rest', async ({
  page,
}) => {
  test.slow();
  await openPage(page, `${ORIGINS}&model=tailscope-bert-nopos&move=shuffled`);
  await expect(chart(page, 'This model is told no positions, so there are none to move')).toContainText(
    'its vectors stay what they are',
  );
  // the weights are read while the text is measured
  await expect(chart(page, 'This model has no position embeddings')).toBeVisible();
  await expect(chart(page, 'No position has a vector of its own')).toBeVisible();
  await expect(chart(page, LIFE)).toBeVisible();
});

test('the biases of feed-forward blocks are shown as the command has them', async ({ page }) => {
  await openPage(page, ORIGINS);
  const biases = chart(page, /feed-forward blocks? have an unusual bias|No feed-forward block’s bias/);
  await biases.getByRole('button', { name: /^Show as a table/ }).click();
  await expect(biases.getByRole('row')).toHaveCount(5);
});

test('frequencies are counted on the first sentences of a file, and on all of it when asked', async ({
  page,
}) => {
  test.slow();
  await openPage(page);
  const lines = Array.from({ length: 260 }, (_, i) => `The boat ${i % 7 === 0 ? 'left' : 'came home'}.`);
  await drop(page, [{ name: 'boats.txt', text: lines.join('\n') }]);
  await views(page).getByRole('button', { name: 'Origins' }).click();
  const explained = chart(page, /explains more of|^Neither explains/);
  await expect(explained).toContainText(/counted on the [\d,]+ tokens of 200 sentences/);
  await page.getByRole('button', { name: 'Count all 260 sentences' }).click();
  await expect(explained).toContainText(/counted on the [\d,]+ tokens of 260 sentences/);
  await expect(page.getByRole('button', { name: /^Count all/ })).toBeHidden();
});

test('counting a long text, and a probe on it, say how fast they go and how long still, pause and go on', async ({
  page,
}) => {
  test.slow();
  await openPage(page);
  const lines = Array.from(
    { length: 6000 },
    (_, i) => `The ${i} small boats came home before the heavy rain.`,
  );
  await drop(page, [{ name: 'boats.txt', text: lines.join('\n') }]);
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await views(page).getByRole('button', { name: 'Origins' }).click();
  await page.getByRole('button', { name: 'Count all 6,000 sentences' }).click();
  const count = page.getByRole('region', { name: 'Count the whole text' });
  const progress = count.getByText(/^Measuring [1-9][\d,]* of 6,000 sentences…/);
  await expect(count.getByText(/^[\d,.]+ a second · \d+ (s|min) left$/)).toBeVisible();
  await count.getByRole('button', { name: 'Pause' }).click();
  await expect(count.getByText('Paused.')).toBeVisible();
  // the batch that was under way may still come
  await page.waitForTimeout(500);
  const at = await progress.textContent();
  await page.waitForTimeout(500);
  await expect(progress).toHaveText(at ?? '');
  await count.getByRole('button', { name: 'Go on' }).click();
  await expect(progress).not.toHaveText(at ?? '');
  await count.getByRole('button', { name: 'Cancel' }).click();
  await expect(count.getByRole('button', { name: 'Count all 6,000 sentences' })).toBeVisible();
  await page.getByRole('button', { name: 'Train the probe' }).click();
  const probe = page.getByRole('region', { name: 'Can positions be read from the vectors?' });
  await expect(probe.getByText(/^[\d,.]+ a second · \d+ (s|min) left of reading$/)).toBeVisible();
  await expect(probe.getByText('Layer 1 of 5 is being trained…')).toBeVisible();
  await expect(probe.getByText(/^\d+ (s|min) left$/)).toBeVisible();
  await probe.getByRole('button', { name: 'Pause' }).click();
  await expect(probe.getByText('Paused.')).toBeVisible();
  await probe.getByRole('button', { name: 'Cancel' }).click();
  await expect(probe.getByRole('button', { name: 'Train the probe' })).toBeVisible();
});

test('without a text the weights are shown all the same', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('');
  await views(page).getByRole('button', { name: 'Origins' }).click();
  await expect(page.getByText('There is no text to measure. Type sentences in Explore.')).toBeVisible();
  await expect(chart(page, POSITIONS)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`Origins breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, `${ORIGINS}&move=zero`);
    await expect(chart(page, MOVES)).toBeVisible();
    await expect(chart(page, POSITIONS)).toBeVisible();
    await expectAccessible(page);
  });
}

for (const width of [320, 760, 1440]) {
  test(`nothing reaches out of the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, ORIGINS);
    await expect(chart(page, LIFE)).toBeVisible();
    await expect(chart(page, POSITIONS)).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
}
