/** The parts of a page that isolation touches, so that a test can stand in for them. */
export interface IsolationHost {
  readonly crossOriginIsolated: boolean;
  readonly isSecureContext: boolean;
  /** Undefined where the browser has none or the person has turned them off. */
  readonly serviceWorker: Pick<ServiceWorkerContainer, 'register' | 'ready'> | undefined;
  /** Kept for the tab's life: whether it has reloaded for this already. */
  readonly tab: Pick<Storage, 'getItem' | 'setItem'>;
  readonly script: URL;
  /** Milliseconds to wait for the service worker; 2,000 when left out. */
  readonly patience?: number;
  reload(): void;
}

/** Milliseconds that nothing is drawn for the sake of threads; a worker that comes later serves the next visit. */
const PATIENCE = 2000;

const key = 'tailscope:reloaded-for-isolation';

function thisPage(): IsolationHost {
  return {
    crossOriginIsolated: window.crossOriginIsolated,
    isSecureContext: window.isSecureContext,
    serviceWorker: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
    tab: sessionStorage,
    script: new URL('service-worker.js', document.baseURI),
    reload: () => {
      location.reload();
    },
  };
}

function later(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, 'late');
  });
}

/**
 * Makes the page cross-origin isolated where the server does not, by a service worker that adds the
 * headers, and reloads it under that worker: once at most in a tab's life. Where anything of this is
 * refused the page simply goes on with one thread, so nothing is thrown.
 * @returns what was done
 */
export async function isolate(
  host: () => IsolationHost = thisPage,
): Promise<'not-needed' | 'not-possible' | 'reloading'> {
  try {
    const page = host();
    if (page.crossOriginIsolated) return 'not-needed';
    if (!page.isSecureContext || !page.serviceWorker || page.tab.getItem(key) !== null) return 'not-possible';
    await page.serviceWorker.register(page.script);
    const ready = await Promise.race([page.serviceWorker.ready, later(page.patience ?? PATIENCE)]);
    if (ready === 'late') return 'not-possible';
    page.tab.setItem(key, '1');
    page.reload();
    return 'reloading';
  } catch {
    // storage or service workers forbidden by the browser's settings: threads are a luxury, the page is not
    return 'not-possible';
  }
}
