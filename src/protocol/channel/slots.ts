import { TailscopeError } from '../../core/error.ts';

/** Latest wins: whoever takes a slot aborts the one who had it, with the reason 'superseded'. */
export class Slots {
  readonly #holders = new Map<string, AbortController>();

  take(slot: string, holder: AbortController): void {
    const before = this.#holders.get(slot);
    this.#holders.set(slot, holder);
    before?.abort(TailscopeError.of('superseded'));
  }

  leave(slot: string, holder: AbortController): void {
    if (this.#holders.get(slot) === holder) this.#holders.delete(slot);
  }
}
