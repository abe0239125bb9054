import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '../icons.js';

export interface AlertProps {
  tone?: 'info' | 'warning' | 'danger' | 'done';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears: on by default for danger. */
  isLive?: boolean;
}

const ICONS = {
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  danger: IconAlertTriangle,
  done: IconCircleCheck,
};

/** A note about the page or a form. Says what happened and what to do. */
export function Alert({
  tone = 'info',
  title,
  children,
  action,
  isLive = tone === 'danger',
}: AlertProps) {
  const Icon = ICONS[tone];
  return (
    <div
      className={classNames('fs-alert', `fs-alert-${tone}`)}
      {...(isLive && { role: tone === 'danger' ? 'alert' : 'status' })}
    >
      <Icon size={20} stroke={1.75} aria-hidden className="fs-alert-icon" />
      <div className="fs-alert-text">
        {title && <p className="fs-alert-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="fs-alert-action">{action}</div>}
    </div>
  );
}
