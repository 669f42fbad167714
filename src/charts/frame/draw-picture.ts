import { layPicture, type PictureWords } from './picture.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 20;
/** Everything that our sheets may say about a mark; a saved drawing has no sheet. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
  'shape-rendering',
];

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The drawings in an element as one SVG that needs nothing else: colours, fonts and canvases are inside. */
export function drawPicture(element: HTMLElement, words: PictureWords): Picture {
  const box = element.getBoundingClientRect();
  const layout = layPicture(words, box.width, box.height);
  const width = Math.ceil(box.width + 2 * MARGIN);
  const height = Math.ceil(layout.height + 2 * MARGIN);
  const root = document.createElementNS(SVG, 'svg');
  set(root, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  const style = getComputedStyle(element);
  root.append(make('rect', { width, height, fill: colour(element, '--paper') }));
  for (const line of layout.lines) {
    const look = {
      title: { 'font-size': 16, 'font-weight': 650, fill: colour(element, '--ink') },
      sentence: { 'font-size': 13, fill: colour(element, '--ink-2') },
      sample: { 'font-size': 12, fill: colour(element, '--ink-3') },
    }[line.role];
    const text = make('text', { x: MARGIN, y: MARGIN + line.y, 'font-family': style.fontFamily, ...look });
    text.textContent = line.text;
    root.append(text);
  }
  for (const part of element.querySelectorAll('svg, canvas')) {
    const at = part.getBoundingClientRect();
    const place = {
      x: MARGIN + at.left - box.left,
      y: MARGIN + layout.top + at.top - box.top,
      width: at.width,
      height: at.height,
    };
    if (part instanceof HTMLCanvasElement) root.append(make('image', { ...place, href: part.toDataURL() }));
    else if (part instanceof SVGElement) root.append(set(inlined(part), { ...place, overflow: 'visible' }));
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** A copy of a drawing whose looks are attributes; marks that only follow the pointer are left out. */
function inlined(drawing: SVGElement): Element {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof Element)) return make('svg', {});
  const from = [drawing, ...drawing.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((source, i) => {
    const target = to[i];
    if (target === undefined) return;
    const style = getComputedStyle(source);
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value !== '') target.setAttribute(property, value);
    }
    for (const attribute of ['class', 'style', 'role', 'aria-hidden']) target.removeAttribute(attribute);
  });
  for (const passing of copy.querySelectorAll('[data-passing]')) passing.remove();
  return copy;
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  return set(document.createElementNS(SVG, name), attributes);
}

function set<E extends Element>(element: E, attributes: Readonly<Record<string, string | number>>): E {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A token's colour as this element sees it: a custom property may read "light-dark(...)", a colour does not. */
function colour(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
