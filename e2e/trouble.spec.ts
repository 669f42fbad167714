import { expect, test } from '@playwright/test';
import { chart, counted, drop, effect, modelChip, openPage, sentences, tailSwitches } from './page.ts';
import { beforeWorker } from './worker-script.ts';

const anyChart = /stands? out in/;

test('empty text says what to do and keeps the charts', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('');
  await expect(page.getByText('There is nothing to measure yet: type a sentence.')).toBeVisible();
  await expect(chart(page, anyChart)).toBeVisible();
  await sentences(page).fill('Now there is.');
  await expect(page.getByText(/^1 sentence · /)).toBeVisible();
});

test('one token has no pair, and the page says so', async ({ page }) => {
  await openPage(page);
  await page.getByRole('checkbox', { name: 'Count [CLS] and [SEP]' }).uncheck();
  await sentences(page).fill('dog');
  await expect(page.getByText('With one token there is no pair to compare.').first()).toBeVisible();
  await expect(chart(page, /^Too few tokens to call anything a tail/).first()).toBeVisible();
});

test('one sentence compares the tokens within it', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('The small dog ran home.');
  await expect(page.getByText('anisotropy compares the tokens within it').first()).toBeVisible();
  expect((await effect(page)).before).toBeGreaterThan(-1);
  await expect(page.getByText('Add a second sentence.').first()).toBeVisible();
});

test('ten thousand characters without a space are one word, cut where the model ends', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('a'.repeat(10_000));
  await expect(page.getByText(/^1 sentence · /)).toBeVisible();
  // [CLS], the one word that no pieces make, [SEP]
  expect(await counted(page)).toEqual({ sentences: 1, tokens: 3 });
  await expect(page.getByText(/1 token is \[UNK\]/)).toBeVisible();
  await expect(sentences(page)).toHaveValue('a'.repeat(10_000));
});

test('a sentence longer than the model reads is named', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill(`Short.\n${'word '.repeat(400)}`);
  await expect(
    page.getByText(/^The sentence on line 2 has \d+ tokens and this model reads \d+/),
  ).toBeVisible();
});

test('emoji, right-to-left text and a lone surrogate are measured and kept', async ({ page }) => {
  await openPage(page);
  const text = 'A 😀 in a line.\nשלום עולם\nlone';
  await sentences(page).fill(text);
  // a protocol of whole characters cannot type half of one
  await sentences(page).evaluate((field: HTMLTextAreaElement) => {
    field.setRangeText('\ud83d', field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(page.getByText(/^3 sentences · /)).toBeVisible();
  // all three lines, the emoji among them as a sign that the model does not know, which the page says
  await expect(page.getByText(/\d+ tokens? (is|are) \[UNK\]/)).toBeVisible();
  await expect(page.getByText(/^A broken character on line 3 was read/)).toBeVisible();
  await expect(page.getByRole('option', { name: 'line' })).toBeVisible();
  await expect(page.getByRole('option', { name: /\[UNK\]|^[א-ת]/ }).first()).toBeVisible();
  const kept = await sentences(page).evaluate(
    (field: HTMLTextAreaElement, given) => field.value === `${given}\ud83d`,
    text,
  );
  expect(kept).toBe(true);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('more than 200 lines are kept, the first 200 measured, and the page says how to measure all', async ({
  page,
}) => {
  await openPage(page);
  await sentences(page).fill(Array.from({ length: 230 }, (_, i) => `This is line ${i}.`).join('\n'));
  await expect(page.getByText(/^The first 200 lines are measured; 30 more are kept/)).toBeVisible();
  await expect(page.getByText(/^200 sentences · /)).toBeVisible();
});

test('a dropped text is measured, and closing it brings back what was typed', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('Mine.');
  await drop(page, [{ name: 'notes.txt', text: 'First line.\nSecond line.\n\nFourth line.\n' }]);
  await expect(page.getByText('notes.txt, 4 lines').first()).toBeVisible();
  await expect(page.getByText(/^3 sentences · /)).toBeVisible();
  await expect(page).toHaveURL(/file=[0-9a-f]{64}:notes\.txt/);
  await page.getByRole('button', { name: 'Back to what you typed' }).click();
  await expect(sentences(page)).toHaveValue('Mine.');
});

test('a file that is neither text nor checkpoint is refused in words', async ({ page }) => {
  await openPage(page);
  await drop(page, [{ name: 'photo.png', text: 'x' }]);
  await expect(page.getByRole('alert')).toContainText('Tailscope cannot read photo.png. Drop a .txt');
});

test('half a checkpoint names what is missing', async ({ page }) => {
  await openPage(page);
  await drop(page, [
    { name: 'config.json', text: '{}' },
    { name: 'tokenizer.json', text: '{}' },
  ]);
  await expect(page.getByRole('alert')).toContainText('model.safetensors is missing');
});

test('a broken checkpoint says so, and the bundled model is one press away', async ({ page }) => {
  await openPage(page);
  await drop(page, [
    { name: 'config.json', text: '{}' },
    { name: 'tokenizer.json', text: '{}' },
    { name: 'model.safetensors', text: 'not weights' },
  ]);
  await expect(modelChip(page)).toContainText('did not load');
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: /^Back to / }).click();
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
  await expect(chart(page, anyChart)).toBeVisible();
});

test('a worker that dies is replaced, and the next change works again', async ({ page }) => {
  await openPage(page);
  await sentences(page).fill('Before the crash.\nTwo lines.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Target.setAutoAttach', {
    autoAttach: false,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    self.close();
  });
  await expect(page.getByRole('alert').filter({ hasText: 'worker' }).first()).toBeVisible();
  await sentences(page).fill('After the crash.\nThree lines.\nAnd more.');
  await expect(page.getByText(/^3 sentences/)).toBeVisible();
});

test('a browser without workers says what to do, and the example stays', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Worker');
  });
  await page.goto('/');
  await expect(page.getByRole('alert').first()).toContainText('cannot start the background worker');
  await expect(chart(page, anyChart)).toBeVisible();
  await tailSwitches(page).first().click();
  await expect(chart(page, /^Cutting \d+ opens the cone$/)).toBeVisible();
});

test('a browser without WebGPU runs on WASM, and the model panel says so', async ({ page }) => {
  // the worker looks for it, so its own script has to lose it
  await beforeWorker(page, "Reflect.deleteProperty(WorkerNavigator.prototype, 'gpu')");
  await openPage(page);
  await expect(modelChip(page)).toContainText(/WASM × \d/);
  await modelChip(page).click();
  await expect(page.getByText(/offers no graphics device \(WebGPU\)/)).toBeVisible();
});

test('a wasm file answered with an HTML page says which, and the example stays', async ({ page }) => {
  await page
    .context()
    .route(/\.wasm$/, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('/');
  await expect(modelChip(page)).toContainText('did not load');
  await expect(page.getByRole('alert').first()).toContainText('.wasm');
  await expect(chart(page, anyChart)).toBeVisible();
});

test('weights that do not arrive say which file, and trying again loads them', async ({ page }) => {
  let broken = true;
  await page.context().route(/model\.safetensors$/, (route) => (broken ? route.abort() : route.continue()));
  await page.goto('/');
  await expect(page.getByRole('alert').first()).toContainText('model.safetensors');
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
});
