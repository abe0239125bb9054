import { Children, useId, type ReactNode } from 'react';
import { classNames } from '../class-names.js';

export interface CardProps {
  /** A small line above the title, such as "Next session". */
  eyebrow?: ReactNode;
  title?: ReactNode;
  level?: 2 | 3;
  actions?: ReactNode;
  footer?: ReactNode;
  /** paper: white with a hairline. sunken: for asides. plain: no frame. */
  tone?: 'paper' | 'sunken' | 'plain';
  as?: 'article' | 'section' | 'div' | 'li';
  children?: ReactNode;
}

export function Card({
  eyebrow,
  title,
  level = 2,
  actions,
  footer,
  tone = 'paper',
  as,
  children,
}: CardProps) {
  const id = useId();
  const Tag = as ?? (title ? 'section' : 'div');
  const Heading = `h${level}` as const;
  return (
    <Tag
      className={classNames('fs-card', `fs-card-${tone}`)}
      {...(title ? { 'aria-labelledby': id } : {})}
    >
      {(eyebrow || title || actions) && (
        <div className="fs-card-head">
          <div>
            {eyebrow && <p className="fs-eyebrow">{eyebrow}</p>}
            {title && (
              <Heading id={id} className="fs-card-title">
                {title}
              </Heading>
            )}
          </div>
          {actions && <div className="fs-card-actions">{actions}</div>}
        </div>
      )}
      {children && <div className="fs-card-body">{children}</div>}
      {footer && <div className="fs-card-footer">{footer}</div>}
    </Tag>
  );
}

export interface EmptyStateProps {
  title: ReactNode;
  /** What will stand here and how it gets here. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  level?: 2 | 3;
}

/** Teaches what belongs here; never makes a person feel unsuccessful. */
export function EmptyState({ title, children, action, icon, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="fs-empty">
      {icon && (
        <div className="fs-empty-icon" aria-hidden>
          {icon}
        </div>
      )}
      <Heading className="fs-empty-title">{title}</Heading>
      {children && <p className="fs-empty-text">{children}</p>}
      {action && <div className="fs-empty-action">{action}</div>}
    </div>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Characters that one column of facts holds on a line; more takes two columns where there are two. */
const A_LINE = 24;

/** Labelled facts, two columns where there is room. Facts without a value are left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className="fs-facts">
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
        .map((fact) => (
          <div
            key={fact.label}
            data-long={(typeof fact.value === 'string' && fact.value.length > A_LINE) || undefined}
          >
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The one sentence or number a page leads with. `notes` are the smaller sentences behind it. */
export function Headline({ children, notes }: { children: ReactNode; notes?: ReactNode }) {
  return (
    <div className="fs-headline">
      <p className="fs-headline-main">
        {Children.map(children, (part) => (typeof part === 'string' ? unbroken(part) : part))}
      </p>
      {notes && <p className="fs-headline-notes">{notes}</p>}
    </div>
  );
}

/** A ratio stays on one line: '1 per 25'. */
const unbroken = (text: string): string =>
  text.replaceAll(/(\d) per (?=\d)/gu, '$1\u00a0per\u00a0');

/** One number with its word, such as "4 people short". For a row of two to four; never a wall of tiles. */
export function FigureNumber({
  value,
  label,
  note,
}: {
  value: ReactNode;
  label: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="fs-figure-number">
      <span className="fs-figure-value">{value}</span>
      <span className="fs-figure-label">{label}</span>
      {note && <span className="fs-figure-note">{note}</span>}
    </div>
  );
}
