import { errors } from './en/errors.ts';

/** Every string a person reads, in the one language there is so far. */
export const strings = { errors };
export type { ErrorText } from './en/errors.ts';
