/** The worker: everything that touches the model. The page's end is src/client. */
import { AnsweringEnd } from '../../protocol/channel/index.ts';
import { Engine, SessionQueue } from '../index.ts';
import { breather } from './breathe.ts';
import { Loader } from './loader.ts';
import { holdLock } from './hold-lock.ts';
import { deviceMemory, memoryToHold } from './memory-to-hold.ts';

declare const self: DedicatedWorkerGlobalScope;

new AnsweringEnd(self, (start, emit) => {
  holdLock(start.lock, () => {
    emit({ name: 'ready', detail: null });
  });
  const queue = new SessionQueue(breather());
  const engine = new Engine(queue, { firstHandle: start.firstHandle, memory: memoryToHold(deviceMemory()) });
  const { load } = new Loader(queue, engine, start, emit);
  const { explore, columns, similarity, vector } = engine;
  return { load, explore, columns, similarity, vector };
});
