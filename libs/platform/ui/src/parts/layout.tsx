import {
  useId,
  type CSSProperties,
  type ElementType,
  type HTMLAttributes,
  type ReactNode,
} from 'react';
import { classNames } from '../class-names.js';

/** Steps of the spacing scale: 2 4 8 12 16 24 32 48 64 px. */
export type Gap = 'none' | '2' | '4' | '8' | '12' | '16' | '24' | '32' | '48';

const GAP_STEP: Record<Gap, string> = {
  none: '0',
  '2': 'var(--space-1)',
  '4': 'var(--space-2)',
  '8': 'var(--space-3)',
  '12': 'var(--space-4)',
  '16': 'var(--space-5)',
  '24': 'var(--space-6)',
  '32': 'var(--space-7)',
  '48': 'var(--space-8)',
};

interface BoxProps extends HTMLAttributes<HTMLElement> {
  as?: ElementType;
  gap?: Gap;
}

/** Children below each other. */
export function Stack({ as: Tag = 'div', gap = '16', className, style, ...rest }: BoxProps) {
  return (
    <Tag
      {...rest}
      className={classNames('fs-stack', className)}
      style={{ gap: GAP_STEP[gap], ...style }}
    />
  );
}

/** Children beside each other, wrapping where there is no room. */
export function Row({
  as: Tag = 'div',
  gap = '8',
  align = 'center',
  justify = 'start',
  className,
  style,
  ...rest
}: BoxProps & {
  align?: 'center' | 'start' | 'end' | 'baseline';
  justify?: 'start' | 'center' | 'end' | 'between';
}) {
  const justifyContent = justify === 'between' ? 'space-between' : justify;
  return (
    <Tag
      {...rest}
      className={classNames('fs-row', className)}
      style={{ gap: GAP_STEP[gap], alignItems: align, justifyContent, ...style }}
    />
  );
}

/** As many equal columns as fit, each at least `min` wide. */
export function Columns({
  as: Tag = 'div',
  gap = '16',
  min = '18rem',
  className,
  style,
  ...rest
}: BoxProps & { min?: string }) {
  const columns = { '--fs-column': min, gap: GAP_STEP[gap], ...style } as CSSProperties;
  return <Tag {...rest} className={classNames('fs-columns', className)} style={columns} />;
}

export interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** Heading level inside the page, 2 by default. */
  level?: 2 | 3;
  /** Keeps the heading for assistive technology only. */
  isTitleHidden?: boolean;
}

/** A named part of a page, reachable as a landmark. */
export function Section({
  title,
  lead,
  actions,
  children,
  level = 2,
  isTitleHidden,
}: SectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="fs-section" aria-labelledby={id}>
      <div className={isTitleHidden ? 'fs-hidden' : 'fs-section-head'}>
        <div>
          <Heading id={id} className={`fs-heading-${level}`}>
            {title}
          </Heading>
          {lead && <p className="fs-section-lead">{lead}</p>}
        </div>
        {actions && <div className="fs-section-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export interface TextProps extends HTMLAttributes<HTMLElement> {
  as?: ElementType;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  tone?: 'ink' | 'muted' | 'danger';
  weight?: 'regular' | 'medium' | 'strong';
}

export function Text({
  as: Tag = 'p',
  size = 'md',
  tone = 'ink',
  weight = 'regular',
  className,
  ...rest
}: TextProps) {
  return (
    <Tag
      {...rest}
      className={classNames(
        'fs-text',
        `fs-text-${size}`,
        `fs-tone-${tone}`,
        `fs-weight-${weight}`,
        className,
      )}
    />
  );
}

/** Read out, not drawn. */
export function VisuallyHidden({
  children,
  as: Tag = 'span',
}: {
  children: ReactNode;
  as?: ElementType;
}) {
  return <Tag className="fs-hidden">{children}</Tag>;
}

export function Divider() {
  return <hr className="fs-divider" />;
}
