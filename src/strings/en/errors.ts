import { dataErrors } from './data-errors.ts';
import {
  configProblem,
  type ConfigProblem,
  headerProblem,
  type HeaderProblem,
  indexProblem,
  type IndexProblem,
  tokenizerProblem,
  type TokenizerProblem,
} from './file-problems.ts';
import { list } from './list.ts';
import { sourceErrors } from './source-errors.ts';
import { encoderProblem, type EncoderProblem, onnxProblem, type OnnxProblem } from './onnx-problems.ts';

/**
 * Every error a person can meet: what was wrong and where, and what to do about it.
 * A new code is a new line here; the compiler then asks its throwers for the right details.
 */
export interface ErrorText {
  readonly sentence: string;
  readonly remedy: string;
}

const NOT_SAFETENSORS = {
  zip: 'it is a zip archive, as PyTorch writes them',
  pickle: 'it is a Python pickle, as old PyTorch writes them',
  pointer: 'it is only git-lfs’s pointer to the real file',
  other: 'it does not begin with a header',
};

const NOT_ONNX = { ...NOT_SAFETENSORS, other: 'it is empty' };

const RUNTIME_FOUND = {
  nothing: 'could not be fetched',
  page: 'was answered with a web page',
  other: 'is damaged or cannot run in this browser',
} as const;

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

export const errors = {
  cancelled: () => ({ sentence: 'This was cancelled.', remedy: 'Run it again when you like.' }),
  'empty-text': () => ({
    sentence: 'There is no text to measure.',
    remedy: 'Type at least one sentence, one a line.',
  }),
  'nothing-counted': () => ({
    sentence: 'It was stopped before there was anything to show.',
    remedy: 'Measure again, and let it count a little longer.',
  }),
  superseded: () => ({
    sentence: 'A newer request took the place of this one.',
    remedy: 'Nothing to do: the newer answer follows.',
  }),
  'worker-died': () => ({
    sentence: 'The background worker that runs the model stopped.',
    remedy: 'Your next change starts it again; choose a smaller model if it keeps stopping.',
  }),
  'no-worker': () => ({
    sentence: 'This browser cannot start the background worker that runs the model.',
    remedy: 'Use a current browser, and allow scripts and workers from this site.',
  }),
  'device-lost': (d: { reason: string }) => ({
    sentence: `The graphics device was lost${d.reason === '' ? '' : ` (${d.reason})`}.`,
    remedy: 'The model starts again on the processor.',
  }),
  'no-model': () => ({
    sentence: 'There is no model loaded yet.',
    remedy: 'Choose a model first.',
  }),
  'no-model-beside': () => ({
    sentence: 'There is no second model loaded yet.',
    remedy: 'Choose one to put beside the first.',
  }),
  stale: () => ({
    sentence: 'The worker no longer holds the vectors this asks for.',
    remedy: 'Run the text again.',
  }),
  'too-many-items': (d: { items: number; most: number }) => ({
    sentence: `A similarity matrix of ${d.items} items was asked for; it takes ${d.most} at most.`,
    remedy: 'Compare fewer.',
  }),
  'not-held': (d: { item: number; held: number }) => ({
    sentence: `Item ${d.item} has no vectors in memory; the first ${d.held} have.`,
    remedy: 'Choose an earlier one, or a shorter text.',
  }),
  /** status undefined = no answer at all */
  download: (d: { file: string; status: number | undefined }) => ({
    sentence:
      d.status === undefined
        ? `The file ${d.file} could not be fetched: the server did not answer.`
        : `The file ${d.file} could not be fetched: the server answered with status ${d.status}.`,
    remedy: 'Check the connection and that the site was copied completely, then load the model again.',
  }),
  'runtime-missing': (d: { file: string; found: 'nothing' | 'page' | 'other' }) => ({
    sentence: `The runtime that computes the model could not be loaded: ${d.file} ${RUNTIME_FOUND[d.found]}.`,
    remedy: 'Copy all files of the site, its assets folder included, and reload the page.',
  }),
  session: (d: { model: string; message: string }) => ({
    sentence: `The model ${d.model} could not be started: ${d.message}`,
    remedy: 'Close other tabs if memory is short, or choose a smaller model.',
  }),
  run: (d: { message: string }) => ({
    sentence: `The runtime failed while the model was computing: ${d.message}`,
    remedy: 'Try it again; if it stays so, choose WASM as the device or a smaller model.',
  }),
  'no-room-for-two': (d: { model: string; needs: number; other: string; taken: number; most: number }) => ({
    sentence: `${d.model} would take about ${gigabytes(d.needs)} and ${d.other} takes ${gigabytes(d.taken)}: side by side, two models can take ${gigabytes(d.most)} here.`,
    remedy: 'Choose a smaller model or a quantized export of it, or put the other one away.',
  }),
  'weights-gone': (d: { model: string }) => ({
    sentence: `This reads the weights of ${d.model} once more, and the browser had no room to keep them.`,
    remedy: 'Free some storage and load the model again, or drop its folder on the page.',
  }),
  'shift-too-far': (d: { by: number; longest: number; most: number }) => ({
    sentence: `Positions cannot be shifted by ${d.by}: the longest sentence has ${d.longest} tokens, and the model ${d.most} positions.`,
    remedy: 'Shift by less, or give shorter sentences.',
  }),
  'terms-export': () => ({
    sentence: 'What makes up the hidden states of an ONNX export cannot be told: its graph is its own.',
    remedy: 'Choose the model’s model.safetensors instead.',
  }),
  'positions-fixed': () => ({
    sentence: 'The positions of this model cannot be moved or scaled: they are built into its export.',
    remedy: 'Choose another of its exports, or its model.safetensors.',
  }),
  'models-differ': (d: { of: 'layers' | 'dimensions' | 'tokens' }) => ({
    sentence: `The two models cannot be compared: they have different ${d.of}.`,
    remedy: 'Compare two sets of weights of one model.',
  }),
  'no-folder': (d: { folder: string }) => ({
    sentence: `There is no folder ${d.folder} that can be read.`,
    remedy:
      'Give the folder that holds config.json, tokenizer.json and the weights (model.safetensors or an .onnx file), or owner/name for a model of the hub.',
  }),
  'usage-experiment': (d: { found: string | undefined; known: readonly string[] }) => ({
    sentence: d.found === undefined ? 'No experiment is named.' : `There is no experiment “${d.found}”.`,
    remedy: `Name one of: ${d.known.join(', ')}.`,
  }),
  'usage-flag': (d: { problem: string }) => ({
    sentence: `The command line makes no sense: ${d.problem}.`,
    remedy: 'See --help.',
  }),
  'usage-extra': (d: { word: string }) => ({
    sentence: `The command line makes no sense: “${d.word}” is one word too many.`,
    remedy: 'See --help.',
  }),
  'usage-not-here': (d: { flag: string; experiment: string }) => ({
    sentence: `${d.flag} says nothing to ${d.experiment}.`,
    remedy: 'Leave it out, or see --help for the experiments that take it.',
  }),
  'usage-missing': (d: { flag: string }) => ({
    sentence: `${d.flag} is missing.`,
    remedy: 'See --help.',
  }),
  'usage-both': (d: { flags: readonly string[] }) => ({
    sentence: `${d.flags.join(' and ')} cannot be given together.`,
    remedy: 'Give one of them.',
  }),
  'usage-value': (d: { flag: string; found: string; wanted: readonly string[] | { least: number } }) => ({
    sentence: `${d.flag} cannot be “${d.found}”.`,
    remedy: `Give ${'least' in d.wanted ? `a whole number from ${d.wanted.least} on` : d.wanted.join(' or ')}.`,
  }),
  'no-file': (d: { file: string }) => ({
    sentence: `The file ${d.file} cannot be read.`,
    remedy: 'Check its name and place.',
  }),
  'no-write': (d: { file: string; why: string }) => ({
    sentence: `The file ${d.file} cannot be written: ${d.why}.`,
    remedy: 'Check that its folder is there and has room.',
  }),
  'one-sentence': () => ({
    sentence: 'This needs at least two sentences: it compares tokens of different ones.',
    remedy: 'Give a longer text.',
  }),
  'no-words': (d: { least: number }) => ({
    sentence: `No word is in ${d.least} sentences or more.`,
    remedy: 'Give a longer text: a word’s vectors are compared between sentences.',
  }),
  dimension: (d: { dim: number; dims: number }) => ({
    sentence: `There is no dimension ${d.dim}: this model has 0 to ${d.dims - 1}.`,
    remedy: 'Choose one within that range.',
  }),
  internal: (d: { message: string }) => ({
    sentence: `Something in Tailscope itself failed: ${d.message}`,
    remedy: 'Reload the page, and open again what files of your own you had given it.',
  }),
  'not-finite': (d: { layer: number }) => ({
    sentence: `The model gave values in layer ${d.layer} that are not finite numbers.`,
    remedy: 'Its weights may be damaged: get its files again, or choose WASM as the device.',
  }),
  'file-missing': (d: { name: string; found: readonly string[] }) => ({
    sentence: `The model has no ${d.name}; its files are: ${list(d.found)}.`,
    remedy: d.found.some((name) => name.endsWith('.bin'))
      ? 'Its weights are in PyTorch’s own format: get or save them as one model.safetensors, and give that together with config.json and tokenizer.json.'
      : 'Give config.json, tokenizer.json and the weights (model.safetensors, or all its shards and their index, or an .onnx file) of one checkpoint together.',
  }),
  'file-too-large': (d: { name: string; bytes: number; most: number }) => ({
    sentence: `${d.name} is ${d.bytes} bytes long, more than the ${d.most} that such a file can need.`,
    remedy: 'Check that this is the file it is named after.',
  }),
  'file-short': (d: { name: string; expected: number; found: number }) => ({
    sentence: `${d.name} ends early: ${d.expected} bytes were expected and ${d.found} are there.`,
    remedy: 'The download was probably cut off: get the file again.',
  }),
  'file-html': (d: { name: string }) => ({
    sentence: `A web page came in place of ${d.name}.`,
    remedy:
      'The address is wrong or asks for a login: check where the file comes from, or download it and drop it here.',
  }),
  'json-nested': (d: { name: string; most: number }) => ({
    sentence: `${d.name} has lists within lists more than ${d.most} deep, as no such file has.`,
    remedy: 'Check that this is the file it is named after.',
  }),
  'not-json': (d: { name: string; reason: string }) => ({
    sentence: `${d.name} is not JSON: ${d.reason}`,
    remedy: 'Get the file again; it may be cut off or have been edited.',
  }),
  'not-safetensors': (d: { name: string; found: 'zip' | 'pickle' | 'pointer' | 'other' }) => ({
    sentence: `${d.name} is not a safetensors file: ${NOT_SAFETENSORS[d.found]}.`,
    remedy:
      d.found === 'pointer'
        ? 'Run `git lfs pull`, or download the file itself.'
        : 'Get the model’s model.safetensors; a PyTorch file can run any code when opened and is never read here.',
  }),
  'not-onnx': (d: { name: string; found: 'zip' | 'pickle' | 'pointer' | 'other' }) => ({
    sentence: `${d.name} is not an ONNX file: ${NOT_ONNX[d.found]}.`,
    remedy:
      d.found === 'pointer'
        ? 'Run `git lfs pull`, or download the file itself.'
        : 'Get the model’s .onnx file, or its model.safetensors.',
  }),
  'no-such-weights': (d: { name: string; found: readonly string[] }) => ({
    sentence: `The model has no weights ${d.name}.`,
    remedy: `Choose among these: ${list(d.found)}.`,
  }),
  'safetensors-header': (d: { name: string; problem: HeaderProblem }) => ({
    sentence: `The header of ${d.name} makes no sense: ${headerProblem(d.problem)}.`,
    remedy: 'The file is damaged: get it again.',
  }),
  'index-invalid': (d: { name: string; problem: IndexProblem }) => ({
    sentence: `${d.name} cannot be used: ${indexProblem(d.problem)}.`,
    remedy: 'Get it and the files that it lists again, all from the same place.',
  }),
  'config-invalid': (d: { key: string | undefined; problem: ConfigProblem }) => ({
    sentence: `config.json gives no usable ${d.key ?? 'settings'}: ${configProblem(d.problem)}.`,
    remedy: 'Use the config.json that came with these weights.',
  }),
  'model-unsupported': (d: { found: string; supported: readonly string[] }) => ({
    sentence: `This is a “${d.found}” model, which Tailscope cannot run yet.`,
    remedy: `Choose a checkpoint whose model_type is one of: ${list(d.supported)}.`,
  }),
  'no-masked-words': (d: { tensor: string }) => ({
    sentence: `This checkpoint was saved without the head that guesses masked words: it has no tensor ${d.tensor}.`,
    remedy: 'Choose one that was saved with it, as a …ForMaskedLM or …ForPreTraining model.',
  }),
  'no-mask-token': (d: { model: string }) => ({
    sentence: `The tokenizer of ${d.model} has no token for a masked word.`,
    remedy: 'Choose a masked language model: its tokenizer has [MASK] or <mask>.',
  }),
  'no-mask': () => ({
    sentence: 'No word of the text is masked.',
    remedy: 'Write [MASK] or <mask> in place of the word that is to be guessed.',
  }),
  'tensor-missing': (d: { tensor: string; expected: readonly number[] }) => ({
    sentence: `The weights have no tensor ${d.tensor}, which config.json asks for with shape [${d.expected.join(', ')}].`,
    remedy: 'Use the config.json that came with these weights.',
  }),
  'tensor-shape': (d: { tensor: string; expected: readonly number[]; found: readonly number[] }) => ({
    sentence: `Tensor ${d.tensor} has shape [${d.found.join(', ')}], where config.json asks for [${d.expected.join(', ')}].`,
    remedy: 'Use the config.json that came with these weights.',
  }),
  'tensor-type': (d: { tensor: string; found: string }) => ({
    sentence: `Tensor ${d.tensor} is stored as ${d.found}; Tailscope reads F32, F16 and BF16.`,
    remedy: 'Choose a checkpoint in one of these, not a quantized one.',
  }),
  'tokenizer-invalid': (d: { problem: TokenizerProblem }) => ({
    sentence: `tokenizer.json cannot be used: ${tokenizerProblem(d.problem)}.`,
    remedy: 'Use the tokenizer.json that came with these weights.',
  }),
  'tokenizer-mismatch': (d: { largest: number; vocabulary: number }) => ({
    sentence: `tokenizer.json numbers its tokens up to ${d.largest}, but the model knows only ${d.vocabulary}, from 0.`,
    remedy: 'Use the tokenizer.json that came with these weights.',
  }),
  'onnx-invalid': (d: { problem: OnnxProblem }) => ({
    sentence: `The ONNX file makes no sense: ${onnxProblem(d.problem)}.`,
    remedy: 'It is damaged, or not what its name says: get it again from where it comes from.',
  }),
  'onnx-unsupported': (d: { problem: EncoderProblem }) => ({
    sentence: `The hidden states of this ONNX file cannot be found: ${encoderProblem(d.problem)}.`,
    remedy: 'Choose another export of the model, or its model.safetensors.',
  }),
  'onnx-config': (d: { of: 'layers' | 'dimensions'; config: number; graph: number }) => ({
    sentence: `config.json says that the model has ${d.config} ${d.of}, but its ONNX file has ${d.graph}.`,
    remedy: 'Use the config.json that came with this file.',
  }),
  'onnx-outside': (d: { tensor: string; location: string }) => ({
    sentence: `The ONNX file wants the weights ${d.tensor} read from “${d.location}”, which is not simply a file beside it.`,
    remedy: 'Nothing was read. Do not use this file unless you know who made it.',
  }),
  'onnx-data-missing': (d: { name: string }) => ({
    sentence: `The ONNX file keeps its weights in ${d.name}, which is not there.`,
    remedy: 'Give that file together with it.',
  }),
  ...dataErrors,
  ...sourceErrors,
} satisfies Record<string, (detail: never) => ErrorText>;
