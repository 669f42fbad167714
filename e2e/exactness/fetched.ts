import type { ByteFile } from '../../src/checkpoint/index.ts';

/** A file of this server, in memory, under its address. */
export async function fetched(address: string): Promise<ByteFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    name: address,
    size: bytes.length,
    givesCopies: true,
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}
