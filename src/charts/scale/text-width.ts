const NARROW = new Set("iljtfr.,:;'|!()[] ·");
const WIDE = new Set('mwMW@%#→');

/**
 * About how wide a text will be drawn, in px, without asking the browser (which would force a layout
 * in the middle of a repaint). Errs on the wide side, as for DejaVu Sans.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) ems += 0.38;
    else if (WIDE.has(letter)) ems += 0.95;
    // Han, kana, hangul and emoji take a full em
    else if ((letter.codePointAt(0) ?? 0) > 0x2e7f) ems += 1.05;
    else ems += letter >= 'A' && letter <= 'Z' ? 0.7 : 0.61;
  }
  return ems * size * (bold ? 1.08 : 1);
}

/** The text, or as much of its end as fits after an ellipsis: names that begin alike stay apart. */
export function fitEnd(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`…${letters.join('')}`, size) > width) letters.shift();
  return `…${letters.join('')}`;
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}
