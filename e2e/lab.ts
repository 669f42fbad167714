import { type Locator, type Page, expect } from '@playwright/test';
import { chart, openPage, tailSwitches } from './page.ts';

/** A view opened by its link, and everything on it measured on the examples. */
export async function openLab(page: Page, view: string, rest = ''): Promise<void> {
  await openPage(page, `#v=1&view=${view}${rest}`);
  await measured(page);
}

/** Waits until no experiment of the view is under way. */
export async function measured(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByRole('figure').first()).toBeVisible();
  await expect(main.getByText(/^(Loading the|Waiting for its turn)/)).toHaveCount(0);
  await expect(main.getByRole('progressbar')).toHaveCount(0);
}

/** Cuts the strongest tail, and says which dimension it is. */
export async function cutTail(page: Page): Promise<string> {
  const tail = tailSwitches(page).first();
  const name = (await tail.getAttribute('aria-label')) ?? (await tail.textContent()) ?? '';
  await tail.press('Space');
  return /\d+/.exec(name)?.[0] ?? '';
}

/** A chart's numbers, as its table shows them; the chart comes back after. */
export async function tableOf(page: Page, title: RegExp): Promise<readonly string[]> {
  const figure = chart(page, title);
  await figure.getByRole('button', { name: /^Show as a table/ }).click();
  const rows = await figure.getByRole('row').allInnerTexts();
  await figure.getByRole('button', { name: /^Show as a chart/ }).click();
  return rows;
}

export function views(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Views' });
}
