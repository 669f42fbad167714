import { format } from 'd3';

// d3-format writes U+2212 for minus
const fixed = [0, 1, 2, 3, 4].map((digits) => format(`,.${digits}f`));

/** A number with so many decimals: "−3.32"; a rounded zero has no sign. */
export function decimal(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '–';
  const text = (fixed[digits] ?? String)(value);
  return /[1-9]/.test(text) ? text : text.replace('−', '');
}

/** As `decimal`, with a plus where positive: "+1.4". */
export function signed(value: number, digits = 2): string {
  const text = decimal(value, digits);
  return /[1-9]/.test(text) && value > 0 ? `+${text}` : text;
}

/** A cosine or another number within ±1, without the leading zero: ".27", "−.05", "1.00". */
export function unit(value: number, digits = 2): string {
  return decimal(value, digits).replace(/^(−?)0\./, '$1.');
}

/** A change of a number within ±1, with its sign: "+.02", "−.05", "±0". */
export function differenceText(change: number): string {
  const text = unit(change);
  if (!/[1-9]/.test(text)) return '±0';
  return change > 0 ? `+${text}` : text;
}

/** A share as "57 %"; within ±10 % with a decimal where that says more: "2.9 %". */
export function percent(share: number): string {
  const hundredths = share * 100;
  const size = Math.abs(hundredths);
  if (size > 0 && size < 0.05) return hundredths > 0 ? '<0.1 %' : '>−0.1 %';
  return `${size < 9.95 ? decimal(hundredths, 1).replace(/\.0$/, '') : decimal(hundredths, 0)} %`;
}

/** A count with thousands parted: "134,276". */
export function count(value: number): string {
  return decimal(value, 0);
}

/** A tick's own text: as many decimals as the step needs. */
export function tickText(value: number, step: number): string {
  return decimal(value, Math.max(0, Math.min(4, -Math.floor(Math.log10(step) + 1e-9))));
}

/** A tick of shares in hundredths, "40" for .4, of an axis whose name says so. */
export function hundredthsTick(value: number, step: number): string {
  return tickText(100 * value, 100 * step);
}

/** A large count in few letters: "50 k", "1.5 M", "2 B"; at most so many decimals. */
export function short(value: number, digits = 1): string {
  const units = [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const;
  // what rounds up to the next unit is said in it
  const unitOf = units.find(([size]) => Math.abs(value) >= 0.9995 * size);
  if (!unitOf) return decimal(value, 0);
  const [size, letter] = unitOf;
  return `${decimal(value / size, digits).replace(/[.]0+$/, '')} ${letter}`;
}
