import { describe, expect, it } from 'vitest';
import { memoryForTwo, requireRoom, sessionMemory, type Sized } from './memory-budget.ts';

const sized = (name: string, parameters: number, bytes = 4 * parameters, approximate = false): Sized => ({
  name,
  parameters,
  bytes,
  weights: { name: 'model', others: [], approximate },
});
const BASE = sized('base', 109e6);
const LARGE = sized('large', 335e6);

describe('room for two models', () => {
  it('counts float16 weights as the float32 that the runtime makes of them, rounded ones as they are', () => {
    expect(sessionMemory(sized('half', 100e6, 200e6))).toBe(sessionMemory(sized('whole', 100e6)));
    expect(sessionMemory(sized('rounded', 100e6, 100e6, true))).toBe(sessionMemory(BASE) * (100 / 436));
  });

  it('is half of a small device, and never more than WebAssembly can address', () => {
    expect(memoryForTwo(2)).toBe(1e9);
    expect(memoryForTwo(64)).toBe(memoryForTwo(undefined));
    expect(memoryForTwo(undefined)).toBeLessThan(2 ** 32);
  });

  it('takes two of BERT-base’s size on a device of 4 GB, and a large one beside one of them on one of 8', () => {
    expect(() => {
      requireRoom(BASE, BASE, 4);
      requireRoom(LARGE, BASE, 8);
      requireRoom(LARGE, BASE, undefined);
    }).not.toThrow();
  });

  it('refuses what would not fit, naming both and their sizes', () => {
    expect(() => {
      requireRoom(LARGE, sized('other', 355e6), undefined);
    }).toThrow(/^large would take about 2\.01 GB and other takes 2\.13 GB.* 3\.79 GB/);
    expect(() => {
      requireRoom(BASE, BASE, 2);
    }).toThrow(/1\.00 GB/);
  });
});
