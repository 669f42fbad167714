import type { LoadProgress, RunsOn } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';

/** Where a model runs, as short as it goes: "WASM × 2". */
export function badge({ provider, threads }: RunsOn): string {
  const words = strings.shell.model;
  if (provider === 'webgpu') return words.webgpu;
  return provider === 'wasm' ? words.wasm(threads) : words.node(threads);
}

/** How far the loading of a model has come: "downloading 40 %". */
export function progressText(progress: LoadProgress | undefined): string {
  const words = strings.shell.model;
  if (!progress) return words.loading;
  const { phase, loaded, total } = progress;
  const share =
    phase === 'download' && total > 0 ? ` ${words.percent(Math.floor((100 * loaded) / total))}` : '';
  return `${words.phase[phase]}${share}`;
}
