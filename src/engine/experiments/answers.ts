import type { CallContext, Handlers } from '../../protocol/channel/index.ts';
import type { MessageName, PassProgress, Progress, Request, Response } from '../../protocol/messages.ts';
import type { Engine } from '../engine.ts';
import type { Model } from '../model.ts';
import { classifier } from './classifier.ts';
import { geometry } from './geometry.ts';
import { runOptions, type RunOptions } from './run-options.ts';
import { selfSimilarity } from './self-similarity.ts';
import { sts } from './sts.ts';
import { syntax } from './syntax.ts';
import { umap } from './umap.ts';
import { wic } from './wic.ts';
import { wsd } from './wsd.ts';

/** Names of the messages that ask for an experiment. */
export type ExperimentMessage =
  'self-similarity' | 'wic' | 'wsd' | 'sts' | 'syntax' | 'classifier' | 'geometry';

/** The experiments as the page asks for them: each in its turn on the session, giving way to live work between two batches. */
export function experimentHandlers({
  onModel,
}: Pick<Engine, 'onModel'>): Pick<Handlers, ExperimentMessage | 'umap'> {
  /** @param keeps whether it can end with what has been counted */
  const on =
    <N extends ExperimentMessage>(
      measure: (model: Model, request: Request<N>, options: RunOptions) => Promise<Response<N>>,
      keeps = true,
    ) =>
    (request: Request<N>, context: Told<N>): Promise<Response<N>> =>
      onModel(context, (model, turn) => {
        const { enough, ...options } = runOptions(turn, context.onProgress);
        return measure(model, request, keeps ? { ...options, enough } : options);
      });
  return {
    // vectors of words are let go of: what a cut needs of them is in the result
    'self-similarity': on<'self-similarity'>(async (...asked) => (await selfSimilarity(...asked)).result),
    wic: on<'wic'>(wic),
    wsd: on<'wsd'>(wsd),
    sts: on<'sts'>(sts),
    syntax: on<'syntax'>(syntax),
    // of fewer sentences it would learn less
    classifier: on<'classifier'>(classifier, false),
    geometry: on<'geometry'>(geometry),
    umap: (request, context) =>
      onModel(context, (_, turn) =>
        umap(request, { onProgress: context.onProgress, pause: () => turn.pause() }),
      ),
  };
}

/** A call's context, whose progress is that of a pass. */
type Told<N extends MessageName> = Pick<CallContext<N>, 'priority' | 'signal'> & {
  readonly onProgress: (progress: Progress<N> & PassProgress) => void;
};
