import AxeBuilder from '@axe-core/playwright';
import { type Locator, type Page, expect } from '@playwright/test';

/** The page as a person meets it: opened, and its model running. */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/${fragment}`);
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/, { timeout: 45_000 });
}

export function modelChip(page: Page): Locator {
  return page.getByRole('button', { name: /^Model: / });
}

/** The cut bar. */
export function cutBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Cut', exact: true });
}

/** Every tail's switch, strongest first. */
export function tailSwitches(page: Page): Locator {
  return page.getByRole('group', { name: 'Tails' }).getByRole('switch');
}

export function sentences(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Sentences, one a line' });
}

/** A chart by its title. */
export function chart(page: Page, title: string | RegExp): Locator {
  return page.getByRole('figure', { name: title });
}

/** Anisotropy at the chosen layer as the cut bar says it. */
export async function effect(page: Page): Promise<{ before: number; after: number | undefined }> {
  const said = (await cutBar(page).getByRole('status').last().textContent()) ?? '';
  const [before, after] = [...said.matchAll(/[−-]?\d?\.\d{3}/g)].map(([text]) =>
    Number(text.replace('−', '-')),
  );
  return { before: before ?? NaN, after: said.includes('after') ? after : undefined };
}

/** axe-core's rules, WCAG 2.2 A and AA and its best practices: none broken. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html.slice(0, 160)) })),
  ).toEqual([]);
}
