import { useId, useLayoutEffect, useRef, useState } from 'react';

export interface StepPoint {
  /** Milliseconds of the day, for the place on the axis. */
  at: number;
  label: string;
  need: number;
  have: number;
  /** A day to come: drawn dashed, with bars from low to high. */
  range?: { low: number; high: number };
}

export interface StepsFigureProps {
  /** The finding; read out in place of the drawing. Its table stands beside it. */
  name: string;
  points: readonly StepPoint[];
  needLabel: string;
  haveLabel: string;
}

/** In pixels. The drawing is as wide as its place, so that its words keep their size on a phone. */
const [WIDEST, NARROWEST, HEIGHT] = [720, 280, 220];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 96, 12, 28];

/**
 * Two step lines through time, what is needed and what is there; between them, where there is less, a hatch whose height
 * is the gap. Days to come are dashed steps with a bar for the range: no cone, which reads as something that grows.
 */
export function StepsFigure({ name, points, needLabel, haveLabel }: StepsFigureProps) {
  const hatch = useId();
  const place = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(WIDEST);
  useLayoutEffect(() => {
    const measure = () => {
      const room = place.current?.parentElement?.clientWidth;
      if (room) setWidth(Math.min(WIDEST, Math.max(NARROWEST, room)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const most = Math.max(
    1,
    ...points.flatMap(({ need, have, range }) => [need, have, range?.high ?? 0]),
  );
  const span = Math.max(1, last.at - first.at);
  const x = (at: number) => LEFT + ((at - first.at) / span) * (width - LEFT - RIGHT);
  const y = (count: number) => TOP + (1 - count / most) * (HEIGHT - TOP - BOTTOM);
  const path = (list: readonly StepPoint[], of: (point: StepPoint) => number) =>
    list
      .map((point, i) => `${i === 0 ? `M${x(point.at)} ` : `H${x(point.at)} V`}${y(of(point))}`)
      .join(' ');
  const past = points.filter(({ range }) => !range);
  const ahead = [...past.slice(-1), ...points.filter(({ range }) => range)];
  const gaps = points.slice(1).flatMap((point, i) => {
    const before = points[i];
    if (!before || before.have >= before.need) return [];
    return [{ from: x(before.at), to: x(point.at), top: y(before.need), bottom: y(before.have) }];
  });
  const apart = Math.abs(y(last.need) - y(last.have)) < 14 ? 14 : 0;
  const [needAt, haveAt] = [
    y(last.need) - (last.need >= last.have ? apart / 2 : -apart / 2),
    y(last.have) + (last.need >= last.have ? apart / 2 : -apart / 2),
  ];
  return (
    <svg
      ref={place}
      className="fs-steps"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={name}
    >
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2" height="6" className="fs-steps-hatch" />
        </pattern>
      </defs>
      <line className="fs-steps-axis" x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} />
      <text className="fs-steps-text" x={LEFT - 6} y={y(0) + 4} textAnchor="end">
        0
      </text>
      <text className="fs-steps-text" x={LEFT - 6} y={y(most) + 4} textAnchor="end">
        {most}
      </text>
      {gaps.map(({ from, to, top, bottom }) => (
        <rect
          key={from}
          x={from}
          y={top}
          width={to - from}
          height={bottom - top}
          fill={`url(#${hatch})`}
        />
      ))}
      <path className="fs-steps-need" d={path(past, ({ need }) => need)} />
      <path className="fs-steps-have" d={path(past, ({ have }) => have)} />
      {ahead.length > 1 && (
        <>
          <path className="fs-steps-need fs-steps-ahead" d={path(ahead, ({ need }) => need)} />
          <path className="fs-steps-have fs-steps-ahead" d={path(ahead, ({ have }) => have)} />
        </>
      )}
      {points.map(
        ({ at, range }) =>
          range && (
            <path
              key={at}
              className="fs-steps-range"
              d={`M${x(at) - 4} ${y(range.low)}h8M${x(at)} ${y(range.low)}V${y(range.high)}M${x(at) - 4} ${y(range.high)}h8`}
            />
          ),
      )}
      <text className="fs-steps-text" x={width - RIGHT + 8} y={needAt + 4}>
        {needLabel} {last.need}
      </text>
      <text className="fs-steps-text fs-steps-strong" x={width - RIGHT + 8} y={haveAt + 4}>
        {haveLabel} {last.have}
      </text>
      <text className="fs-steps-text" x={LEFT} y={HEIGHT - 8}>
        {first.label}
      </text>
      <text className="fs-steps-text" x={width - RIGHT} y={HEIGHT - 8} textAnchor="end">
        {last.label}
      </text>
    </svg>
  );
}
