import { afterEach, expect, it, vi } from 'vitest';
import { deviceWithoutSubgroups } from './device-without-subgroups.ts';

/** An adapter with some features, and what is asked of it for a device. */
function graphics(...features: string[]) {
  const requestDevice = vi.fn<(wanted: GPUDeviceDescriptor) => Promise<object>>(() => Promise.resolve({}));
  const limits = { maxBufferSize: 2 ** 30, maxComputeWorkgroupSizeX: 1024 };
  const adapter = { features: new Set(features), limits, requestDevice };
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(adapter) } });
  return requestDevice;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('is asked for with all that the adapter has of what the runtime needs, and no subgroups', async () => {
  const requestDevice = graphics('subgroups', 'shader-f16', 'timestamp-query');
  expect(await deviceWithoutSubgroups()).toBeDefined();
  expect(requestDevice.mock.calls[0]?.[0]).toMatchObject({
    requiredFeatures: ['shader-f16'],
    requiredLimits: { maxBufferSize: 2 ** 30, maxComputeWorkgroupSizeX: 1024 },
  });
});

it('does not ask for half precision where there is none', async () => {
  const requestDevice = graphics('subgroups');
  await deviceWithoutSubgroups();
  expect(requestDevice.mock.calls[0]?.[0].requiredFeatures).toEqual([]);
});

it('is none where there are no subgroups to do without, nor where there is no adapter', async () => {
  const requestDevice = graphics('shader-f16');
  expect(await deviceWithoutSubgroups()).toBeUndefined();
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(null) } });
  expect(await deviceWithoutSubgroups()).toBeUndefined();
  expect(requestDevice).not.toHaveBeenCalled();
});
