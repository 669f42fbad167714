import { charts } from './en/charts.ts';
import { engine } from './en/engine.ts';
import { errors } from './en/errors.ts';

/** Every string a person reads, in the one language there is so far. */
export const strings = { charts, engine, errors };
export type { ErrorText } from './en/errors.ts';
