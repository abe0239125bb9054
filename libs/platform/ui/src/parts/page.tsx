import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { classNames } from '../class-names.js';
import { IconChevronRight } from '../icons.js';

export interface Crumb {
  label: string;
  to: string;
}

export interface PageProps {
  /** The page's one h1, and its document title unless `documentTitle` says more. */
  title: string;
  documentTitle?: string;
  /** One sentence that answers the page's question. */
  lead?: ReactNode;
  /** At most one primary button and two others. */
  actions?: ReactNode;
  breadcrumb?: Crumb[];
  /** Draws the heading small where the content below is the headline, as on the home page. */
  isQuiet?: boolean;
  /** reading: one column of text. regular: lists and cards. wide: tables. */
  width?: 'reading' | 'regular' | 'wide';
  children?: ReactNode;
}

// The path whose heading last took focus. The first page of a visit leaves focus at the top of the document, where
// the skip link is; a page that shows itself again under the same path (skeleton, then content) does not steal it.
let focusedPath: string | null = null;

function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (focusedPath !== null && focusedPath !== pathname)
      heading.current?.focus({ preventScroll: true });
    focusedPath = pathname;
  }, [pathname]);
  return heading;
}

export function Page({
  title,
  documentTitle,
  lead,
  actions,
  breadcrumb,
  isQuiet,
  width = 'regular',
  children,
}: PageProps) {
  const heading = useHeadingFocus();
  return (
    <div className={classNames('fs-page', `fs-page-${width}`, isQuiet && 'fs-page-quiet')}>
      <title>{`${documentTitle ?? title} · Flipside`}</title>
      <header className="fs-page-head">
        {breadcrumb && breadcrumb.length > 0 && (
          <nav aria-label="Breadcrumb" className="fs-crumbs">
            <ol>
              {breadcrumb.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                  <IconChevronRight size={14} aria-hidden className="fs-mirrored" />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1} className="fs-page-title">
          {title}
        </h1>
        {lead && <p className="fs-page-lead">{lead}</p>}
        {actions && <div className="fs-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
