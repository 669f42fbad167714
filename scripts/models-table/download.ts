import { bytesFile } from '../hub/hub-files.ts';
import { HubServer } from '../hub/hub-server.ts';
import type { ByteFile } from '../../src/checkpoint/index.ts';
import { lookUp, readReference } from '../../src/checkpoint/sources/index.ts';
import {
  askPatiently,
  fetchModel,
  Keeper,
  keptFiles,
  NETWORK,
  ProgressReport,
} from '../../src/remote/index.ts';
import { MapStores } from '../../src/remote/stores.fixture.ts';

const ID = 'owner/model';
/** So small that the fixtures come in several parts. */
const PART_BYTES = 20_000;

/** A checkpoint's files after they were served by a hub on this machine and fetched as the page fetches them. */
export async function download(
  files: readonly ByteFile[],
  from: 'hub' | 'address',
): Promise<readonly ByteFile[]> {
  const served = await Promise.all(
    files.map(async (file) => {
      const large = /\.(safetensors|onnx|onnx_data)$/.test(file.name);
      return [file.name, bytesFile(await file.read(0, file.size), large)] as const;
    }),
  );
  const hub = await HubServer.start({ [ID]: { files: new Map(served) } });
  const { signal } = new AbortController();
  try {
    const reference = readReference(from === 'hub' ? ID : hub.folder(ID), hub.url);
    const { place, choices } = await lookUp(askPatiently(NETWORK), reference, signal);
    const [choice] = choices;
    if (!choice) throw new Error('the hub on this machine offers no weights');
    const model = { place, weights: choice.weights, files: choice.files };
    const keeper = await Keeper.open(new MapStores(), model, { partBytes: PART_BYTES });
    const report = new ProgressReport(
      () => undefined,
      () => keeper.kept,
      () => performance.now() / 1000,
    );
    await fetchModel(keeper, NETWORK, report, signal);
    return keptFiles(keeper, NETWORK);
  } finally {
    await hub.close();
  }
}
