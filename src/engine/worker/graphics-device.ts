import { strings } from '../../strings/index.ts';

/** Whether this browser has a graphics device worth trying; else why not, in a sentence. */
export type GraphicsDevice =
  /** `half`: whether it computes in float16. */
  { readonly found: true; readonly half: boolean } | { readonly found: false; readonly notice: string };

/** @param software whether one that is emulated on the processor counts */
export async function findGraphicsDevice(software: boolean): Promise<GraphicsDevice> {
  // older browsers have no navigator.gpu, whatever its type says
  const gpu = (navigator as { readonly gpu?: GPU }).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return { found: false, notice: strings.engine.noWebgpu };
  // older browsers have no adapter.info, whatever its type says
  const { info } = adapter as { readonly info?: GPUAdapterInfo };
  if (info?.isFallbackAdapter === true && !software) {
    return { found: false, notice: strings.engine.softwareOnly };
  }
  return { found: true, half: adapter.features.has('shader-f16') };
}
