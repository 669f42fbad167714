/** The worker: everything that touches the model. The page's end is src/client. */
import { AnsweringEnd } from '../../protocol/channel/index.ts';
import { Engine, SessionQueue } from '../index.ts';
import { breather } from './breathe.ts';
import { Loader } from './loader.ts';

declare const self: DedicatedWorkerGlobalScope;

new AnsweringEnd(self, (start, emit) => {
  // held until this worker is gone, whatever ends it: the page waits for it to come free
  void navigator.locks.request(start.lock, () => {
    emit({ name: 'ready', detail: null });
    return new Promise(() => undefined);
  });
  const queue = new SessionQueue(breather());
  const engine = new Engine(queue, start.firstHandle);
  const { load } = new Loader(queue, engine, start, emit);
  const { explore, columns, similarity, vector } = engine;
  return { load, explore, columns, similarity, vector };
});
