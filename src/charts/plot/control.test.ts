import { describe, expect, it, vi } from 'vitest';
import { pressKey, TO_END } from './control.ts';

const slider = (value: number, onMove: (value: number) => void) =>
  ({ kind: 'slider', value, min: 0, max: 383, text: '', onMove }) as const;

describe('pressKey', () => {
  it('moves a slider by one, by a page, and to its ends', () => {
    const moved: number[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End']) {
      expect(
        pressKey(
          slider(223, (value) => moved.push(value)),
          key,
        ),
      ).toBe(true);
    }
    expect(moved).toEqual([224, 222, 233, 0, 383]);
  });
  it('holds a slider within its range', () => {
    const move = vi.fn();
    pressKey(slider(383, move), 'ArrowRight');
    expect(move).toHaveBeenCalledWith(383);
  });
  it('steps a grid in both directions', () => {
    const step = vi.fn();
    const grid = { kind: 'grid', text: '', onStep: step } as const;
    for (const key of ['ArrowDown', 'ArrowLeft', 'End']) pressKey(grid, key);
    expect(step.mock.calls).toEqual([
      [0, 1],
      [-1, 0],
      [TO_END, 0],
    ]);
  });
  it('chooses the mark of a grid that has something to choose', () => {
    const choose = vi.fn();
    const grid = { kind: 'grid', text: '', onStep: vi.fn() } as const;
    for (const key of ['Enter', ' ']) expect(pressKey({ ...grid, onChoose: choose }, key)).toBe(true);
    expect(choose).toHaveBeenCalledTimes(2);
    expect(pressKey(grid, 'Enter')).toBe(false);
  });
  it('steps a list by either pair of arrows', () => {
    const step = vi.fn();
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight'])
      pressKey({ kind: 'list', activeId: undefined, onStep: step }, key);
    expect(step.mock.calls).toEqual([[1], [-1], [1]]);
  });
  it('leaves other keys, and pictures, alone', () => {
    const move = vi.fn();
    expect(pressKey(slider(1, move), 'Tab')).toBe(false);
    expect(pressKey({ kind: 'picture' }, 'ArrowRight')).toBe(false);
    expect(move).not.toHaveBeenCalled();
  });
});
