export { AnsweringEnd, type CallContext, type Emit, type Handlers } from './answering-end.ts';
export { AskingEnd, type CallOptions, type EventListeners } from './asking-end.ts';
export type { Port, Priority, Start, ToPage, ToWorker } from './wire.ts';
