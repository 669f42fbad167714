import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesFile, jsonFile } from '../../scripts/hub/hub-files.ts';
import { COMMIT, HubServer } from '../../scripts/hub/hub-server.ts';
import { lookUp, readReference, type RemoteModel } from '../checkpoint/sources/index.ts';
import type { DownloadProgress } from '../protocol/sources.ts';
import { askPatiently } from './ask.ts';
import { fetchModel } from './fetch-model.ts';
import { FreshParts } from './fresh-parts.ts';
import type { FetchHost } from './host.ts';
import { open } from './http.ts';
import { Keeper } from './keeper.ts';
import { keptFiles } from './kept-files.ts';
import { ProgressReport } from './progress.ts';
import { sleep } from './sleep.ts';
import { MapStores } from './stores.fixture.ts';

const PART = 40_000;
const weights = Uint8Array.from({ length: 210_000 }, (_, i) => (i * i) % 251);
const tokenizer = Buffer.from(`{"words":${JSON.stringify(Array.from({ length: 900 }, (_, i) => i))}}`);
const sha256 = createHash('sha256').update(weights).digest('hex');
const files = new Map([
  ['config.json', jsonFile({ model_type: 'bert' })],
  ['tokenizer.json', bytesFile(tokenizer)],
  ['model.safetensors', bytesFile(weights, true)],
]);

/**
 * A request for what is missing. From where, depends on the machine: of a body that breaks off, the browser's stream drops what it
 * had received and nobody had read yet.
 */
const RESUMED = expect.stringMatching(/^bytes=[1-9]\d*-$/) as string;

describe('a model’s files from a hub', () => {
  let hub: HubServer;
  let stores: MapStores;
  let slept: number[];
  let reports: DownloadProgress[];
  let stop: AbortController;

  beforeAll(async () => {
    hub = await HubServer.start({ 'owner/small': { files } });
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    stores = new MapStores();
    slept = [];
    reports = [];
    stop = new AbortController();
    hub.asked.length = 0;
  });
  afterEach(() => {
    hub.faults.clear();
  });

  const host = (patience = 5): FetchHost => ({
    open,
    // a clock that does not make the tests wait, but lets the server go on
    sleep: (seconds, signal) => {
      slept.push(seconds);
      return sleep(0.01, signal);
    },
    patience,
  });
  const { signal } = new AbortController();
  const model = async (place = 'hub'): Promise<RemoteModel> => {
    const reference = readReference(place === 'hub' ? 'owner/small' : hub.folder('owner/small'), hub.url);
    const { place: found, choices } = await lookUp(askPatiently(host()), reference, signal);
    const [choice] = choices;
    if (!choice) throw new Error('nothing was found');
    hub.asked.length = 0;
    return { place: found, weights: choice.weights, files: choice.files };
  };
  const fetchInto = async (wanted: RemoteModel, patience?: number, fresh?: FreshParts) => {
    const keeper = await Keeper.open(stores, wanted, { partBytes: PART, ...(fresh && { fresh }) });
    const tell = (progress: DownloadProgress) => reports.push(progress);
    const report = new ProgressReport(
      tell,
      () => keeper.kept,
      () => performance.now() / 1000,
    );
    const whole = await fetchModel(keeper, host(patience), report, stop.signal);
    return { keeper, whole };
  };
  const weightsOf = async (keeper: Keeper) => {
    const file = keptFiles(keeper, host()).find(({ name }) => name === 'model.safetensors');
    return file?.read(0, file.size);
  };
  /** Every byte; a comparison element by element takes a second. */
  const expectWhole = async (keeper: Keeper) => {
    expect(Buffer.from((await weightsOf(keeper)) ?? []).equals(weights)).toBe(true);
  };
  const asked = () => hub.askedOf('model.safetensors').filter(({ url }) => url.startsWith('cdn'));

  it('come whole, each with its size and hash, and are read back from their parts', async () => {
    const { keeper, whole } = await fetchInto(await model());
    expect(keeper.kept).toBe('stored');
    expect(whole.files.find(({ path }) => path === 'model.safetensors')).toMatchObject({
      size: 210_000,
      sha256,
    });
    expect(whole.files.every((file) => file.sha256?.length === 64)).toBe(true);
    await expectWhole(keeper);
    expect([...stores.entries.keys()].filter((name) => /\/2\/\d$/.test(name))).toHaveLength(6);
    expect(reports.at(-1)).toMatchObject({
      loaded: 210_000 + 21 + tokenizer.length,
      doing: 'fetching',
      kept: 'stored',
    });
    expect(reports.at(-1)?.total).toBe(reports.at(-1)?.loaded);
  });

  it('are not asked for again once they are stored', async () => {
    const wanted = await model();
    await fetchInto(wanted);
    hub.asked.length = 0;
    const { keeper } = await fetchInto(wanted);
    expect(hub.asked).toEqual([]);
    await expectWhole(keeper);
  });

  it('any stretch of them can be read', async () => {
    const { keeper } = await fetchInto(await model());
    const file = keptFiles(keeper, host()).find(({ name }) => name === 'model.safetensors');
    for (const [start, end] of [
      [0, 8],
      [39_990, 40_010],
      [39_990, 200_001],
      [120_000, 160_000],
      [209_999, 210_000],
    ] as const)
      expect(await file?.read(start, end)).toEqual(weights.slice(start, end));
  });

  it('go on from the byte where the connection broke off', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 90_000 }, { at: 'cdn/lfs', cutAfter: 70_000 });
    const { keeper } = await fetchInto(await model());
    await expectWhole(keeper);
    expect(asked().map(({ range }) => range)).toEqual([undefined, RESUMED, RESUMED]);
    expect(slept).toEqual([1, 1]);
    expect(reports.some(({ doing, again }) => doing === 'waiting' && again === 1)).toBe(true);
  });

  it('send nothing that a file server would have to allow beforehand: it refuses preflights', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 90_000 });
    await fetchInto(await model());
    for (const { headers } of asked()) {
      expect(headers['if-range']).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers.cookie).toBeUndefined();
    }
  });

  it('are waited for longer each time while nothing comes, and then given up', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 0, always: true });
    await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'no-answer' });
    expect(slept).toEqual([1, 2, 4, 8, 16]);
  });

  it('are given up with another word once something has come, and it is kept', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 50_000 }, { at: 'cdn/lfs', cutAfter: 0, always: true });
    const wanted = await model();
    await expect(fetchInto(wanted)).rejects.toMatchObject({ code: 'remote-lost' });
    hub.faults.clear();
    hub.asked.length = 0;
    const { keeper } = await fetchInto(wanted);
    expect(asked().map(({ range }) => range)).toEqual(['bytes=50000-']);
    await expectWhole(keeper);
    expect(reports.some(({ doing }) => doing === 'checking')).toBe(true);
  });

  it('are asked for again after as long as a busy server says', async () => {
    hub.faults.plan(
      { at: `resolve/${COMMIT}/model`, status: 429, headers: { 'Retry-After': '7' } },
      { at: 'cdn/lfs', status: 503 },
      { at: 'cdn/lfs', status: 500 },
    );
    const { keeper } = await fetchInto(await model());
    expect(slept).toEqual([7, 2, 4]);
    await expectWhole(keeper);
  });

  it('are given up at once where a server asks for more patience than a person has', async () => {
    hub.faults.plan({ at: 'cdn/lfs', status: 429, headers: { 'Retry-After': '900' } });
    await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'remote-busy' });
    expect(slept).toEqual([]);
  });

  it('that stay out are named with the server’s last word', async () => {
    hub.faults.plan({ at: 'cdn/lfs', status: 503, always: true });
    await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'remote-status' });
  });

  it('that are gone, closed or gated since they were listed are not asked for twice', async () => {
    for (const [status, headers, code] of [
      [404, { 'X-Error-Code': 'EntryNotFound' }, 'remote-no-file'],
      [403, {}, 'remote-refused'],
      [401, { 'X-Error-Code': 'GatedRepo' }, 'hub-gated'],
    ] as const) {
      const wanted = await model();
      hub.faults.plan({ at: 'model.safetensors', status, headers });
      await expect(fetchInto(wanted)).rejects.toMatchObject({ code });
      expect(hub.askedOf('model.safetensors')).toHaveLength(1);
    }
  });

  it('that stall are given up after a while and go on', async () => {
    hub.faults.plan({ at: 'cdn/lfs', stallAfter: 100_000 });
    const { keeper } = await fetchInto(await model(), 0.2);
    expect(asked().map(({ range }) => range)).toEqual([undefined, 'bytes=100000-']);
    await expectWhole(keeper);
  });

  it('that drip are not', async () => {
    hub.faults.plan({ at: 'cdn/lfs', drip: 150_000 });
    await fetchInto(await model(), 0.5);
    expect(asked()).toHaveLength(1);
    expect(reports.some(({ rate, left }) => (rate ?? 0) > 50_000 && (left ?? 0) > 0)).toBe(true);
  });

  it('with wrong bytes are fetched once more from the beginning', async () => {
    hub.faults.plan({ at: 'cdn/lfs', flipAt: 123_456 });
    const { keeper } = await fetchInto(await model());
    expect(asked().map(({ range }) => range)).toEqual([undefined, undefined]);
    await expectWhole(keeper);
  });

  it('are given away from memory when they have just come, and read from their storage after that', async () => {
    const { keeper } = await fetchInto(await model(), undefined, new FreshParts(1e6));
    const file = keptFiles(keeper, host()).find(({ name }) => name === 'model.safetensors');
    stores.entries.set(`${keeper.key}/2/1`, new Uint8Array(PART));
    hub.asked.length = 0;
    const part = weights.subarray(PART, 2 * PART);
    const within = await file?.read(PART + 1, 2 * PART);
    expect(Buffer.from(within ?? []).equals(part.subarray(1))).toBe(true);
    const first = await file?.read(PART, 2 * PART);
    expect(Buffer.from(first ?? []).equals(part)).toBe(true);
    expect(asked()).toEqual([]);
    first?.fill(0); // whose it was given may do with it what he likes
    const again = await file?.read(PART, 2 * PART);
    expect(Buffer.from(again ?? []).equals(part)).toBe(true);
    expect(asked()).toMatchObject([{ range: `bytes=${PART}-${2 * PART - 1}` }]);
  });

  it('are not held in memory twice where the storage is full', async () => {
    stores.room = 100_000;
    const fresh = new FreshParts(1e6);
    const { keeper } = await fetchInto(await model(), undefined, fresh);
    expect(keeper.kept).toBe('no-room');
    const { digest = '' } = keeper.file(2).record.parts[0] ?? {};
    expect(digest).not.toBe('');
    expect(fresh.see(2, 0, digest)).toBeUndefined();
    await expectWhole(keeper);
  });

  it('with wrong bytes twice are refused and not kept', async () => {
    hub.faults.plan({ at: 'cdn/lfs', flipAt: 3, always: true });
    const wanted = await model();
    await expect(fetchInto(wanted)).rejects.toMatchObject({ code: 'remote-hash' });
    expect(asked()).toHaveLength(2);
    const { manifest } = await Keeper.open(stores, wanted, { partBytes: PART });
    expect(manifest.records[2]).toMatchObject({ parts: [] });
  });

  it('that are longer or shorter than listed are refused', async () => {
    for (const lengthen of [5, -5]) {
      hub.faults.plan({ at: 'cdn/lfs', lengthen });
      await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'remote-size' });
    }
  });

  describe('that git holds itself, without a SHA-256', () => {
    const TOKENIZER = `resolve/${COMMIT}/tokenizer.json`;
    const fetched = async (keeper: Keeper) => {
      const file = keptFiles(keeper, host()).find(({ name }) => name === 'tokenizer.json');
      return Buffer.from((await file?.read(0, file.size)) ?? []);
    };

    it('come with git’s own hash of them, and are held to it', async () => {
      const wanted = await model();
      expect(wanted.files.find(({ path }) => path === 'tokenizer.json')?.blob).toMatch(/^[0-9a-f]{40}$/);
      expect(wanted.files.find(({ path }) => path === 'model.safetensors')?.blob).toBeUndefined();
      hub.faults.plan({ at: TOKENIZER, flipAt: 40 });
      const { keeper } = await fetchInto(wanted);
      expect(hub.askedOf(TOKENIZER)).toHaveLength(2);
      expect((await fetched(keeper)).equals(tokenizer)).toBe(true);
    });

    it('are refused where their bytes are wrong twice', async () => {
      hub.faults.plan({ at: TOKENIZER, flipAt: 40, always: true });
      const refused = fetchInto(await model());
      await expect(refused).rejects.toMatchObject({ code: 'remote-hash' });
      await expect(refused).rejects.toThrow(/tokenizer\.json came with wrong bytes twice: its hash in git/);
    });

    it.each([5, -5])('are refused where they are %i bytes longer than listed', async (lengthen) => {
      const wanted = await model();
      // mirrors may give no hash
      const bare = { ...wanted, files: wanted.files.map((file) => ({ ...file, blob: undefined })) };
      hub.faults.plan({ at: TOKENIZER, lengthen, always: true });
      const refused = fetchInto(bare);
      await expect(refused).rejects.toMatchObject({ code: 'remote-size' });
      await expect(refused).rejects.toThrow(/tokenizer\.json has \d+ bytes where its list of files says/);
    });

    it('are refused as soon as they are longer, however long they go on', async () => {
      hub.faults.plan({ at: TOKENIZER, endless: true });
      await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'remote-size' });
    });

    it('may come compressed: it is their own length that counts', async () => {
      hub.faults.plan({ at: TOKENIZER, gzip: true });
      const { keeper } = await fetchInto(await model());
      expect((await fetched(keeper)).equals(tokenizer)).toBe(true);
      hub.faults.plan({ at: TOKENIZER, gzip: true, lengthen: 2 ** 20 });
      stores = new MapStores();
      await expect(fetchInto(await model())).rejects.toMatchObject({ code: 'remote-size' });
    });
  });

  it('begin anew where a server knows nothing of parts', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 100_000 }, { at: 'cdn/lfs', noRanges: true });
    const { keeper } = await fetchInto(await model());
    await expectWhole(keeper);
  });

  it('begin anew where the part asked for is not there any more', async () => {
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 100_000 }, { at: 'cdn/lfs', status: 416 });
    const { keeper } = await fetchInto(await model());
    expect(asked().map(({ range }) => range)).toEqual([undefined, 'bytes=100000-', undefined]);
    await expectWhole(keeper);
  });

  it('stop when told to, keep what has come, and go on from there', async () => {
    hub.faults.plan({ at: 'cdn/lfs', stallAfter: 100_000 });
    const wanted = await model();
    const fetching = fetchInto(wanted);
    await expect.poll(() => reports.at(-1)?.doing).toBe('fetching');
    await sleep(0.2, signal); // for all that comes to have come
    stop.abort();
    await expect(fetching).rejects.toMatchObject({ code: 'internal' });
    stop = new AbortController();
    hub.asked.length = 0;
    const { keeper } = await fetchInto(wanted);
    expect(asked().map(({ range }) => range)).toEqual(['bytes=100000-']);
    await expectWhole(keeper);
  });

  it('whose stored parts are damaged or missing half-way are fetched from there on', async () => {
    for (const harm of [
      (name: string) => stores.entries.delete(name),
      (name: string) => stores.entries.set(name, Uint8Array.of(1, 2, 3)),
      (name: string) => stores.entries.get(name)?.fill(9),
    ]) {
      stores = new MapStores();
      hub.faults.plan({ at: 'cdn/lfs', cutAfter: 150_000 }, { at: 'cdn/lfs', status: 404 });
      const wanted = await model();
      await expect(fetchInto(wanted)).rejects.toMatchObject({ code: 'remote-no-file' });
      harm([...stores.entries.keys()].find((name) => name.endsWith('/2/1')) ?? '');
      hub.asked.length = 0;
      const { keeper } = await fetchInto(wanted);
      expect(asked().map(({ range }) => range)).toEqual(['bytes=40000-']);
      await expectWhole(keeper);
    }
  });

  it('whose stored parts are damaged later are mended part by part as they are read', async () => {
    const wanted = await model();
    await fetchInto(wanted);
    stores.entries.get([...stores.entries.keys()].find((name) => name.endsWith('/2/3')) ?? '')?.fill(0);
    hub.asked.length = 0;
    const { keeper } = await fetchInto(wanted);
    await expectWhole(keeper);
    expect(asked().map(({ range }) => range)).toEqual(['bytes=120000-159999']);
    hub.asked.length = 0;
    await expectWhole(keeper);
    expect(asked()).toEqual([]);
  });

  describe('of which a stored part is damaged', () => {
    const PART_3 = 'bytes=120000-159999';
    const damaged = async (): Promise<Keeper> => {
      const { keeper } = await fetchInto(await model());
      stores.entries.get([...stores.entries.keys()].find((name) => name.endsWith('/2/3')) ?? '')?.fill(0);
      hub.asked.length = 0;
      return keeper;
    };

    it.each([
      [{ status: 503 }, [PART_3, PART_3], [1]],
      [{ status: 429, headers: { 'Retry-After': '9' } }, [PART_3, PART_3], [9]],
      [{ stallAfter: 10_000 }, [PART_3, 'bytes=130000-159999'], [1]],
      [{ flipAt: 130_000 }, [PART_3, PART_3], []],
    ])('ask for it with the patience of a download: %j', async (fault, ranges, waits) => {
      const keeper = await damaged();
      hub.faults.plan({ at: 'cdn/lfs', ...fault });
      const file = keptFiles(keeper, host(0.3)).find(({ name }) => name === 'model.safetensors');
      const bytes = await file?.read(0, file.size);
      expect(Buffer.from(bytes ?? []).equals(weights)).toBe(true);
      expect(asked().map(({ range }) => range)).toEqual(ranges);
      expect(slept).toEqual(waits);
    });

    it('go on within it where the connection breaks off', async () => {
      const keeper = await damaged();
      hub.faults.plan({ at: 'cdn/lfs', cutAfter: 20_000 });
      await expectWhole(keeper);
      expect(asked().map(({ range }) => range)).toEqual([
        PART_3,
        expect.stringMatching(/^bytes=1[2-4]\d{4}-159999$/),
      ]);
      expect(slept).toEqual([1]);
    });

    it.each([
      [{ contentRange: 'bytes 0-39999/210000' }, 1],
      [{ noRanges: true }, 1],
      [{ endless: true }, 1],
      [{ extraBytes: 7 }, 1],
      [{ flipAt: 130_000 }, 2],
      [{ status: 503 }, 6],
    ])('say so where it is not given out: %j', async (fault, requests) => {
      const keeper = await damaged();
      hub.faults.plan({ at: 'cdn/lfs', ...fault, always: true });
      await expect(weightsOf(keeper)).rejects.toMatchObject({ code: 'stored-damaged' });
      expect(asked()).toHaveLength(requests);
    });
  });

  it('say so where a damaged part cannot be had any more', async () => {
    const wanted = await model();
    await fetchInto(wanted);
    stores.entries.get([...stores.entries.keys()].find((name) => name.endsWith('/2/3')) ?? '')?.fill(0);
    hub.faults.plan({ at: 'cdn/lfs', status: 404 });
    const { keeper } = await fetchInto(wanted);
    await expect(weightsOf(keeper)).rejects.toMatchObject({ code: 'stored-damaged' });
  });

  it('begin anew where the record of what is stored is only half there', async () => {
    const wanted = await model();
    await fetchInto(wanted);
    const [name = ''] = [...stores.entries.keys()].filter((entry) => entry.endsWith('/manifest'));
    stores.entries.set(name, stores.entries.get(name)?.slice(0, 200) ?? new Uint8Array());
    hub.asked.length = 0;
    const { keeper } = await fetchInto(wanted);
    expect(asked()).toHaveLength(1);
    await expectWhole(keeper);
  });

  it('go to memory, whole, where the storage has no room for them, and nothing of them is left in it', async () => {
    stores.room = 100_000;
    const { keeper } = await fetchInto(await model());
    expect(keeper.kept).toBe('no-room');
    expect(stores.entries.size).toBe(0);
    await expectWhole(keeper);
    expect(asked()).toHaveLength(1);
    expect(reports.at(-1)?.kept).toBe('no-room');
    // one array of exactly that size, handed out as it is
    expect((await weightsOf(keeper))?.buffer.byteLength).toBe(weights.length);
  });

  it('go to memory where the page has no storage, or may not use it', async () => {
    for (const storage of ['none', 'refused'] as const) {
      stores.storage = storage;
      const { keeper } = await fetchInto(await model());
      expect(keeper.kept).toBe('no-storage');
      await expectWhole(keeper);
    }
  });

  it('in memory go on from where they stopped, too', async () => {
    stores.room = 100_000;
    hub.faults.plan({ at: 'cdn/lfs', cutAfter: 150_000 });
    const { keeper } = await fetchInto(await model());
    expect(asked().map(({ range }) => range)).toEqual([undefined, RESUMED]);
    await expectWhole(keeper);
  });

  describe('of a plain folder, which has no hashes', () => {
    const files = () => hub.askedOf('folders').filter(({ url }) => url.includes('model.safetensors'));

    it('go on only in the very file that was begun: If-Range names it', async () => {
      hub.faults.plan({ at: 'model.safetensors', cutAfter: 90_000 });
      const wanted = await model('folder');
      hub.faults.plan({ at: 'model.safetensors', cutAfter: 90_000 });
      const { keeper, whole } = await fetchInto(wanted);
      expect(files().map(({ range }) => range)).toEqual([undefined, RESUMED]);
      await expectWhole(keeper);
      expect(whole.files.find(({ path }) => path === 'model.safetensors')?.sha256).toBe(sha256);
    });

    it.each([
      ['another version of the file', { etag: '"other"' }],
      ['another place in it', { contentRange: 'bytes 0-209999/210000' }],
      ['a file of another length', { contentRange: 'bytes 90000-299999/300000' }],
    ])('begin anew where the part that comes is of %s', async (_, fault) => {
      const wanted = await model('folder');
      hub.faults.plan({ at: 'model.safetensors', cutAfter: 90_000 }, { at: 'model.safetensors', ...fault });
      const { keeper } = await fetchInto(wanted);
      expect(files().map(({ range }) => range)).toEqual([undefined, RESUMED, undefined]);
      await expectWhole(keeper);
    });

    it('are given up where more comes than a part was said to have', async () => {
      const wanted = await model('folder');
      hub.faults.plan(
        { at: 'model.safetensors', cutAfter: 90_000 },
        { at: 'model.safetensors', extraBytes: 3 },
      );
      await expect(fetchInto(wanted)).rejects.toMatchObject({ code: 'remote-part' });
    });

    it('begin anew where the file has another ETag than before', async () => {
      const wanted = await model('folder');
      hub.faults.plan(
        { at: 'model.safetensors', cutAfter: 90_000 },
        { at: 'model.safetensors', status: 404 },
      );
      await expect(fetchInto(wanted)).rejects.toMatchObject({ code: 'remote-no-file' });
      const name = [...stores.entries.keys()].find((entry) => entry.endsWith('/manifest')) ?? '';
      const manifest = new TextDecoder()
        .decode(stores.entries.get(name))
        .replace(`\\"${sha256}\\"`, '\\"other\\"');
      stores.entries.set(name, new TextEncoder().encode(manifest));
      hub.asked.length = 0;
      const { keeper } = await fetchInto(wanted);
      expect(files()[0]?.headers).toMatchObject({ range: RESUMED, 'if-range': '"other"' });
      await expectWhole(keeper);
    });
  });
});
