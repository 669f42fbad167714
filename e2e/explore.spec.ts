import { readFile } from 'node:fs/promises';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { bundled, chart, counted, cutBar, effect, openPage, sentences, tailSwitches } from './page.ts';

test('opens on the example: a tail is found and named before anything is typed', async ({ page }) => {
  await page.goto('/');
  await expect(chart(page, /stands? out in/)).toBeVisible();
  await expect(tailSwitches(page).first()).toBeVisible();
  await expect(chart(page, /^\d+ is the smallest of \d+ % of vectors/)).toBeVisible();
  expect((await counted(page)).sentences).toBe(8);
});

test('the model takes over from the example without changing what it shows', async ({ page }) => {
  const shares = chart(page, /^\d+ is the smallest of \d+ % of vectors/);
  await page.goto('/');
  await expect(shares).toBeVisible();
  const example = { counted: await counted(page), title: await shares.getByRole('heading').textContent() };
  await openPage(page);
  // what the model computes takes a moment to replace what was stored
  await page.waitForTimeout(1000);
  expect({ counted: await counted(page), title: await shares.getByRole('heading').textContent() }).toEqual(
    example,
  );
});

test('typing sentences moves every chart to them', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('A small dog ran home.\nThe small boat came home.');
  await expect(page.getByText(/^2 sentences · \d+ tokens$/)).toBeVisible();
  await expect(page.getByRole('option', { name: 'boat' })).toBeVisible();
  await expect(chart(page, 'Same word, same sense?')).toContainText('home²');
});

test('the newest text wins over what was asked before it', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('');
  await sentences(page).pressSequentially('One two three.\nFour five six.', { delay: 5 });
  await expect(page.getByText(/^2 sentences · /)).toBeVisible();
  await expect(page.getByRole('option', { name: 'six' })).toBeVisible();
});

test('switching a tail off lowers the anisotropy, and switching it on brings it back', async ({ page }) => {
  await openPage(page);
  const tail = tailSwitches(page).first();
  const { before } = await effect(page);
  await tail.click();
  await expect(tail).toBeChecked();
  await expect(chart(page, /^Cutting \d+ opens the cone$/)).toBeVisible();
  const cut = await effect(page);
  expect(cut.before).toBe(before);
  expect(cut.after).toBeLessThan(before);
  await tail.click();
  await expect(tail).not.toBeChecked();
  await expect(chart(page, /^Two random tokens have cosine/)).toBeVisible();
  expect(await effect(page)).toEqual({ before, after: undefined });
});

test('a switch works from the keyboard alone', async ({ page }) => {
  await openPage(page);
  await tailSwitches(page).first().focus();
  await page.keyboard.press('Space');
  await expect(tailSwitches(page).first()).toBeChecked();
});

test('cut all and cut none switch every tail', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Cut all' }).click();
  for (const tail of await tailSwitches(page).all()) await expect(tail).toBeChecked();
  await page.getByRole('button', { name: 'Cut none' }).click();
  for (const tail of await tailSwitches(page).all()) await expect(tail).not.toBeChecked();
});

test('a random dimension instead changes next to nothing', async ({ page }) => {
  await openPage(page);
  await tailSwitches(page).first().click();
  const tail = await effect(page);
  await cutBar(page)
    .getByRole('button', { name: /random dimension/ })
    .click();
  await expect(chart(page, /^Cutting \d+ at random changes little$/)).toBeVisible();
  const random = await effect(page);
  expect(Math.abs((random.after ?? NaN) - random.before)).toBeLessThan(0.01);
  expect(Math.abs((tail.after ?? NaN) - tail.before)).toBeGreaterThan(0.02);
});

test('random cuts are drawn beside a cut when they are asked for, and a link keeps them', async ({
  page,
}) => {
  await openPage(page);
  await tailSwitches(page).first().click();
  const cone = chart(page, /^Cutting \d+ opens the cone$/);
  await expect(cone).not.toContainText('grey band');
  await cone.getByRole('checkbox', { name: 'beside 20 random cuts' }).check();
  await expect(cone).toContainText('the mean and range of 20 cuts of 1 random dimension instead');
  await expect(chart(page, 'Same word, same sense?')).toContainText(
    /With 20 random cuts instead: different words \.\d{3} \(\.\d{3} to \.\d{3}\)/,
  );
  await expect(page).toHaveURL(/band=on/);
  await cone.getByRole('button', { name: /^Show as a table/ }).click();
  const layer = cone.getByRole('row').nth(4).getByRole('cell');
  const [whole = NaN, cut = NaN, mean = NaN, low = NaN, high = NaN] = (await layer.allTextContents())
    .slice(-5)
    .map(Number);
  expect(low).toBeLessThanOrEqual(mean);
  expect(high).toBeGreaterThanOrEqual(mean);
  // what the tail does no random dimension does
  expect(whole - cut).toBeGreaterThan(5 * (whole - low));
  // put back, the band leaves with the cut
  await tailSwitches(page).first().click();
  await expect(
    page.getByText('Random cuts are drawn beside a cut: switch a dimension.').first(),
  ).toBeVisible();
});

test('any dimension can be cut by its number, and one that does not exist is refused in words', async ({
  page,
}) => {
  await openPage(page);
  const field = page.getByRole('textbox', { name: 'Cut dimension' });
  await field.fill('12');
  await field.press('Enter');
  await expect(page.getByRole('switch', { name: 'Cut dimension 12' })).toBeChecked();
  await expect(chart(page, /12/).first()).toBeVisible();
  await field.fill('99999');
  await field.press('Enter');
  await expect(cutBar(page).getByRole('alert')).toContainText(
    `Type a whole number from 0 to ${bundled.dims - 1}`,
  );
});

test('cutting inside the network runs it again and keeps before beside it', async ({ page }) => {
  await openPage(page);
  // at layer 1 both ways give the same vectors: only later layers have read the zero
  await page.getByRole('slider', { name: 'Layer' }).first().press('End');
  await tailSwitches(page).first().click();
  const after = await effect(page);
  await page.getByRole('radio', { name: 'Inside it' }).check({ force: true });
  await expect(async () => {
    const inside = await effect(page);
    expect(inside.before).toBe(after.before);
    expect(inside.after).not.toBeUndefined();
    expect(inside.after).not.toBe(after.after);
  }).toPass();
});

test('a dimension chosen with the arrow keys is chosen in every chart', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Dimension' }).first();
  const tail = Number(await slider.getAttribute('aria-valuenow'));
  const last = tail === bundled.dims - 1;
  const next = last ? tail - 1 : tail + 1;
  await slider.press(last ? 'ArrowLeft' : 'ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', String(next));
  await expect(chart(page, new RegExp(`^${next} (lives apart|is among the others)`))).toBeVisible();
  await expect(page.getByText(new RegExp(`^dimension ${next} in layer \\d+$`))).toBeVisible();
});

test('a dimension can be chosen by pressing it', async ({ page }) => {
  await openPage(page);
  const slider = page.getByRole('slider', { name: 'Dimension' }).first();
  const before = await slider.getAttribute('aria-valuenow');
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) * 0.9, y: (box?.height ?? 0) * 0.3 } });
  await expect(slider).not.toHaveAttribute('aria-valuenow', before ?? '');
});

test('choosing a layer moves every chart to it', async ({ page }) => {
  await openPage(page);
  const layers = page.getByRole('slider', { name: 'Layer' }).first();
  await layers.press('End');
  await expect(chart(page, new RegExp(`in layer ${bundled.layers}$`)).first()).toBeVisible();
  await expect(cutBar(page)).toContainText(`anisotropy at layer ${bundled.layers}`);
  await layers.press('Home');
  await expect(chart(page, /in the embeddings$/).first()).toBeVisible();
});

test('a token under the pointer shows its value of the dimension at hand', async ({ page }) => {
  await openPage(page);
  await page.getByRole('option', { name: 'spring' }).first().hover();
  await expect(page.getByText(/^spring: dimension \d+ is −?\d+\.\d\d in layer \d+$/)).toBeVisible();
  await expect(chart(page, /nisotropy|random tokens/).first()).toContainText(/“spring” −?\.\d{3}/);
  await page.getByRole('heading', { name: 'Tailscope' }).hover();
  await expect(page.getByText(/^spring: /)).toBeHidden();
});

test('tokens stay in place while a text is measured', async ({ page }) => {
  await openPage(page);
  const long = Array.from(
    { length: 200 },
    (_, i) => `The spring of year ${i} came late to the old garden by the river.`,
  );
  const text = sentences(page);
  await text.fill(long.join('\n'));
  await expect(page.getByText(/^200 sentences/)).toBeVisible();
  await page.getByRole('listbox', { name: 'Tokens as the model reads them' }).evaluate((list) => {
    const tops = new Set<number>();
    const watch = () => {
      tops.add(Math.round(list.getBoundingClientRect().top + scrollY));
      requestAnimationFrame(watch);
    };
    watch();
    Object.assign(globalThis, { tops });
  });
  await text.press('End');
  await text.press('x');
  await expect(page.getByText(/^Measured [\d,]+ of 200/)).toBeVisible();
  await expect(page.getByText(/^200 sentences/)).toBeVisible();
  const tops = await page.evaluate(() => [...(Reflect.get(globalThis, 'tops') as Set<number>)]);
  expect(tops).toHaveLength(1);
});

test('a cut shows who is the extreme of the vectors without it', async ({ page }) => {
  await openPage(page);
  const shares = page
    .getByRole('figure')
    .filter({ hasText: 'Which dimension is the minimum of each vector, by layer' });
  await expect(shares).toHaveCount(1);
  await expect(shares).not.toContainText('thin bars');
  await tailSwitches(page).first().check({ force: true });
  await expect(shares).toContainText(
    'The thin bars are after the cut or remedy, among the dimensions that are left.',
  );
});

test('tokens can be gone through with the arrow keys', async ({ page }) => {
  await openPage(page);
  const tokens = page.getByRole('listbox', { name: 'Tokens as the model reads them' });
  await tokens.focus();
  await tokens.press('ArrowRight');
  await tokens.press('ArrowRight');
  await expect(tokens.getByRole('option', { selected: true, name: 'the' })).toBeVisible();
});

test('the similarity matrix compares words, tokens or sentences', async ({ page }) => {
  await openPage(page);
  await page.getByRole('radio', { name: 'Sentences' }).check({ force: true });
  await expect(chart(page, 'Which sentences look alike')).toContainText('1 The spring');
  await page.getByRole('radio', { name: 'Tokens' }).check({ force: true });
  await expect(chart(page, 'Which tokens look alike')).toBeVisible();
});

test('special tokens can be left out of the measures', async ({ page }) => {
  await openPage(page);
  const { sentences: lines, tokens } = await counted(page);
  await page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' }).uncheck();
  await expect(page.getByText(`${lines} sentences · ${tokens - 2 * lines} tokens`)).toBeVisible();
  await expect(page.getByText('specials out').first()).toBeVisible();
});

test('raising the thresholds leaves no tail, and the page says what comes closest', async ({ page }) => {
  // of the default model's words, every vector has its minimum at the tail: no threshold is above that
  await openPage(page, '#v=1&model=tailscope-bert-nopos');
  // special tokens carry tails of their own, by a share that is not adjustable
  await page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' }).uncheck();
  await page.getByText('What counts as a tail').click();
  await page.getByRole('slider', { name: 'Share of vectors' }).fill('1');
  await page.getByRole('slider', { name: 'Standard deviations' }).fill('20');
  await expect(page.getByText('No dimension is a tail here')).toBeVisible();
  await expect(chart(page, /^No tail by our rule yet: \d+ comes closest/).first()).toBeVisible();
});

test('a chart can be read as a table, and its numbers are saved as CSV', async ({ page }) => {
  await openPage(page);
  const shares = chart(page, /is the smallest of/);
  await shares.getByRole('button', { name: /^Show as a table/ }).click();
  await expect(shares.getByRole('table')).toBeVisible();
  const heads = await shares.getByRole('columnheader').allTextContents();
  const { name, bytes } = await saved(page, shares, 'CSV');
  expect(name).toMatch(/[.]csv$/);
  const [head, ...rows] = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  expect(head?.split(',')).toEqual(heads);
  // every layer has a most frequent minimum
  expect(rows.length).toBeGreaterThan(bundled.layers);
  for (const row of rows) expect(row.split(',')).toHaveLength(heads.length);
  const first = shares.getByRole('row').nth(1);
  for (const [i, field] of rows[0]?.split(',').entries() ?? [])
    // the first column names layers in the table and counts them from 0 in the file
    if (i > 0 && /^\d+$/.test(field)) await expect(first.locator('th, td').nth(i)).toHaveText(field);
});

test('a chart is saved as a drawing that holds its title and its marks', async ({ page }) => {
  await openPage(page);
  const spikes = chart(page, /stands? out in/);
  const title = (await spikes.getByRole('heading').textContent()) ?? '';
  const { name, bytes } = await saved(page, spikes, 'SVG');
  expect(name).toMatch(/[.]svg$/);
  const drawing = bytes.toString('utf8');
  expect(drawing).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(drawing).toContain(`>${title}</text>`);
  expect(drawing).toMatch(/<path [^>]*d="M[^"]{100}/);
  // nothing that it would have to fetch
  expect(drawing).not.toMatch(/(href|src)="(?!data:|#)/);
});

test('a chart is saved as a picture, twice as wide as it is on screen', async ({ page }) => {
  await openPage(page);
  const spikes = chart(page, /stands? out in/);
  const svg = (await saved(page, spikes, 'SVG')).bytes.toString('utf8');
  const [, width, height] = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const { name, bytes } = await saved(page, spikes, 'PNG');
  expect(name).toMatch(/[.]png$/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  // a blank picture of this size is far smaller
  expect(bytes.length).toBeGreaterThan(10_000);
});

/** What a chart's button for saving hands over. */
async function saved(
  page: Page,
  figure: Locator,
  kind: 'PNG' | 'SVG' | 'CSV',
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: new RegExp(`\\(${kind}\\)`) }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
