import type { ByteFile } from '../../../checkpoint/index.ts';
import { keyOf, lookUp, peek, type RemoteModel } from '../../../checkpoint/sources/index.ts';
import type { Handlers } from '../../../protocol/channel/index.ts';
import type { DownloadProgress, StoredModel } from '../../../protocol/sources.ts';
import {
  ArrivingFiles,
  askPatiently,
  bytesThere,
  fetchModel,
  FreshParts,
  isWhole,
  Keeper,
  keptFiles,
  NETWORK,
  ProgressReport,
  readManifest,
  type Stores,
} from '../../../remote/index.ts';
import { CacheStores } from './cache-stores.ts';
import { alone } from './lock.ts';

/** Milliseconds for which what was downloaded stays in memory, for a load that is to follow at once. */
const FRESH = 30_000;

/** Milliseconds between two reports of a download that stands still. */
const TICK = 500;

const ask = askPatiently(NETWORK);

type Answered = Pick<Handlers, 'look' | 'peek' | 'download' | 'stored'>;

type OnArriving = (model: RemoteModel, files: ArrivingFiles) => Promise<void>;

/** Checkpoints of other machines: looked up, peeked into, fetched, and kept. */
export class RemoteModels implements Answered {
  readonly #stores: Stores;
  /** Downloads for which there was no storage, until a session has them. */
  readonly #inMemory = new Map<string, Keeper>();
  /** What has just been stored of the model that was fetched last. */
  #fresh: { readonly key: string; readonly parts: FreshParts } | undefined;
  #freshUntil: ReturnType<typeof setTimeout> | undefined;
  readonly #mostFresh: number;
  #onArriving: OnArriving | undefined;

  /**
   * @param base address of the page's folder, ending in a slash
   * @param mostFresh bytes of a download that may stay in memory until it is loaded
   */
  constructor(base: string, mostFresh = 0) {
    this.#stores = new CacheStores(base);
    this.#mostFresh = mostFresh;
  }

  /** Has somebody told of the files of each download before it begins, which waits until he is done. */
  whenArriving(onArriving: OnArriving): void {
    this.#onArriving = onArriving;
  }

  readonly look: Answered['look'] = ({ reference }, { signal }) => lookUp(ask, reference, signal);

  readonly peek: Answered['peek'] = ({ place, files }, { signal }) => peek(ask, place, files, signal);

  readonly download: Answered['download'] = async ({ model }, { signal, onProgress }) => {
    const { keeper, whole } = await this.#fetch(model, signal, onProgress, this.#onArriving);
    return { model: whole, kept: keeper.kept };
  };

  readonly stored: Answered['stored'] = async ({ forget }, { signal }) => {
    if (forget !== undefined) {
      this.#inMemory.delete(forget);
      if (this.#fresh?.key === forget) this.#forgetFresh();
      await alone(lockName(forget), signal, nobodyWaits, () => this.#stores.delete(forget));
    }
    const keys = await this.#stores.keys().catch(() => []); // a storage that is refused holds nothing
    const models = await Promise.all(keys.map((key) => this.#describe(key)));
    return models.flatMap((model) => model ?? []).sort((a, b) => b.at - a.at);
  };

  /**
   * The files of a model, fetched first as far as they are not there.
   * @throws TailscopeError as `fetchFile` has it
   */
  async open(
    model: RemoteModel,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<ByteFile[]> {
    const { keeper } = await this.#fetch(model, signal, onProgress);
    return keptFiles(keeper, NETWORK);
  }

  /** Whether a model's files can be read again without fetching them. */
  async isStored(model: RemoteModel): Promise<boolean> {
    const json = await this.#stores.readManifest(keyOf(model)).catch(() => undefined);
    const manifest = json === undefined ? undefined : readManifest(json, keyOf(model));
    return manifest?.records.every(isWhole) ?? false;
  }

  /** Forgets what lies in memory only: a session has it now, or there will be none. */
  letGo(model: RemoteModel): void {
    this.#inMemory.delete(keyOf(model));
    if (this.#fresh?.key === keyOf(model)) this.#forgetFresh();
  }

  /** Where parts of this model may be held, which are those of no other. */
  #freshOf(key: string): FreshParts {
    if (this.#fresh?.key !== key) this.#forgetFresh();
    clearTimeout(this.#freshUntil);
    this.#fresh ??= { key, parts: new FreshParts(this.#mostFresh) };
    return this.#fresh.parts;
  }

  #forgetFresh(): void {
    clearTimeout(this.#freshUntil);
    this.#fresh?.parts.clear();
    this.#fresh = undefined;
  }

  async #fetch(
    model: RemoteModel,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void,
    onArriving?: OnArriving,
  ): Promise<{ readonly keeper: Keeper; readonly whole: RemoteModel }> {
    const key = keyOf(model);
    const queued = (): void => {
      onProgress({
        loaded: 0,
        total: undefined,
        rate: undefined,
        left: undefined,
        kept: 'stored',
        doing: 'queued',
        again: undefined,
      });
    };
    return alone(lockName(key), signal, queued, async () => {
      const fresh = this.#freshOf(key);
      const keeper = this.#inMemory.get(key) ?? (await Keeper.open(this.#stores, model, { fresh }));
      const { records } = keeper.manifest;
      const wanted = onArriving && !records.every(isWhole);
      const arriving = wanted ? ArrivingFiles.of(keeper, NETWORK) : undefined;
      if (arriving) {
        keeper.watch(arriving);
        await onArriving?.(model, arriving);
      }
      const report = new ProgressReport(
        onProgress,
        () => keeper.kept,
        () => performance.now() / 1000,
      );
      const ticking = setInterval(() => {
        report.tick();
      }, TICK);
      try {
        const whole = await fetchModel(keeper, NETWORK, report, signal);
        arriving?.complete();
        this.#freshUntil = setTimeout(() => {
          this.#forgetFresh();
        }, FRESH);
        return { keeper, whole };
      } catch (error) {
        arriving?.end();
        this.#forgetFresh();
        throw error;
      } finally {
        clearInterval(ticking);
        // also of a download that stopped half-way: it is taken up from there
        if (keeper.memory) this.#inMemory.set(key, keeper);
      }
    });
  }

  async #describe(key: string): Promise<StoredModel | undefined> {
    const json = await this.#stores.readManifest(key);
    const manifest = json === undefined ? undefined : readManifest(json, key);
    if (!manifest) {
      // parts that no manifest names are left of a write that was cut short
      await this.#stores.delete(key);
      return undefined;
    }
    const { model, records, at } = manifest;
    const sizes = records.map((record, i) => record.size ?? model.files[i]?.size);
    return {
      key,
      model: {
        ...model,
        files: model.files.map((file, i) => ({
          ...file,
          size: sizes[i],
          sha256: records[i]?.sha256 ?? file.sha256,
        })),
      },
      bytes: records.reduce((sum, record) => sum + bytesThere(record), 0),
      total: sizes.every((size) => size !== undefined)
        ? sizes.reduce((sum, size) => sum + size, 0)
        : undefined,
      whole: records.every(isWhole),
      at,
    };
  }
}

const lockName = (key: string): string => `tailscope-model ${key}`;

const nobodyWaits = (): void => undefined;
