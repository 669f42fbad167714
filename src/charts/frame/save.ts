import { csvText, type Table } from '../table.ts';
import { drawPicture } from './draw-picture.ts';
import { fileName, type PictureWords } from './picture.ts';

export interface SavedWords extends PictureWords {
  readonly name: string;
}

/** px of the saved picture for each px on screen: sharp on paper and on dense screens. */
const SCALE = 2;

export function saveSvg(element: HTMLElement, words: SavedWords): void {
  const { svg } = drawPicture(element, words);
  download(new Blob([svg], { type: 'image/svg+xml' }), fileName(words.name, 'svg'));
}

/** @throws when the browser cannot draw the picture, or has no memory for it */
export async function savePng(element: HTMLElement, words: SavedWords): Promise<void> {
  const { svg, width, height } = drawPicture(element, words);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('the browser has no memory for the picture');
    download(blob, fileName(words.name, 'png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function saveCsv(table: Table, name: string): void {
  // Excel takes a file without the mark for Latin-1
  download(new Blob(['\ufeff', csvText(table)], { type: 'text/csv' }), fileName(name, 'csv'));
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads the blob after this task
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
