/**
 * Holds a Web Lock until this worker is gone, whatever ends it: the page waits for it to come free.
 * On a page served over plain http there are no locks, and a worker that ends without an event is
 * noticed by nobody.
 * @param onHeld called once the lock is held, or at once where the browser has none
 */
export function holdLock(name: string, onHeld: () => void): void {
  // absent outside secure contexts, whatever its type says
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) {
    onHeld();
    return;
  }
  locks
    .request(name, () => {
      onHeld();
      return new Promise(() => undefined);
    })
    .catch(() => {
      // refused by the browser's settings: the page, told of no lock, does not wait for one
    });
}
