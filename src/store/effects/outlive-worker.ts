import type { TailscopeError } from '../../core/error.ts';
import { strings } from '../../strings/index.ts';
import type { AppStore } from '../store.ts';

/**
 * Says that the worker died. The next call replaces it: after a lost graphics device that is made at once,
 * since the processor, where the model then runs, cannot be lost; what ran out of memory would only do so
 * again, and waits for the person.
 * @param onCrash see Client
 * @param again measures anew what is to be on screen
 */
export function outliveWorker(
  store: AppStore,
  onCrash: (listener: (error: TailscopeError) => void) => void,
  again: () => void,
): void {
  onCrash((error) => {
    if (error.code === 'device-lost') {
      store.actions.notify('status', strings.engine.deviceLost);
      again();
    } else store.actions.notify('alert', `${error.sentence} ${error.remedy}`, 'worker');
  });
}
