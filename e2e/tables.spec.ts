import { expect, test } from '@playwright/test';
import { drop, openPage } from './page.ts';

const csv = {
  name: 'talk.csv',
  text: 'id,sentence,reply\n1,"The rain, at last.",We stay in.\n2,A bird sings.,I hear it.\n3,Short.\n',
};

test('a table’s column of sentences is found, and another can be chosen and is in the link', async ({
  page,
}) => {
  await openPage(page);
  await drop(page, [csv]);
  const column = page.getByLabel('Column with the sentences');
  await expect(column).toHaveValue('sentence');
  await expect(page.getByText('The rain, at last.')).toBeVisible();
  await expect(page.getByText(/^3 sentences · /)).toBeVisible();
  await column.selectOption('reply');
  await expect(page.getByText('We stay in.')).toBeVisible();
  await expect(page.getByText(/^2 sentences · /)).toBeVisible();
  await expect(page.getByText('1 left out (line 4): the row has no such column')).toBeVisible();

  await expect(page).toHaveURL(/column=reply/);
  await page.reload();
  await expect(page.getByText('This link shows a text file of your own: talk.csv.').first()).toBeVisible();
  await drop(page, [csv]);
  await expect(page.getByLabel('Column with the sentences')).toHaveValue('reply');
  await expect(page.getByText(/^2 sentences · /)).toBeVisible();
});

test('a table whose quotes are wrong is refused with the line, and the sentences stay', async ({ page }) => {
  await openPage(page);
  await drop(page, [{ name: 'bad.csv', text: 'sentence\nOne.\n"Two.\nThree.\n' }]);
  await expect(
    page.getByText(/^Line 3, column \d+ of bad\.csv: the quotation mark .* is not closed/),
  ).toBeVisible();
  await expect(page.getByText(/^8 sentences · /)).toBeVisible();
});
