import { INDEX, isNamedRounded, WHOLE } from '../weights-names.ts';
import { bytesOf, type RemoteFile } from './remote-model.ts';

export type WeightsFormat = 'safetensors' | 'onnx';

/** One of the ways in which a model's weights can be had. */
export interface WeightsChoice {
  /** Path of the weights; of their index where they lie in several files. */
  readonly weights: string;
  readonly format: WeightsFormat;
  /** Whether an export is called as rounded ones are; see isNamedRounded. */
  readonly approximate: boolean;
  /** Files that hold the weights. */
  readonly parts: number;
  /** Everything to be fetched, the model's small files included; undefined where the server does not say. */
  readonly bytes: number | undefined;
  readonly files: readonly RemoteFile[];
}

const NEEDED = ['config.json', 'tokenizer.json'];
const ALSO = ['tokenizer_config.json'];
const SHARD = /^model-\d{5}-of-\d{5}\.safetensors$/;
/** As exporters name them: model.onnx, onnx/model_fp16.onnx, onnx/model_O2.onnx. */
const ONNX = /^(?:onnx\/)?model(?:_\w+)?\.onnx$/;
/** What follows the name of a graph in that of the weights beside it. */
const DATA = /^_data(?:_\d+)?$/;
/** The files of a model that are needed whatever its weights, and which of them are missing. */
export function smallFiles(files: readonly RemoteFile[]): {
  readonly found: readonly RemoteFile[];
  readonly missing: readonly string[];
} {
  const paths = new Set(files.map(({ path }) => path));
  return {
    found: files.filter(({ path }) => NEEDED.includes(path) || ALSO.includes(path)),
    missing: NEEDED.filter((path) => !paths.has(path)),
  };
}

/**
 * The weights that a model's files offer, smallest first: safetensors, whole or in several files, and ONNX
 * exports with the files of weights beside them. Anything else, PyTorch's pickles above all, is none.
 */
export function weightsChoices(files: readonly RemoteFile[]): readonly WeightsChoice[] {
  const { found: small } = smallFiles(files);
  const choice = (
    weights: string,
    format: WeightsFormat,
    own: readonly RemoteFile[],
    parts: number,
  ): WeightsChoice => {
    const all = [...small, ...own];
    return { weights, format, approximate: isNamedRounded(weights), parts, bytes: bytesOf(all), files: all };
  };
  const choices = files.flatMap((file): readonly WeightsChoice[] => {
    if (file.path === WHOLE) return [choice(WHOLE, 'safetensors', [file], 1)];
    if (file.path === INDEX) {
      const shards = files.filter(({ path }) => SHARD.test(path));
      return shards.length === 0 ? [] : [choice(INDEX, 'safetensors', [file, ...shards], shards.length)];
    }
    if (!ONNX.test(file.path)) return [];
    const beside = files.filter(
      ({ path }) => path.startsWith(file.path) && DATA.test(path.slice(file.path.length)),
    );
    return [choice(file.path, 'onnx', [file, ...beside], 1 + beside.length)];
  });
  return choices.sort((a, b) => (a.bytes ?? Infinity) - (b.bytes ?? Infinity));
}

/** How much larger than the smallest the checkpoint itself may be and still be offered first. */
const SLACK = 1.1;

/**
 * The choice to offer first: the one that was named, else the smallest that is allowed, or the checkpoint
 * itself where it is hardly larger.
 * @param allowed whether a choice may be taken unasked
 */
export function preferredChoice(
  choices: readonly WeightsChoice[],
  named: string | undefined,
  allowed: (choice: WeightsChoice) => boolean,
): WeightsChoice | undefined {
  const smallest = choices.find(allowed);
  const most = SLACK * (smallest?.bytes ?? Infinity);
  const itself = choices.find(
    (choice) => allowed(choice) && choice.format === 'safetensors' && (choice.bytes ?? 0) <= most,
  );
  return choices.find(({ weights }) => weights === named) ?? itself ?? smallest;
}
