import { ViewLinks } from '@flipside/ui';

/** The four questions about coverage, each with an address of its own. */
export function CoverageViews() {
  return (
    <ViewLinks
      label="Coverage"
      views={[
        { label: 'Where we are short', to: '/coverage', isExact: true },
        { label: 'Sites and departments', to: '/coverage/matrix' },
        { label: 'Ahead', to: '/coverage/forecast' },
        { label: 'Strategy', to: '/coverage/strategy' },
      ]}
    />
  );
}
