import { describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { CoverageBar, RhythmStrip, Seats, StatusMark } from './coverage.js';

function widthOf(container: HTMLElement, part: string): number {
  const element = container.querySelector<HTMLElement>(`.fs-bar-${part}`);
  return element ? Number.parseFloat(element.style.width) : 0;
}

describe('CoverageBar', () => {
  it('says the figures in words', () => {
    const { container } = render(<CoverageBar have={3} need={5} />);
    expect(container.textContent).toBe('3 of 5');
  });

  it('draws nothing beyond its ends, fills to the tick exactly at the target and past it only above', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (have, need) => {
        const { container } = render(<CoverageBar have={have} need={need} />);
        const fill = widthOf(container, 'fill');
        const over = widthOf(container, 'over');
        const tick = widthOf(container, 'room');
        expect(fill).toBeGreaterThanOrEqual(0);
        expect(fill + over).toBeLessThanOrEqual(100.001);
        expect(over > 0).toBe(need > 0 && have > need);
        expect(Math.abs(fill - tick) < 0.001).toBe(need > 0 && have >= need);
        expect(container.textContent?.startsWith('+')).toBe(need > 0 && have / need > 1.5);
        cleanup();
      }),
    );
  });
});

describe('Seats', () => {
  it('names who is there and who is missing', () => {
    render(<Seats need={5} active={3} candidates={1} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '3 active, 1 candidate, 1 empty, need 5',
    );
  });

  it('draws as many seats as it names', () => {
    const { container } = render(<Seats need={6} active={2} paused={1} leaving={1} />);
    expect(container.querySelectorAll('.fs-seat')).toHaveLength(6);
  });

  it('gives each kind a shape of its own, so that they are told apart in grey', () => {
    const { container } = render(
      <Seats need={5} active={1} paused={1} leaving={1} candidates={1} empty={1} />,
    );
    const shapes = [...container.querySelectorAll('.fs-seat')].map(({ innerHTML }) => innerHTML);
    expect(new Set(shapes).size).toBe(5);
  });
});

describe('StatusMark', () => {
  it('always carries its word, even when only the shape is drawn', () => {
    const { container } = render(<StatusMark status="none" isShapeOnly />);
    expect(container.textContent).toBe('None');
    expect(container.querySelector('svg')).not.toBeNull();
  });
});

describe('RhythmStrip', () => {
  it('is read as counts and states', () => {
    render(
      <RhythmStrip fortnights={[{ state: 'held' }, { state: 'skipped' }, { state: 'moved' }]} />,
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '2 of 3 fortnights held: held, skipped, moved',
    );
  });
});
