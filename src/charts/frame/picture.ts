import { textWidth } from '../scale/text-width.ts';

/** What a saved picture says around the drawing. */
export interface PictureWords {
  readonly title: string;
  readonly sentence: string;
  readonly sample: string;
}

/** Breaks a text into lines no wider than so many px. */
export function wrapText(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

export interface PlacedLine {
  readonly text: string;
  readonly y: number;
  readonly role: 'title' | 'sentence' | 'sample';
}

export interface PictureLayout {
  readonly lines: readonly PlacedLine[];
  /** Top of the drawing. */
  readonly top: number;
  readonly height: number;
}

/** Where a saved picture's texts and its drawing stand, without margins. */
export function layPicture(words: PictureWords, width: number, drawing: number): PictureLayout {
  const lines: PlacedLine[] = [];
  let y = 0;
  const put = (text: string, role: PlacedLine['role'], size: number, lead: number): void => {
    for (const part of wrapText(text, width, size, role === 'title')) {
      y += lead;
      lines.push({ text: part, y, role });
    }
  };
  put(words.title, 'title', 16, 20);
  put(words.sentence, 'sentence', 13, 18);
  const top = y + 16;
  y = top + drawing + 8;
  put(words.sample, 'sample', 12, 16);
  return { lines, top, height: y + 4 };
}

/** "One dimension (223)!" -> "tailscope-one-dimension-223.png" */
export function fileName(name: string, extension: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `tailscope-${slug === '' ? 'chart' : slug}.${extension}`;
}
