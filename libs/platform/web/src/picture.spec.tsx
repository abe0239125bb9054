import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { pictureText } from './picture.js';

describe('a drawing as a file', () => {
  it('carries its looks with it, keeps a pattern, and leaves the page as it was', () => {
    const { container } = render(
      <svg className="fs" width={40} height={20}>
        <text className="fs-text" style={{ fill: 'rgb(27, 31, 41)', fontSize: '12px' }}>
          Active 3
        </text>
        <rect className="fs-hatch" fill="url(#hatch)" />
      </svg>,
    );
    const drawing = container.querySelector('svg');
    if (!drawing) throw new Error('There is no drawing');
    const text = pictureText(drawing);
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(text).toContain('fill="rgb(27, 31, 41)"');
    expect(text).toContain('font-size="12px"');
    expect(text).toContain('fill="url(#hatch)"');
    expect(text).toContain('Active 3');
    expect(text).not.toContain('class=');
    expect(drawing.getAttribute('class')).toBe('fs');
  });
});
