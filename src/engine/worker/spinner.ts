/** One thread of the thread trial: see thread-trial.ts. */
import { spin, type Spin } from './spin.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<Spin>) => {
  self.postMessage(spin(data));
});
