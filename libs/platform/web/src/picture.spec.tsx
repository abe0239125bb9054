import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render } from '@testing-library/react';
import { pictureText } from './picture.js';

// There is no layout here: every box is given the same place. How a whole page comes out is shown in the browser.
const box = { left: 10, top: 20, width: 100, height: 16 } as DOMRect;
jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
Range.prototype.getBoundingClientRect = () => box;
afterEach(() => document.body.replaceChildren());

function pictureOf(page: React.ReactElement): Document {
  const { container } = render(page);
  const region = container.firstElementChild;
  if (!region) throw new Error('There is nothing to draw');
  const before = region.outerHTML;
  const text = pictureText(region, 'Coverage by unit, 2026-11-29');
  expect(region.outerHTML).toBe(before);
  expect(text).not.toContain('class=');
  return new DOMParser().parseFromString(text, 'image/svg+xml');
}

describe('a figure as a file', () => {
  it('keeps a drawing with its looks and its patterns, at its place', () => {
    const picture = pictureOf(
      <div>
        <svg className="fs" width={40} height={20}>
          <text className="fs-text" style={{ fill: 'rgb(27, 31, 41)', fontSize: '12px' }}>
            Active 3
          </text>
          <rect className="fs-hatch" fill="url(#hatch)" />
        </svg>
      </div>,
    );
    const drawing = picture.querySelector('svg svg');
    expect([drawing?.getAttribute('x'), drawing?.getAttribute('y')]).toEqual(['10', '20']);
    const words = drawing?.querySelector('text');
    expect(words?.textContent).toBe('Active 3');
    expect(words?.getAttribute('fill')).toBe('rgb(27, 31, 41)');
    expect(words?.getAttribute('font-size')).toBe('12px');
    expect(drawing?.querySelector('rect')?.getAttribute('fill')).toBe('url(#hatch)');
  });

  it('draws what a page shows as boxes and words, in colours that any program reads', () => {
    const picture = pictureOf(
      <p style={{ color: 'rgb(1, 2, 3)' }}>
        Sales lacks 2
        <span style={{ backgroundColor: 'rgb(10, 20, 30)' }} />
        <span style={{ borderBottom: '1px solid rgb(9, 9, 9)' }} />
      </p>,
    );
    const words = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(['Sales lacks 2', 'Coverage by unit, 2026-11-29']);
    expect(picture.querySelector('text')?.getAttribute('fill')).toBe('rgb(1, 2, 3)');
    const fills = [...picture.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill'));
    expect(fills).toContain('rgb(10, 20, 30)');
    expect(picture.querySelector('line')?.getAttribute('stroke')).toBe('rgb(9, 9, 9)');
  });

  it('leaves out what only a screen needs, and what is only read out', () => {
    const picture = pictureOf(
      <div>
        <button className="fs-button">Recruit</button>
        <span style={{ display: 'none' }}>Hidden</span>
        <b>Shown</b>
      </div>,
    );
    const words = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(['Shown', 'Coverage by unit, 2026-11-29']);
  });

  it('is named by its caption', () => {
    const picture = pictureOf(<div />);
    expect(picture.querySelector('title')?.textContent).toBe('Coverage by unit, 2026-11-29');
  });
});
