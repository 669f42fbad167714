import { open } from './http.ts';
import { sleep } from './sleep.ts';

/** What fetching needs of the world, so that tests can stand in for it. */
export interface FetchHost {
  open(
    url: string,
    signal: AbortSignal,
    headers: Readonly<Record<string, string>>,
    method?: 'GET' | 'HEAD',
  ): Promise<Response>;
  sleep(seconds: number, signal: AbortSignal): Promise<void>;
  /** Seconds without a byte after which a connection counts as lost. */
  readonly patience: number;
}

/** Seconds without a byte after which a connection counts as lost. */
const PATIENCE = 30;

/** The world itself. */
export const NETWORK: FetchHost = { open, sleep, patience: PATIENCE };
