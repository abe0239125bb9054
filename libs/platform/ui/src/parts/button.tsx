import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from '../class-names.js';
import { IconCheck } from '../icons.js';

/** primary: the one thing to do here. secondary: outlined. quiet: text only. danger: removes something. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'regular' | 'small' | 'large';

interface Looks {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  isFullWidth?: boolean;
}

export interface ButtonProps extends Looks, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Work is under way: keeps its width and focus, ignores further presses. */
  isBusy?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
}

function looks(
  { variant = 'secondary', size = 'regular', isFullWidth }: Looks,
  className?: string,
) {
  return classNames(
    'fs-button',
    `fs-button-${variant}`,
    `fs-button-${size}`,
    isFullWidth && 'fs-button-full',
    className,
  );
}

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    isFullWidth,
    isBusy,
    className,
    children,
    onClick,
    type = 'button',
    ...rest
  } = props;
  // Which one is chosen is told by a mark as well as by colour.
  const mark = rest['aria-pressed'] === true ? <IconCheck size={16} /> : icon;
  return (
    <button
      {...rest}
      type={type}
      className={looks(
        { ...(variant && { variant }), ...(size && { size }), ...(isFullWidth && { isFullWidth }) },
        className,
      )}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {mark && (
        <span className="fs-button-icon" aria-hidden>
          {mark}
        </span>
      )}
      <span className="fs-button-label">{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends Looks, Omit<LinkProps, 'className'> {
  className?: string;
}

/** A link that looks like a button: use it when the press goes to another page. */
export function LinkButton({
  variant,
  size,
  icon,
  isFullWidth,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className={looks(
        { ...(variant && { variant }), ...(size && { size }), ...(isFullWidth && { isFullWidth }) },
        className,
      )}
    >
      {icon && (
        <span className="fs-button-icon" aria-hidden>
          {icon}
        </span>
      )}
      <span className="fs-button-label">{children}</span>
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name; also shown as the title on hover. */
  label: string;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames('fs-icon-button', className)}
    >
      {icon}
    </button>
  );
}

export { Link } from 'react-router';
