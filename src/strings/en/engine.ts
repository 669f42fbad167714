/** Why a model runs where it does: said beside the badge. */
export const engine = {
  deviceLost: 'The graphics device was lost; the model now runs on the processor.',
  noWebgpu:
    'This browser offers no graphics device (WebGPU); the model runs on the processor. Nothing needs doing: a browser with WebGPU would only be faster.',
  softwareOnly: 'The only graphics device here is emulated in software; the model runs on the processor.',
  disagrees: (d: { error: string }) =>
    `The graphics device gives different hidden states (off by ${d.error}); the model runs on the processor.`,
  noHalf:
    'This export computes in half precision (float16), which the graphics device here does not; the model runs on the processor.',
  failed: (d: { message: string }) =>
    `The graphics device could not run the model (${d.message}); the model runs on the processor.`,
  notIsolated: 'This page may not use threads (it is not cross-origin isolated); the model runs on one.',
};
