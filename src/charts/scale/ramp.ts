import { interpolateLab, rgb } from 'd3';

/** Colours between two or more, in equal steps, with the text colour readable on each. */
export interface Ramp {
  readonly fill: readonly string[];
  readonly text: readonly string[];
  /** As ImageData's bytes in one little-endian word. */
  readonly words: Uint32Array;
}

// dark enough that one of the two reads at 4.5 : 1 on any colour
const DARK = '#050505';
const LIGHT = '#ffffff';

/** @param stops CSS colours, at least two, evenly spaced. */
export function ramp(stops: readonly string[], steps = 128): Ramp {
  const pieces = stops.slice(1).map((stop, i) => interpolateLab(stops[i] ?? stop, stop));
  const fill: string[] = [];
  const text: string[] = [];
  const words = new Uint32Array(steps);
  for (let i = 0; i < steps; i++) {
    const place = (i / (steps - 1)) * pieces.length;
    const piece = Math.min(pieces.length - 1, Math.floor(place));
    const css = pieces[piece]?.(place - piece) ?? LIGHT;
    const { r, g, b } = rgb(css);
    fill.push(css);
    const light = luminance(r, g, b);
    // the better of the two by WCAG contrast
    text.push(1.05 / (light + 0.05) > (light + 0.05) / 0.0515 ? LIGHT : DARK);
    words[i] = ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
  }
  return { fill, text, words };
}

/** Index into a ramp of a place in 0..1, held within it. */
export function rampIndex(place: number, steps = 128): number {
  return Math.max(0, Math.min(steps - 1, Math.round(place * (steps - 1)))) || 0;
}

/** Relative luminance of an sRGB colour in 0..255 (WCAG 2). */
export function luminance(r: number, g: number, b: number): number {
  const linear = (v: number): number => (v <= 10.314 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
