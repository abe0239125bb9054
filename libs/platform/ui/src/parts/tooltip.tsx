import { Tooltip as KitTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { usePortalProps } from '../portal-target.js';

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
