/** What is wrong with an ONNX file: ends of sentences that begin in the catalogue of errors. */

/** What makes a file no sound ONNX model. */
export type OnnxProblem =
  | { readonly is: 'not-protobuf' | 'overlong' | 'no-graph' | 'ambiguous-weights' | 'cyclic' }
  | { readonly is: 'twice' | 'undefined'; readonly value: string }
  | { readonly is: 'size'; readonly tensor: string; readonly dims: readonly number[] }
  | { readonly is: 'range'; readonly tensor: string; readonly location: string };

const INVALID = {
  'not-protobuf': 'it is not made of the messages that such a file is made of',
  overlong: 'a part of it claims to be longer than what it is in',
  'no-graph': 'it holds no graph',
  'ambiguous-weights': 'a tensor’s numbers are in it twice',
  cyclic: 'its operators need each other’s results in a circle',
} as const;

export function onnxProblem(problem: OnnxProblem): string {
  switch (problem.is) {
    case 'twice':
      return `${problem.value} is defined twice`;
    case 'undefined':
      return `${problem.value} is used and nowhere defined`;
    case 'size':
      return `tensor ${problem.tensor} of size [${problem.dims.join(', ')}] does not fit the bytes that there are for it`;
    case 'range':
      return `tensor ${problem.tensor} cannot lie where it says, in “${problem.location}”`;
    case 'not-protobuf':
    case 'overlong':
    case 'no-graph':
    case 'ambiguous-weights':
    case 'cyclic':
      return INVALID[problem.is];
  }
}

/** What makes a sound model none that can be edited. */
export type EncoderProblem =
  | {
      readonly is: 'functions' | 'sparse' | 'nested' | 'gamma' | 'type' | 'attention-before' | 'no-head';
    }
  | { readonly is: 'large' | 'long'; readonly most: number }
  | { readonly is: 'opset'; readonly least: number }
  | { readonly is: 'norms'; readonly norms: number }
  | { readonly is: 'no-chain'; readonly norms: number }
  | { readonly is: 'chains'; readonly chains: number; readonly norms: number }
  /** Whether each normalization of the chain follows attention. */
  | { readonly is: 'no-alternation'; readonly pattern: readonly boolean[] }
  | { readonly is: 'input-missing' | 'input-unknown' | 'name-taken'; readonly name: string }
  /** 0 = known only when the model runs. */
  | { readonly is: 'input-fixed'; readonly name: string; readonly shape: readonly number[] };

const UNSUPPORTED = {
  functions: 'it keeps parts of itself in functions of its own',
  sparse: 'it has sparse weights',
  nested: 'its branches and loops are nested too deeply',
  gamma: 'a layer normalization in it has weights that are computed',
  type: 'its hidden states are of a type that cannot be told',
  'attention-before': 'it attends before its first layer',
  'no-head': 'it has no output named logits, so no masked-word head',
} as const;

export function encoderProblem(problem: EncoderProblem): string {
  switch (problem.is) {
    case 'large':
      return `without its weights it is larger than ${problem.most} bytes`;
    case 'long':
      return `it has more than ${problem.most} operators, or as many connections`;
    case 'opset':
      return `its operators are older than ONNX’s version ${problem.least} of them`;
    case 'norms':
      return `it has ${problem.norms} layer normalizations, more than any encoder`;
    case 'no-chain':
      return `none of its ${problem.norms} layer normalizations follows an addition to what a layer was given, as in BERT`;
    case 'chains':
      return `its ${problem.norms} layer normalizations are in ${problem.chains} separate chains, where BERT’s are in one: it normalizes before its layers, as GPT-2 does, or has a decoder, as BART has`;
    case 'no-alternation': {
      const pattern = problem.pattern.slice(0, 12).map((attention) => (attention ? 'attention' : 'other'));
      return `its layer normalizations do not follow attention and feed-forward blocks by turns but ${pattern.join(', ')}${problem.pattern.length > 12 ? ', …' : ''}`;
    }
    case 'input-missing':
      return `what it computes does not depend on an input named ${problem.name}`;
    case 'input-unknown':
      return `it wants an input ${problem.name} of a kind that is not known here`;
    case 'input-fixed':
      return `its input ${problem.name} has the fixed size [${problem.shape.map((size) => (size === 0 ? 'any' : size)).join(', ')}]`;
    case 'name-taken':
      return `it uses the name ${problem.name} for something else`;
    case 'functions':
    case 'sparse':
    case 'nested':
    case 'gamma':
    case 'type':
    case 'attention-before':
    case 'no-head':
      return UNSUPPORTED[problem.is];
  }
}
