import type { CallOptions } from '../protocol/channel/index.ts';
import type { MessageName, Request, Response } from '../protocol/messages.ts';

/** What the store asks of the page's end of the channel. */
export interface Caller {
  call<N extends MessageName>(name: N, request: Request<N>, options?: CallOptions<N>): Promise<Response<N>>;
}
