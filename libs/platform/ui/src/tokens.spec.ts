import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';

const css = fs.readFileSync(path.join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8');
const [lightText = '', darkText = ''] = css.split(":root[data-mantine-color-scheme='dark']");

function colours(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/gu)].map(([, name, value]) => [name!, value!]),
  );
}

/** WCAG 2.2 relative luminance of '#rrggbb'. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours(lightText);
const themes = { light, dark: { ...light, ...colours(darkText) } };
const grounds = ['canvas', 'surface', 'sunken'];
const states = ['covered', 'close', 'short', 'none'];

describe.each(Object.entries(themes))('colours of the %s theme', (_, theme) => {
  const of = (name: string) => theme[name] ?? '#777777';

  it.each(['ink', 'muted', 'accent', 'danger'])('%s can be read on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('outlines of fields and seats are seen on every ground', () => {
    for (const ground of grounds)
      expect(contrast(of('control'), of(ground))).toBeGreaterThanOrEqual(3);
  });

  it.each([...states, 'accent', 'danger'])('%s can be read on its own tint', (name) => {
    expect(contrast(of(name), of(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(states)('the matrix cell of %s can be read', (state) => {
    expect(contrast(of(`heat-${state}-text`), of(`heat-${state}`))).toBeGreaterThanOrEqual(4.5);
  });

  it('the matrix cells run steadily from one end to the other, so a grey print keeps their order', () => {
    const steps = states.map((state) => luminance(of(`heat-${state}`)));
    const sorted = [...steps].sort((a, b) => (steps[0]! > steps[3]! ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });

  it.each(['mark-actual', 'mark-forecast', 'mark-gap'])('%s is seen on paper', (mark) => {
    expect(contrast(of(mark), of('surface'))).toBeGreaterThanOrEqual(3);
  });
});
