import { ViewLinks } from '@flipside/ui';

/** The four questions about coverage, each with an address of its own. */
export function CoverageViews() {
  return (
    <ViewLinks
      label="Coverage"
      views={[
        { label: 'Units', to: '/coverage', isExact: true },
        { label: 'Sites', to: '/coverage/matrix' },
        { label: 'Ahead', to: '/coverage/forecast' },
        { label: 'Strategy', to: '/coverage/strategy' },
      ]}
    />
  );
}
