import type { RunsOn } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';

/** Where a model runs, as short as it goes: "WASM × 2". */
export function badge({ provider, threads }: RunsOn): string {
  const words = strings.shell.model;
  if (provider === 'webgpu') return words.webgpu;
  return provider === 'wasm' ? words.wasm(threads) : words.node(threads);
}
