import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Locator, type Page, expect } from '@playwright/test';

const { model, models } = readBundled();
/** The model the page opens with, as its list says: tests hold for whichever is bundled. */
export const bundled = model;
/** How many models come with the page. */
export const bundledModels = models;

interface Bundled {
  readonly name: string;
  readonly layers: number;
  readonly dims: number;
  /** Of its weights. */
  readonly bytes: number;
}

function readBundled(): { readonly model: Bundled; readonly models: number } {
  const list = JSON.parse(readFileSync(new URL('../public/models/index.json', import.meta.url), 'utf8')) as {
    default: string;
    models: (Bundled & { id: string })[];
  };
  const opened = list.models.find(({ id }) => id === list.default);
  if (!opened) throw new Error('public/models/index.json names no default model');
  return { model: opened, models: list.models.length };
}

/** The page as a person meets it: opened, and its model running. */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/${fragment}`);
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
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

/** How much is measured, as the page says it. */
export async function counted(page: Page): Promise<{ sentences: number; tokens: number }> {
  const said = (await page.getByText(/^[\d,]+ sentences? · [\d,]+ tokens?$/).textContent()) ?? '';
  const [sentences = NaN, tokens = NaN] = (said.match(/[\d,]+/g) ?? []).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  return { sentences, tokens };
}

/** Drops files on the page as a person would. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
  over: string | RegExp = 'Drop sentences (.txt, .tsv, .csv) or a checkpoint folder here',
): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await expect(page.getByText(over)).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

/** axe-core's rules, WCAG 2.2 A and AA and its best practices: none broken. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html.slice(0, 160)) })),
  ).toEqual([]);
}
