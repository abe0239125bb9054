import { useId, useLayoutEffect, useRef, useState } from 'react';

export interface StepPoint {
  /** Milliseconds of the day, for the place on the axis. */
  at: number;
  label: string;
  need: number;
  have: number;
  /** A day to come: drawn dashed, with bars from low to high. */
  range?: { low: number; high: number };
  /** What happened then, such as a re-organisation: a line through the drawing, with the words at its foot. */
  note?: string | undefined;
}

export interface StepsFigureProps {
  /** The finding; read out in place of the drawing. Its table stands beside it. */
  name: string;
  points: readonly StepPoint[];
  needLabel: string;
  haveLabel: string;
  /** Top of the scale, where several figures share one; the figure's own largest number if left out. */
  most?: number;
  /** One of many beside each other: half the width, and words only at the end of the lines. */
  isSmall?: boolean;
}

/** In pixels. The drawing is as wide as its place, so that its words keep their size on a phone. */
const LARGE = {
  widest: 720,
  narrowest: 280,
  height: 220,
  left: 40,
  right: 96,
  top: 12,
  bottom: 28,
};
const SMALL = {
  widest: 300,
  narrowest: 200,
  height: 110,
  left: 28,
  right: 76,
  top: 10,
  bottom: 10,
};

/**
 * Two step lines through time, what is needed and what is there; between them, where there is less, a hatch whose height
 * is the gap. Days to come are dashed steps with a bar for the range: no cone, which reads as something that grows.
 */
export function StepsFigure({
  name,
  points,
  needLabel,
  haveLabel,
  most: scale,
  isSmall = false,
}: StepsFigureProps) {
  const hatch = useId();
  const place = useRef<SVGSVGElement>(null);
  const { widest, narrowest, height, left, right, top, bottom } = isSmall ? SMALL : LARGE;
  const [width, setWidth] = useState(widest);
  useLayoutEffect(() => {
    const measure = () => {
      const room = place.current?.parentElement?.clientWidth;
      if (room) setWidth(Math.min(widest, Math.max(narrowest, room)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [widest, narrowest]);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const most = Math.max(
    scale ?? 1,
    ...points.flatMap(({ need, have, range }) => [need, have, range?.high ?? 0]),
  );
  const span = Math.max(1, last.at - first.at);
  const x = (at: number) => left + ((at - first.at) / span) * (width - left - right);
  const y = (count: number) => top + (1 - count / most) * (height - top - bottom);
  const path = (list: readonly StepPoint[], of: (point: StepPoint) => number) =>
    list
      .map((point, i) => `${i === 0 ? `M${x(point.at)} ` : `H${x(point.at)} V`}${y(of(point))}`)
      .join(' ');
  const past = points.filter(({ range }) => !range);
  const ahead = [...past.slice(-1), ...points.filter(({ range }) => range)];
  const gaps = points.slice(1).flatMap((point, i) => {
    const before = points[i];
    if (!before || before.have >= before.need) return [];
    return [{ from: x(before.at), to: x(point.at), high: y(before.need), low: y(before.have) }];
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
      height={height}
      viewBox={`0 0 ${width} ${height}`}
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
      <line className="fs-steps-axis" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      <text className="fs-steps-text" x={left - 6} y={y(0) + 4} textAnchor="end">
        0
      </text>
      <text className="fs-steps-text" x={left - 6} y={y(most) + 4} textAnchor="end">
        {most}
      </text>
      {gaps.map(({ from, to, high, low }) => (
        <rect
          key={from}
          x={from}
          y={high}
          width={to - from}
          height={low - high}
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
        ({ at, note }) =>
          note && (
            <g key={`note ${at}`}>
              <line
                className="fs-steps-axis"
                x1={x(at)}
                x2={x(at)}
                y1={top}
                y2={y(0)}
                strokeDasharray="2 3"
              />
              <text
                className="fs-steps-text"
                x={x(at) + (x(at) > width / 2 ? -4 : 4)}
                y={y(0) - 6}
                textAnchor={x(at) > width / 2 ? 'end' : 'start'}
              >
                {note}
              </text>
            </g>
          ),
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
      <text className="fs-steps-text" x={width - right + 8} y={needAt + 4}>
        {needLabel} {last.need}
      </text>
      <text className="fs-steps-text fs-steps-strong" x={width - right + 8} y={haveAt + 4}>
        {haveLabel} {last.have}
      </text>
      {!isSmall && (
        <>
          <text className="fs-steps-text" x={left} y={height - 8}>
            {first.label}
          </text>
          <text className="fs-steps-text" x={width - right} y={height - 8} textAnchor="end">
            {last.label}
          </text>
        </>
      )}
    </svg>
  );
}
