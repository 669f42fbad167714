/**
 * The buffers behind every typed array inside a message, each once: what to hand over instead of
 * copying. Memory shared between threads cannot be handed over and is left out.
 * @param message plain objects, arrays, Maps and typed arrays, nested as they like
 */
export function transferables(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(message, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof ArrayBuffer) found.add(value);
  else if (ArrayBuffer.isView(value)) collect(value.buffer, found);
  else if (Array.isArray(value)) {
    // a list of strings or numbers, however long, is told by its first element
    if (typeof value[0] === 'object') for (const item of value) collect(item, found);
  } else if (value instanceof Map) for (const item of value.values()) collect(item, found);
  else if (isPlain(value)) for (const item of Object.values(value)) collect(item, found);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
