import { Menu as KitMenu, Tooltip as KitTooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { usePortalProps } from '../portal-target.js';

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  /** Either a place to go or something to do. */
  to?: string;
  onSelect?: () => void;
  tone?: 'ink' | 'danger';
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  entries: (MenuEntry | 'divider')[];
  /** Heading inside, such as the person's name. */
  heading?: ReactNode;
  align?: 'start' | 'end';
}

/** A short list of things to do, opened by a button. */
export function Menu({ trigger, entries, heading, align = 'end' }: MenuProps) {
  const portalProps = usePortalProps();
  return (
    <KitMenu
      position={`bottom-${align}`}
      shadow="md"
      offset={4}
      width="max-content"
      {...(portalProps && { portalProps })}
    >
      <KitMenu.Target>{trigger}</KitMenu.Target>
      <KitMenu.Dropdown>
        {heading && <KitMenu.Label>{heading}</KitMenu.Label>}
        {entries.map((entry, index) => {
          if (entry === 'divider') return <KitMenu.Divider key={index} />;
          const looks = { leftSection: entry.icon, 'data-tone': entry.tone };
          return entry.to ? (
            <KitMenu.Item key={entry.label} {...looks} component={Link} to={entry.to}>
              {entry.label}
            </KitMenu.Item>
          ) : (
            <KitMenu.Item key={entry.label} {...looks} onClick={entry.onSelect}>
              {entry.label}
            </KitMenu.Item>
          );
        })}
      </KitMenu.Dropdown>
    </KitMenu>
  );
}

/** Repeats what is already readable; nothing lives only in a tooltip. */
export function Tooltip({ label, children }: { label: string; children: ReactElement }) {
  const portalProps = usePortalProps();
  return (
    <KitTooltip
      label={label}
      openDelay={400}
      events={{ hover: true, focus: true, touch: false }}
      {...(portalProps && { portalProps })}
    >
      {children}
    </KitTooltip>
  );
}
