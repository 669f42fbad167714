import { type Locator, type Page, expect, test } from '@playwright/test';
import { threadMemory } from '../bench/memory/thread-memory.ts';
import { bertBaseShaped, bulkyBert, shardedBert } from '../scripts/hub/bert-shaped.ts';
import { bytesFile, folderFiles } from '../scripts/hub/hub-files.ts';
import { COMMIT, HubServer } from '../scripts/hub/hub-server.ts';
import { bundled, chart, expectAccessible, modelChip, openPage, sentences } from './page.ts';

const small = folderFiles(new URL('../src/graph/fixtures/bert-f32/', import.meta.url).pathname);
const exported = folderFiles(new URL('../src/graph/edit/fixtures/bert/', import.meta.url).pathname);
/** Exports as the hub's models keep them, under their usual names. */
const exports = new Map(
  Object.entries({
    'config.json': 'config.json',
    'tokenizer.json': 'tokenizer.json',
    'onnx/model.onnx': 'trace11.f32.onnx',
    'onnx/model_fp16.onnx': 'trace17.fp16.onnx',
  }).flatMap(([path, from]) => {
    const file = exported.get(from);
    return file ? [[path, file] as const] : [];
  }),
);
/** A full checkpoint's export and a rounded one of it. */
const roundedToo = new Map([
  ...exports,
  ...[...exported].flatMap(([name, file]) =>
    name === 'trace17.uint8.onnx' ? [['onnx/model_uint8.onnx', file] as const] : [],
  ),
]);
/** Four parts of the browser's storage. */
const WORDS = 232_000;

let hub: HubServer;
test.beforeAll(async () => {
  hub = await HubServer.start({
    'bert-base-cased': { files: bertBaseShaped() },
    'small/bert': {
      files: new Map([...small, ['onnx/model_quantized.onnx', bytesFile(new Uint8Array(60_000), true)]]),
    },
    'small/bulky': { files: bulkyBert(WORDS) },
    'small/exports': { files: exports },
    'small/rounded': { files: roundedToo },
    'small/shards': { files: shardedBert() },
    'small/gated': { files: small, gated: 'manual' },
  });
});
test.afterAll(() => hub.close());
test.beforeEach(async ({ page }) => {
  hub.faults.clear();
  hub.asked.length = 0;
  await page.addInitScript((url) => {
    localStorage.setItem('tailscope-hub', url);
  }, hub.url);
});

const chooser = (page: Page): Locator => page.getByRole('dialog', { name: 'Models from elsewhere' });
const storedModels = (page: Page): Locator => chooser(page).getByRole('region', { name: 'Stored models' });

async function openChooser(page: Page): Promise<void> {
  await modelChip(page).click();
  await page.getByRole('button', { name: 'From the hub or an address…' }).click();
  await expect(chooser(page)).toBeVisible();
}

async function lookUp(page: Page, text: string): Promise<void> {
  await chooser(page).getByRole('textbox', { name: 'Model id or address' }).fill(text);
  await page.keyboard.press('Enter');
}

/** The page opened, and a model looked up in it. */
async function openAndLookUp(page: Page, text: string): Promise<void> {
  await openPage(page);
  await openChooser(page);
  await lookUp(page, text);
}

async function pressDownload(page: Page): Promise<void> {
  await chooser(page)
    .getByRole('button', { name: /^Download/ })
    .click();
}

async function expectRunning(page: Page, shape: string): Promise<void> {
  await expect(modelChip(page)).toContainText(shape);
  await expect(modelChip(page)).toContainText(/WASM × \d|WebGPU/);
}

/** Bytes of the weights that were asked for from the file server. */
const askedWeights = () => hub.askedOf('model.safetensors').filter(({ url }) => url.startsWith('cdn'));

test('a model of the hub by its id: looked up, chosen, downloaded, run, and there again after a reload', async ({
  page,
}) => {
  await openAndLookUp(page, 'small/bert');
  const found = chooser(page).getByRole('region', { name: 'small/bert' });
  await expect(found).toContainText('commit c0ffee00 · bert · 2 layers × 32 dimensions');
  await expect(found.getByRole('radio')).toHaveCount(2);
  // what is smaller but rounded is not taken unasked
  await expect(found.getByRole('radio', { name: /model\.safetensors/ })).toBeChecked();
  await found.getByRole('button', { name: /^Download 1\d\d kB$/ }).click();
  await expectRunning(page, '2 × 32');
  await expect(storedModels(page)).toContainText('small/bert');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page).toHaveURL(
    new RegExp(`model=hub:${hub.url},small/bert@${COMMIT},model.safetensors,\\d+,[0-9a-f]{64}`),
  );

  hub.asked.length = 0;
  await page.reload();
  await expectRunning(page, '2 × 32');
  expect(hub.asked).toEqual([]);
});

test('a download can be paused, loses its connection, goes on by itself, and nothing is fetched twice', async ({
  page,
}) => {
  test.slow();
  await openAndLookUp(page, 'small/bulky');
  hub.faults.plan({ at: 'cdn/lfs', drip: 6e6 }, { at: 'cdn/lfs', cutAfter: 6e6 });
  await chooser(page)
    .getByRole('button', { name: /^Download 31 MB$/ })
    .click();
  const download = page.getByRole('region', { name: /small\/bulky: paused|Downloading small\/bulky/ });
  await expect(download).toContainText(
    /^Downloading small\/bulky[\d.]+ MB of 31 MB · [\d.]+ MB\/s · \d+ s left/,
  );
  await download.getByRole('button', { name: 'Pause' }).click();
  await expect(download).toContainText('small/bulky: paused');
  const before = askedWeights().length;
  await page.waitForTimeout(500);
  expect(askedWeights()).toHaveLength(before);

  // in the background the model before it goes on working
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await sentences(page).fill('Still here.\nTwo lines.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  await download.getByRole('button', { name: 'Resume' }).click();
  await expect(download).toContainText(/The connection broke off. It is tried again in \d s/);
  await expectRunning(page, '2 × 32');
  await expect(download).toBeHidden();

  const starts = askedWeights().map(({ range }) => Number(/bytes=(\d+)-/.exec(range ?? 'bytes=0-')?.[1]));
  expect(starts).toHaveLength(3);
  expect(starts[0]).toBe(0);
  expect(starts[1]).toBeGreaterThan(1e6);
  // a broken connection may take with it what it had brought last
  expect(starts[2]).toBeGreaterThan((starts[1] ?? 0) + 1e6);
});

test('a download goes on after a reload from what was stored', async ({ page }) => {
  test.slow();
  await openAndLookUp(page, 'small/bulky');
  hub.faults.plan({ at: 'cdn/lfs', stallAfter: 20e6 });
  await pressDownload(page);
  await expect(chooser(page)).toContainText('20 MB of 31 MB');
  await page.reload();
  await expect(modelChip(page)).toContainText(bundled.name);
  await openChooser(page);
  await expect(storedModels(page)).toContainText(/17 MB of 31 MB so far/);
  hub.asked.length = 0;
  await storedModels(page).getByRole('button', { name: 'Resume small/bulky' }).click();
  await expectRunning(page, '2 × 32');
  // two parts of 8 MiB were whole
  expect(askedWeights().map(({ range }) => range)).toEqual([`bytes=${2 ** 24}-`]);
});

test('two tabs do not download the same model twice', async ({ page, context }) => {
  test.slow();
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await openAndLookUp(tab, 'small/bulky');
  }
  hub.faults.plan({ at: 'cdn/lfs', drip: 3e6 });
  for (const tab of [page, other]) {
    await pressDownload(tab);
    if (tab === page) await expect(chooser(page)).toContainText(/[1-9][\d.]* MB of 31 MB/);
  }
  await expect(chooser(other)).toContainText('Another tab is downloading it');
  await expectRunning(page, '2 × 32');
  await expectRunning(other, '2 × 32');
  expect(askedWeights()).toHaveLength(1);
});

test('a cancelled download leaves nothing behind', async ({ page }) => {
  await openAndLookUp(page, 'small/bulky');
  hub.faults.plan({ at: 'cdn/lfs', stallAfter: 10e6 });
  await pressDownload(page);
  await expect(chooser(page)).toContainText('10 MB of 31 MB');
  await chooser(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(storedModels(page)).toContainText('Nothing is stored yet.');
  await expect(chooser(page).getByRole('button', { name: /^Download 31 MB$/ })).toBeVisible();
  await expect.poll(() => storedEntries(page)).toBe(0);
});

test('a stored model is listed with its size and date, and can be deleted', async ({ page }) => {
  await openAndLookUp(page, 'small/bert');
  await pressDownload(page);
  await expectRunning(page, '2 × 32');
  await expect(storedModels(page)).toContainText(
    /model\.safetensors · commit c0ffee00 · 1\d\d kB · \d+ \w+ \d{4}/,
  );
  await storedModels(page).getByRole('button', { name: 'Delete small/bert (model.safetensors)' }).click();
  await expect(storedModels(page)).toContainText('Nothing is stored yet.');
  await expect.poll(() => storedEntries(page)).toBe(0);
  // what runs goes on running
  await expectRunning(page, '2 × 32');
});

test('a stored part that was damaged is fetched again, and that part alone', async ({ page }) => {
  await openAndLookUp(page, 'small/bulky');
  await pressDownload(page);
  await expectRunning(page, '2 × 32');
  const harmed = await page.evaluate(async () => {
    const cache = await caches.open('tailscope-models');
    const key = (await cache.keys()).find(({ url }) => url.endsWith('/2/1'));
    if (key) await cache.put(key, new Response(new Uint8Array(100)));
    return key !== undefined;
  });
  expect(harmed).toBe(true);
  hub.asked.length = 0;
  await page.reload();
  await expectRunning(page, '2 × 32');
  expect(askedWeights().map(({ range }) => range)).toEqual([`bytes=${2 ** 23}-${2 ** 24 - 1}`]);
});

test('without room in storage a model is kept in memory, and the page says so', async ({ page, baseURL }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    quotaSize: 12e6,
  });
  await openAndLookUp(page, 'small/bulky');
  await pressDownload(page);
  await expectRunning(page, '2 × 32');
  expect(askedWeights()).toHaveLength(1);
  await expect(storedModels(page)).toContainText('Nothing is stored yet.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'had no room to store small/bulky' }),
  ).toBeVisible();
});

test('once a stored model runs, JavaScript holds no second copy of its weights', async ({ page }) => {
  await openAndLookUp(page, 'small/bulky');
  await pressDownload(page);
  await expectRunning(page, '2 × 32');
  await expect(async () => {
    for (const { buffers } of await threadMemory(page)) expect(buffers).toBeLessThan(16e6);
  }).toPass();
});

test('models that are not to be had are explained', async ({ page }) => {
  await openPage(page);
  await openChooser(page);
  const alert = chooser(page).getByRole('alert');
  for (const [text, said] of [
    ['small/gated', /small\/gated is gated.*Agree to them at/],
    ['small/none', /no public model small\/none: there is none, or it is private/],
    ['small/bert@v9', /small\/bert has no revision “v9”/],
    ['two words', /“two words” is neither a model’s id nor an address/],
    ['http://example.org/model/', /not an https address/],
    ['http://localhost:9/model/', /localhost:9 did not answer/],
  ] as const) {
    await lookUp(page, text);
    await expect(alert).toContainText(said);
  }
  await expect(chart(page, /stands? out in/)).toBeAttached();
});

test('wrong bytes are fetched once more, and refused when they come again', async ({ page }) => {
  await openAndLookUp(page, 'small/bert');
  hub.faults.plan({ at: 'cdn/lfs', flipAt: 50_000, always: true });
  await pressDownload(page);
  await expect(chooser(page).getByRole('alert')).toContainText(
    /model\.safetensors came with wrong bytes twice/,
  );
  expect(askedWeights()).toHaveLength(2);
  hub.faults.clear();
  await chooser(page).getByRole('button', { name: 'Resume' }).click();
  await expectRunning(page, '2 × 32');
});

test('a peek shows where the tails of a BERT-base begin, from less than 1 % of its bytes', async ({
  page,
}) => {
  await openPage(page);
  await openChooser(page);
  await chooser(page).getByRole('button', { name: 'bert-base-cased', exact: true }).click();
  await expect(chooser(page).getByRole('button', { name: 'Download 436 MB' })).toBeVisible();
  hub.asked.length = 0;
  await chooser(page).getByRole('button', { name: 'Peek first' }).click();
  const norms = chart(page, '308 is out of line in 25 of 25 LayerNorms’ shifts');
  await expect(norms).toBeVisible();
  await expect(norms).toContainText(/read 1\.\d MB of 436 MB \(0\.4 %\)/);
  await expect(chart(page, '308 stands out in the position embeddings')).toBeVisible();
  await norms.getByRole('radio', { name: 'Scale (gamma)' }).check({ force: true });
  await expect(chart(page, '381 is out of line in 25 of 25 LayerNorms’ scales')).toBeVisible();
  const bytes = askedWeights().map(({ range }) => {
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
    return Number(end) - Number(start) + 1;
  });
  expect(bytes.reduce((sum, count) => sum + count, 0)).toBeLessThan(4.36e6);
});

test('weights in several files are one choice, peeked into and run', async ({ page }) => {
  await openAndLookUp(page, 'small/shards');
  await expect(chooser(page).getByRole('radio', { name: /index\.json.* in 2 files/ })).toBeChecked();
  await chooser(page).getByRole('button', { name: 'Peek first' }).click();
  await expect(chart(page, /LayerNorms’ shifts$/)).toContainText('model.safetensors.index.json');
  await chooser(page)
    .getByRole('button', { name: /^Download 1\d\d kB$/ })
    .click();
  await expectRunning(page, '2 × 32');
  await expect(page).toHaveURL(/small\/shards@[0-9a-f]{40},model\.safetensors\.index\.json,\d+,[0-9a-f]{64}/);
});

test('an ONNX export runs, an exact one unless rounded ones are allowed', async ({ page }) => {
  await openAndLookUp(page, 'small/exports');
  await expect(chooser(page).getByRole('radio', { name: /model\.onnx/ })).toBeChecked();
  // nothing of it can be peeked into
  await expect(chooser(page).getByRole('button', { name: 'Peek first' })).toBeHidden();
  await chooser(page)
    .getByRole('checkbox', { name: /^Offer rounded/ })
    .check();
  await expect(chooser(page).getByRole('radio', { name: /model_fp16\.onnx/ })).toBeChecked();
  await pressDownload(page);
  await expectRunning(page, '2 × 16');
  await expect(page).toHaveURL(/small\/exports@[0-9a-f]{40},onnx\/model_fp16\.onnx,/);
});

test('what rounding costs a model of the hub: its full weights are found, their size is said, and they go beside it', async ({
  page,
}) => {
  test.slow();
  await openAndLookUp(page, 'small/rounded');
  await chooser(page)
    .getByRole('checkbox', { name: /^Offer rounded/ })
    .check();
  await chooser(page)
    .getByRole('radio', { name: /model_uint8\.onnx/ })
    .check();
  await pressDownload(page);
  await expectRunning(page, '2 × 16');
  await page.reload();
  await expectRunning(page, '2 × 16');

  // after a reload nothing is known of the hub's other files, and nothing is asked before a press
  hub.asked.length = 0;
  await modelChip(page).click();
  const panel = page.getByRole('dialog', { name: 'Model' });
  const offered = panel.getByRole('list', { name: 'What rounding costs' });
  const look = panel.getByRole('button', { name: 'See what else small/rounded has' });
  await expect(look).toBeVisible();
  await expect(offered).toHaveCount(0);
  expect(hub.asked).toEqual([]);
  await look.click();
  await expect(offered.getByRole('listitem')).toHaveCount(1);
  await expect(offered).toContainText(/onnx\/model\.onnx[\d.]+ kB · an ONNX export/);
  await offered
    .getByRole('button', { name: /^Download onnx\/model\.onnx \([\d.]+ kB\) and show what rounding costs$/ })
    .click();
  const table = panel.getByRole('table', {
    name: /^Rounding moves hidden states of .* by up to 0\.\d+, most in (embeddings|layer [12])$/,
  });
  await expect(table.getByRole('rowheader')).toHaveText(['embeddings', 'layer 1', 'layer 2']);
  await expect(offered).toContainText('beside it now');
  await expectRunning(page, '2 × 16');
  await expectAccessible(page);

  // both are stored now: put away and shown again, nobody is asked
  hub.asked.length = 0;
  await panel.getByRole('button', { name: 'Put it away' }).click();
  await offered.getByRole('button', { name: 'Show what rounding costs: onnx/model.onnx' }).click();
  await expect(table).toBeVisible();
  expect(hub.asked).toEqual([]);
});

test('a folder on the web, by its address', async ({ page }) => {
  await openPage(page);
  await openChooser(page);
  await lookUp(page, `${hub.folder('small/bert')}model.safetensors`);
  await chooser(page)
    .getByRole('button', { name: /^Download 1\d\d kB$/ })
    .click();
  await expectRunning(page, '2 × 32');
  await expect(page).toHaveURL(
    /model=url:http:\/\/localhost:\d+\/folders\/.*,model\.safetensors,\d+,[0-9a-f]{64}/,
  );
});

test.describe('a link to a model of the hub', () => {
  const bulky = () =>
    `#v=1&model=hub:${hub.url},small/bulky@${COMMIT},model.safetensors,31000000,${hub.sha256('small/bulky', 'model.safetensors')}&layer=1`;

  test('asks before it downloads more than 20 MB, and asks nothing of the host before that', async ({
    page,
  }) => {
    await page.goto(`/${bulky()}`);
    const question = page
      .getByRole('alert')
      .filter({ hasText: 'This link shows small/bulky from localhost' });
    await expect(question).toContainText(
      'It has 31 MB to download. Nothing has been asked of that host yet.',
    );
    expect(hub.asked).toEqual([]);
    await question.getByRole('button', { name: 'Download 31 MB' }).click();
    await expectRunning(page, '2 × 32');
    await expect(question).toBeHidden();
    // what else the link says stays
    await expect(page).toHaveURL(/layer=1/);
  });

  test('can be left for the bundled model', async ({ page }) => {
    await page.goto(`/${bulky()}`);
    const question = page.getByRole('alert').filter({ hasText: 'small/bulky' });
    await question.getByRole('button', { name: `Back to ${bundled.name}` }).click();
    await expectRunning(page, `${bundled.layers} × ${bundled.dims}`);
    expect(hub.asked).toEqual([]);
  });

  test('of less than that is fetched at once, and named where it is another one than the link’s', async ({
    page,
  }) => {
    await page.goto(
      `/#v=1&model=hub:${hub.url},small/bert@${COMMIT},model.safetensors,200000,${'ab'.repeat(32)}`,
    );
    await expectRunning(page, '2 × 32');
    await expect(page.getByText(/is not the checkpoint the link was made with/)).toBeVisible();
  });

  test('that says less than there is asks again with what there is', async ({ page }) => {
    await page.goto(`/${bulky().replace('31000000', '1000')}`);
    const question = page.getByRole('alert').filter({ hasText: 'small/bulky' });
    await expect(question).toContainText('It has 31 MB to download: more than the link says.');
    expect(askedWeights()).toEqual([]);
    await question.getByRole('button', { name: 'Download 31 MB' }).click();
    await expectRunning(page, '2 × 32');
  });

  test('to another hub than the person’s asks first, however small it is', async ({ page }) => {
    await page.goto(`/#v=1&model=hub:http://localhost:9,small/bert@${COMMIT},model.safetensors,1000,`);
    const question = page.getByRole('alert').filter({ hasText: 'small/bert from localhost:9' });
    await question.getByRole('button', { name: 'Download 1.0 kB' }).click();
    await expect(question).toContainText('localhost:9 did not answer');
  });
});

test('nothing but requests for files leaves the page, and nothing that was typed', async ({
  page,
  context,
  baseURL,
}) => {
  const foreign: { method: string; url: string; body: string | null; headers: Record<string, string> }[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith(baseURL ?? '') || /^(blob|data):/.test(request.url())) return;
    foreign.push({
      method: request.method(),
      url: request.url(),
      body: request.postData(),
      headers: request.headers(),
    });
  });
  await openPage(page);
  await sentences(page).fill('Quincunx zephyr.\nNobody else may read this.');
  await expect(page.getByText(/^2 sentences/)).toBeVisible();
  expect(foreign).toEqual([]);
  await openChooser(page);
  await lookUp(page, 'small/bert');
  await chooser(page).getByRole('button', { name: 'Peek first' }).click();
  await pressDownload(page);
  await expectRunning(page, '2 × 32');
  expect(foreign.length).toBeGreaterThan(5);
  for (const { method, url, body, headers } of foreign) {
    expect(method).toBe('GET');
    expect(body).toBeNull();
    expect(url.startsWith(hub.url) || url.startsWith(hub.cdn)).toBe(true);
    expect(JSON.stringify({ url, headers })).not.toMatch(/quincunx|zephyr|nobody|cookie/i);
    expect(headers['referer'] ?? '').toBe('');
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`the chooser breaks no accessibility rule in the ${theme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page);
    await openChooser(page);
    await expectAccessible(page);
    await chooser(page).getByRole('button', { name: 'bert-base-cased', exact: true }).click();
    await chooser(page).getByRole('button', { name: 'Peek first' }).click();
    await expect(chart(page, /stands out in the position embeddings/)).toBeVisible();
    await expectAccessible(page);
    await lookUp(page, 'small/gated');
    await expect(chooser(page).getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await lookUp(page, 'small/bulky');
    hub.faults.plan({ at: 'cdn/lfs', stallAfter: 10e6 });
    await pressDownload(page);
    await expect(chooser(page)).toContainText('10 MB of 31 MB');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(chooser(page)).toBeHidden();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });
}

test('the chooser can be used by keys alone, and gives focus back', async ({ page }) => {
  await openPage(page);
  await modelChip(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'From the hub or an address…' }).focus();
  await page.keyboard.press('Enter');
  await expect(chooser(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('small/bert');
  await page.keyboard.press('Enter');
  await chooser(page)
    .getByRole('button', { name: /^Download/ })
    .press('Enter');
  await expectRunning(page, '2 × 32');
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toBeHidden();
  await expect(modelChip(page)).toBeFocused();
});

test('nothing reaches out of the chooser at 390 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await openChooser(page);
  await chooser(page).getByRole('button', { name: 'bert-base-cased', exact: true }).click();
  await chooser(page).getByRole('button', { name: 'Peek first' }).click();
  await expect(chart(page, /stands out in the position embeddings/)).toBeVisible();
  const [shown, needed] = await chooser(page).evaluate((dialog) => [dialog.clientWidth, dialog.scrollWidth]);
  expect(needed).toBeLessThanOrEqual(shown);
});

test('the hub can be a mirror, which is kept', async ({ browser, baseURL }) => {
  // a browser that nobody told of a mirror before
  const page = await browser.newPage({ ...(baseURL !== undefined && { baseURL }) });
  await openPage(page);
  await openChooser(page);
  await chooser(page).getByText('Hub: huggingface.co').click();
  const field = chooser(page).getByRole('textbox', { name: 'Address of the hub or of a mirror' });
  await field.fill('http://mirror.example');
  await page.keyboard.press('Enter');
  await expect(chooser(page).getByRole('alert')).toContainText('not an https address');
  await field.fill(`${hub.url}/`);
  await page.keyboard.press('Enter');
  await page.reload();
  await openChooser(page);
  await expect(chooser(page).getByText(`Hub: ${new URL(hub.url).host}`)).toBeVisible();
  await lookUp(page, 'small/bert');
  await expect(chooser(page).getByRole('region', { name: 'small/bert' })).toBeVisible();
  await page.close();
});

/** Entries of the browser's storage. */
function storedEntries(page: Page): Promise<number> {
  return page.evaluate(async () => (await (await caches.open('tailscope-models')).keys()).length);
}
