import { holdsAny, useViewer } from '@flipside/platform-web';
import { ViewLinks } from '@flipside/ui';

/** The pages of the settings that this person may open. */
export function SettingsViews() {
  const viewer = useViewer();
  const views = [
    ...(holdsAny(viewer, ['HR_LEAD'])
      ? [
          { label: 'Rules', to: '/settings', isExact: true },
          { label: 'Locations', to: '/settings/locations' },
        ]
      : []),
    ...(holdsAny(viewer, ['ADMINISTRATOR']) ? [{ label: 'Roles', to: '/settings/access' }] : []),
  ];
  return views.length > 1 ? <ViewLinks label="Settings" views={views} /> : null;
}
