export interface GapSparkProps {
  /** People missing, oldest first; null where there was nobody to count. */
  gaps: readonly (number | null)[];
  /** The value of a full bar: the same for all rows of a table. */
  most: number;
  /** The finding in words: "6 missing a year ago, 4 today". */
  name: string;
}

const [BAR, GAP, HEIGHT] = [5, 2, 24];

/** A bar for each month, as high as people were missing: a line on the ground for none, nothing at all for no figure. */
export function GapSpark({ gaps, most, name }: GapSparkProps) {
  const width = gaps.length * (BAR + GAP);
  return (
    <svg
      className="fs-spark"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={name}
    >
      {gaps.map((gap, n) => {
        if (gap === null) return null;
        const height = Math.max(1, (gap / Math.max(1, most)) * HEIGHT);
        return <rect key={n} x={n * (BAR + GAP)} y={HEIGHT - height} width={BAR} height={height} />;
      })}
    </svg>
  );
}
