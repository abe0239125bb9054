import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { Button } from './button.js';

export interface ViewLink {
  label: string;
  to: string;
  /** Matches only this very path. */
  isExact?: boolean;
}

/** Sibling views of one page as links: each has its address and can be sent to a colleague. */
export function ViewLinks({ label, views }: { label: string; views: ViewLink[] }) {
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone the view that is open may stand beyond the edge.
    const open = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list.current && open) list.current.scrollLeft = open.offsetLeft - list.current.offsetLeft;
  }, [pathname]);
  return (
    <nav aria-label={label} className="fs-views">
      <ul ref={list}>
        {views.map((view) => (
          <li key={view.to}>
            <NavLink to={view.to} end={view.isExact ?? false}>
              {view.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A button at the end of a list that grows. `rest` says how much more there is: "50 of 2,235". */
export function LoadMore({
  isBusy,
  onLoad,
  rest,
}: {
  isBusy: boolean;
  onLoad: () => void;
  rest?: string;
}) {
  return (
    <div className="fs-load-more">
      <Button isBusy={isBusy} onClick={onLoad}>
        Show more
      </Button>
      {rest && <span className="fs-text-sm fs-tone-muted">{rest}</span>}
    </div>
  );
}
