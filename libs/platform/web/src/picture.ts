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

const SVG = 'http://www.w3.org/2000/svg';
/** Pressed on a screen, and of no use in a picture, as on paper. */
const SCREEN_ONLY = '.fs-button';
const [MARGIN, CAPTION] = [16, 24];

type Attributes = Record<string, string | number>;

function part(name: string, attributes: Attributes, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A drawing that is SVG already, with its colours and type as they are shown now. */
function copyOf(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [shown, copied] = [drawing, copy].map((root) => [root, ...root.querySelectorAll('*')]);
  for (const [at, element] of (shown ?? []).entries()) {
    const style = getComputedStyle(element);
    const twin = copied?.[at];
    for (const look of LOOKS) {
      const value = style.getPropertyValue(look);
      // An attribute that says more, such as the pattern of a hatch, stands as it is.
      if (value && !twin?.getAttribute(look)?.startsWith('url('))
        twin?.setAttribute(look, plainColour(value));
    }
    twin?.removeAttribute('class');
  }
  return copy;
}

/** Mixed colours are told as "color(srgb 0.2 0.3 0.4)", which few programs but browsers read. */
function plainColour(colour: string): string {
  const mixed = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/u.exec(colour);
  return mixed
    ? `rgb(${mixed
        .slice(1)
        .map((share) => Math.round(Number(share) * 255))
        .join(', ')})`
    : colour;
}

const isClear = (colour: string): boolean => colour === '' || /, 0\)$|^transparent$/u.test(colour);

/** The ground and the frame of an element, where it has them. */
function boxOf(style: CSSStyleDeclaration, { left, top, width, height }: DOMRect): SVGElement[] {
  const above = Number.parseFloat(style.borderTopWidth) || 0;
  const below = Number.parseFloat(style.borderBottomWidth) || 0;
  const isFramed = style.borderTopStyle !== 'none' && above > 0 && below > 0;
  const found: SVGElement[] = [];
  if (!isClear(style.backgroundColor) || isFramed) {
    const inset = isFramed ? above / 2 : 0;
    found.push(
      part('rect', {
        x: left + inset,
        y: top + inset,
        width: Math.max(0, width - 2 * inset),
        height: Math.max(0, height - 2 * inset),
        rx: Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2),
        fill: isClear(style.backgroundColor) ? 'none' : plainColour(style.backgroundColor),
        ...(isFramed && { stroke: plainColour(style.borderTopColor), 'stroke-width': above }),
      }),
    );
  }
  if (!isFramed && below > 0 && style.borderBottomStyle !== 'none') {
    const [x1, x2, y] = [left, left + width, top + height - below / 2];
    const stroke = plainColour(style.borderBottomColor);
    found.push(part('line', { x1, x2, y1: y, y2: y, stroke, 'stroke-width': below }));
  }
  return found;
}

/** The words of a text, line by line as the page breaks them. */
function linesOf(text: Text): { words: string; left: number; top: number; height: number }[] {
  const lines: { words: string; left: number; top: number; height: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (width === 0) continue;
    if (line && Math.abs(line.top - top) < 2) line.words += ` ${word}`;
    else lines.push({ words: word, left, top, height });
  }
  return lines;
}

function partsOf(element: Element): SVGElement[] {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Words for those who listen take one pixel.
  const isUnseen = style.display === 'none' || style.visibility === 'hidden';
  if (isUnseen || box.width <= 1 || box.height <= 1 || element.matches(SCREEN_ONLY)) return [];
  if (element instanceof SVGSVGElement) {
    const copy = copyOf(element);
    copy.setAttribute('x', String(box.left));
    copy.setAttribute('y', String(box.top));
    return [copy];
  }
  const found = boxOf(style, box);
  for (const child of element.childNodes) {
    if (child instanceof Element) found.push(...partsOf(child));
    if (!(child instanceof Text)) continue;
    for (const { words, left, top, height } of linesOf(child)) {
      const y = top + 0.8 * height;
      found.push(part('text', { x: left, y, ...typeOf(style) }, words));
    }
  }
  return found;
}

const typeOf = (style: CSSStyleDeclaration): Attributes => ({
  fill: plainColour(style.color),
  'font-family': style.fontFamily,
  'font-size': style.fontSize,
  'font-weight': style.fontWeight,
});

/**
 * What a part of the page shows, as an SVG file: drawings as they are, tables and bars as boxes, lines and words, in the
 * colours and the type shown now. The caption stands below.
 */
export function pictureText(region: Element, caption: string): string {
  const { left, top, width, height } = region.getBoundingClientRect();
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN + CAPTION };
  const root = part('svg', {
    ...size,
    viewBox: `${left - MARGIN} ${top - MARGIN} ${size.width} ${size.height}`,
    role: 'img',
  });
  const ground = plainColour(getComputedStyle(document.body).backgroundColor);
  const below = top + height + MARGIN + CAPTION / 2;
  root.append(
    part('title', {}, caption),
    part('rect', {
      x: left - MARGIN,
      y: top - MARGIN,
      ...size,
      fill: isClear(ground) ? 'white' : ground,
    }),
    ...partsOf(region),
    part('text', { x: left, y: below, ...typeOf(getComputedStyle(region)) }, caption),
  );
  return new XMLSerializer().serializeToString(root);
}
