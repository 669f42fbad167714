import { TailscopeError } from '../../core/error.ts';
import type { LoadedModel } from '../../protocol/model.ts';

/**
 * Bytes that WebAssembly can address (4 GiB), less what the runtime and the largest batches of the
 * largest models take beside weights.
 */
const ADDRESSABLE = 2 ** 32 - 0.5e9;
/** Of the device's memory: the page, the browser and all else need the other half. */
const SHARE = 1 / 2;
/**
 * Of a model's weights as float32: measured, a session takes 1.0 times a float32 file, and 1.4 times what
 * a float16 file comes to once the runtime has widened it.
 */
const SESSION = 1.5;

/** What is known of a model before its session is there. */
export type Sized = Pick<LoadedModel, 'name' | 'bytes' | 'parameters' | 'weights'>;

/** Bytes of the runtime's memory that a model takes, at most; rounded weights stay as short as they are. */
export function sessionMemory({ bytes, parameters, weights }: Sized): number {
  const widened = weights.approximate ? 0 : parameters * Float32Array.BYTES_PER_ELEMENT;
  return SESSION * Math.max(bytes, widened);
}

/**
 * Bytes that two models may take together.
 * @param gigabytes the device's memory, as `memoryToHold` takes it
 */
export function memoryForTwo(gigabytes: number | undefined): number {
  return gigabytes === undefined ? ADDRESSABLE : Math.min(ADDRESSABLE, gigabytes * 1e9 * SHARE);
}

/** @throws TailscopeError("no-room-for-two") where two models do not fit */
export function requireRoom(model: Sized, other: Sized, gigabytes: number | undefined): void {
  const needs = sessionMemory(model);
  const taken = sessionMemory(other);
  const most = memoryForTwo(gigabytes);
  if (needs + taken > most)
    throw TailscopeError.of('no-room-for-two', {
      model: model.name,
      needs,
      other: other.name,
      taken,
      most,
    });
}
