import type { ReactNode, Ref } from 'react';

export interface FigureProps {
  /** What a picture is made of: the drawing, or the table that draws. */
  frame: Ref<HTMLDivElement>;
  /** The same in figures, for a drawing that has no table of its own: folded on a screen, open on paper. */
  table?: ReactNode;
  children: ReactNode;
}

/** A drawing, or a table with drawings in it, that can be taken along as a picture, with its table. */
export function Figure({ frame, table, children }: FigureProps) {
  return (
    <div className="fs-figure">
      <div ref={frame}>{children}</div>
      {table !== undefined && (
        <details>
          <summary>The same as a table</summary>
          {table}
        </details>
      )}
    </div>
  );
}
