import { expect, test } from '@playwright/test';
import { bundled, chart, openPage, sentences, tailSwitches } from './page.ts';

test('a shared link opens the same view', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await sentences(page).fill('Strike a match.\nA match in the rain.\nThe rain fell. שלום 😀');
  await expect(page.getByText(/^3 sentences/)).toBeVisible();
  await page.getByRole('slider', { name: 'Layer' }).first().press('End');
  const field = page.getByRole('textbox', { name: 'Cut dimension' });
  await field.fill('7');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await openPage(other, new URL(link).hash);
  await expect(sentences(other)).toHaveValue('Strike a match.\nA match in the rain.\nThe rain fell. שלום 😀');
  await expect(other.getByRole('switch', { name: 'Cut dimension 7' })).toBeChecked();
  await expect(chart(other, new RegExp(`layer ${bundled.layers}`)).first()).toBeVisible();
  await expect(other.getByText(/^3 sentences/)).toBeVisible();
});

test('back and forward walk through choices', async ({ page }) => {
  await openPage(page);
  const tail = tailSwitches(page).first();
  await tail.click();
  await expect(page).toHaveURL(/#v=1&cut=\d+$/);
  await page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' }).uncheck();
  await expect(page).toHaveURL(/specials=exclude/);
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' })).toBeChecked();
  await expect(tail).toBeChecked();
  await page.goBack();
  await expect(tail).not.toBeChecked();
  await page.goForward();
  await expect(tail).toBeChecked();
});

test('what is typed is in the address, so that a reload loses nothing', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('Kept over a reload.');
  await expect(page).toHaveURL(/text=/);
  await page.reload();
  await expect(sentences(page)).toHaveValue('Kept over a reload.');
});

test('a link of garbage opens the page and names what it could not restore', async ({ page }) => {
  await openPage(page, '#v=1&layer=-3&cut=all&where=inside&text=!!!&nonsense');
  const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
  await expect(notice).toContainText('layer, cut, text, nonsense');
  await expect(page.getByRole('radio', { name: 'Inside it' })).toBeChecked();
  await expect(sentences(page)).toHaveValue(/^The spring in my watch/);
  await notice.getByRole('button', { name: 'Close this notice' }).click();
  await expect(notice).toBeHidden();
});

test('a link to a layer and a dimension this model lacks says so', async ({ page }) => {
  await openPage(page, '#v=1&layer=200&dim=60000&cut=60000');
  await expect(page.getByText(/The link names what .* does not have/)).toBeVisible();
  await expect(chart(page, /stands? out in layer/)).toBeVisible();
});

test('a link to a file of the person asks for it by name', async ({ page }) => {
  await openPage(page, `#v=1&file=${'ab'.repeat(32)}:reviews.txt`);
  await expect(page.getByRole('alert').filter({ hasText: 'reviews.txt' })).toBeVisible();
  await page
    .getByLabel('Open it…')
    .last()
    .setInputFiles({
      name: 'reviews.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Not the same text.\nBut a text.\n'),
    });
  await expect(page.getByText('is not the one the link was made with')).toBeVisible();
  await expect(page.getByText('reviews.txt, 2 lines').first()).toBeVisible();
});

test('a link to a checkpoint of the person asks for its folder', async ({ page }) => {
  await page.goto(`/#v=1&model=${'cd'.repeat(32)}:my-model`);
  const asking = page.getByRole('alert').filter({ hasText: 'my-model' });
  await expect(asking).toBeVisible();
  await asking.getByRole('button', { name: /^Back to / }).click();
  await expect(chart(page, /stands? out in layer/)).toBeVisible();
});
