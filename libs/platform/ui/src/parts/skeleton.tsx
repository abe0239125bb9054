/** Grey lines in the place of text; the last one is shorter. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="fs-skeleton-lines">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="fs-skeleton fs-skeleton-line" />
      ))}
    </div>
  );
}

/** A card-shaped place of a fixed height in rem. */
export function SkeletonCard({ height = 10 }: { height?: number }) {
  return <div className="fs-skeleton fs-skeleton-card" style={{ height: `${height}rem` }} />;
}

/** The rows of a table to come. */
export function SkeletonTable({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div className="fs-skeleton-table">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="fs-skeleton-row">
          {Array.from({ length: columns }, (_, column) => (
            <div key={column} className="fs-skeleton fs-skeleton-cell" />
          ))}
        </div>
      ))}
    </div>
  );
}
