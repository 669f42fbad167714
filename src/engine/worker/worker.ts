/** The worker: everything that touches the model. The page's end is src/client. */
import { AnsweringEnd } from '../../protocol/channel/index.ts';
import {
  compareHandlers,
  Engine,
  experimentHandlers,
  HeldEncoder,
  originHandlers,
  predictHandlers,
  SessionQueue,
} from '../index.ts';
import { breather } from './breathe.ts';
import { Loader } from './loader.ts';
import { holdLock } from './hold-lock.ts';
import { RemoteModels } from './remote/remote-models.ts';
import { deviceMemory, freshToHold, lessonsToHold, memoryToHold } from './memory-to-hold.ts';

declare const self: DedicatedWorkerGlobalScope;

new AnsweringEnd(self, (start, emit) => {
  holdLock(start.lock, () => {
    emit({ name: 'ready', detail: null });
  });
  const queue = new SessionQueue(breather());
  const engine = new Engine(queue, { firstHandle: start.firstHandle, memory: memoryToHold(deviceMemory()) });
  const remote = new RemoteModels(start.base, freshToHold(deviceMemory()));
  const { load, unload } = new Loader(queue, engine, start, emit, remote);
  const { explore, steer, columns, similarity, vector, difference } = engine;
  const { look, peek, download, stored } = remote;
  const models = { load, unload, explore, steer, columns, similarity, vector, difference };
  const held = new HeldEncoder();
  const others = { ...predictHandlers(engine, held), ...compareHandlers(engine) };
  const origins = originHandlers(engine, held, lessonsToHold(deviceMemory()));
  const experiments = { ...experimentHandlers(engine), ...origins, ...others };
  return { ...models, look, peek, download, stored, ...experiments };
});
