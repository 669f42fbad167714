import type { ByteFile } from '../../src/checkpoint/index.ts';

const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/**
 * A checkpoint's files from the server of the page, as a worker takes them.
 * @param weights path of the weights within the folder
 */
export async function fetchFolder(folder: string, weights = 'model.safetensors'): Promise<ByteFile[]> {
  return Promise.all(
    [...FILES, weights].map(async (name) => {
      const response = await fetch(`/${folder}/${name}`);
      if (!response.ok) throw new Error(`${folder}/${name}: ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      return {
        name,
        size: bytes.length,
        read: (start: number, end: number) => Promise.resolve(bytes.subarray(start, end)),
      };
    }),
  );
}
