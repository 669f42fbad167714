/** What the runtime asks of a device that it requests by itself. */
const LIMITS = [
  'maxBindGroups',
  'maxStorageBuffersPerShaderStage',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const;

/**
 * The graphics device as one that has no subgroups, or undefined where it has none anyway. With subgroups the
 * runtime's attention takes another shader from 32 tokens on (onnxruntime 1.30, flash_attention.wgsl.template) that is
 * wrong in two ways, and its shaders without them are not:
 * - it reads 8 keys at a time from the lanes of one subgroup, and with subgroups of 4 the lanes of half of them are not
 *   there;
 * - it has `var qk_1 : vec4<f32>;` in a loop, which WGSL makes zero every time around. Chromium 150 does so once where
 *   it writes SPIR-V, as for Vulkan on Linux and Android (naga did the same: github.com/gfx-rs/wgpu/issues/9489), and
 *   what the last keys left there is added to the scores of the next.
 */
export async function deviceWithoutSubgroups(): Promise<GPUDevice | undefined> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter?.features.has('subgroups')) return undefined;
  return adapter.requestDevice({
    requiredFeatures: adapter.features.has('shader-f16') ? ['shader-f16'] : [],
    requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])),
  });
}
