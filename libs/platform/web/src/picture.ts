import { saveFile } from './csv.js';

/** What makes a drawing look as it does; its classes mean nothing outside the page. */
const LOOKS = [
  'fill',
  'opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const;

/** A drawing of the page as a file of its own: colours and type as they are shown now. */
export function pictureText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [shown, copied] = [drawing, copy].map((root) => [root, ...root.querySelectorAll('*')]);
  for (const [at, element] of (shown ?? []).entries()) {
    const style = getComputedStyle(element);
    const twin = copied?.[at];
    for (const look of LOOKS) {
      const value = style.getPropertyValue(look);
      // An attribute that says more, such as the pattern of a hatch, stands as it is.
      if (value && !twin?.getAttribute(look)?.startsWith('url(')) twin?.setAttribute(look, value);
    }
    twin?.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

export const downloadPicture = (fileName: string, drawing: SVGSVGElement): void =>
  saveFile(fileName, new Blob([pictureText(drawing)], { type: 'image/svg+xml' }));
