import type { HiddenStates } from '../../core/hidden-states.ts';
import { applyRemedy } from '../../measures/apply-remedy.ts';
import type { FittedRemedy } from '../../measures/fit-remedy.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { Algebra } from '../algebra.ts';
import type { CorpusParts } from '../corpus.ts';
import type { EncodeOptions, EncoderShape } from '../encoder.ts';
import { keepInside, requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { cutAfter } from './cut-after.ts';
import { fitOnCorpus } from './fit-on-corpus.ts';
import type { RunOptions } from './run-options.ts';

/** Vectors whitened at a time. */
const BLOCK = 4096;

/** A treatment that can be applied: what it is fitted on has been passed. To be released after use. */
export class ReadyTreatment {
  /** The second run that a cut inside the network asks of a pass; nothing where there is none to make. */
  readonly pass: { readonly beside?: EncodeOptions };
  readonly #treatment: Treatment;
  /** By layer; none without a remedy. */
  readonly #fitted: readonly FittedRemedy[];
  readonly #algebra: Algebra;

  private constructor(
    pass: ReadyTreatment['pass'],
    treatment: Treatment,
    fitted: readonly FittedRemedy[],
    algebra: Algebra,
  ) {
    this.pass = pass;
    this.#treatment = treatment;
    this.#fitted = fitted;
    this.#algebra = algebra;
  }

  /**
   * @param text what a remedy is fitted on, unless the options name another: every sentence runs once more than the experiment
   * itself needs
   * @param specials whether it is fitted on special tokens too, where the text measures them
   * @throws TailscopeError("dimension" | "run"), or what `pause` rejects with
   */
  static async on(
    { encoder, runtime }: Pick<Model, 'encoder' | 'runtime'>,
    text: CorpusParts,
    treatment: Treatment,
    specials: 'include' | 'exclude',
    { fitOn = text, ...options }: RunOptions,
  ): Promise<ReadyTreatment> {
    requireDimensions(treatment.cut, encoder.shape.dims);
    const pass = besideOf(encoder.shape, treatment);
    const { remedy } = treatment;
    const algebra = new Algebra(runtime);
    try {
      const fitted = remedy
        ? await fitOnCorpus(encoder, algebra, { text: fitOn, specials, pass, treatment, remedy }, options)
        : [];
      return new ReadyTreatment(pass, treatment, fitted, algebra);
    } catch (error) {
      await algebra.release();
      throw error;
    }
  }

  /**
   * Vectors as the treatment leaves them, the same object when it does nothing.
   * @param states of the second run where there is one
   * @param firstLayer the layer of the network that is the first of the states
   */
  async apply(states: HiddenStates, firstLayer = 0): Promise<HiddenStates> {
    const cut = cutAfter(states, this.#treatment);
    if (this.#fitted.length === 0) return cut;
    const { layers, tokens, dims } = cut;
    // the cut made a copy already, or did nothing
    const data = cut === states ? states.data.slice() : cut.data;
    const size = tokens * dims;
    for (let layer = 0; layer < layers; layer++) {
      const fitted = this.#fitted[firstLayer + layer];
      const own = data.subarray(layer * size, (layer + 1) * size);
      if (!fitted) continue;
      applyRemedy(fitted, own);
      if (fitted.kind === 'whiten') await this.#multiply(own, fitted.components, dims);
    }
    return { layers, tokens, dims, data };
  }

  async release(): Promise<void> {
    await this.#algebra.release();
  }

  /** Every vector becomes its products with the components. */
  async #multiply(vectors: Float32Array, components: Float32Array, dims: number): Promise<void> {
    const right = { rows: dims, columns: dims, data: components };
    for (let from = 0; from < vectors.length; from += BLOCK * dims) {
      const data = vectors.subarray(from, from + BLOCK * dims);
      const left = { rows: data.length / dims, columns: dims, data };
      vectors.set(await this.#algebra.product(left, right), from);
    }
  }
}

function besideOf(shape: EncoderShape, { cut, where }: Treatment): ReadyTreatment['pass'] {
  if (where !== 'inside' || cut.length === 0) return {};
  return { beside: { keep: keepInside(shape, { dims: cut, from: 1 }) } };
}
