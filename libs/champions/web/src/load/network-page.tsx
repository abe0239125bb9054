import { Page, Stack } from '@flipside/ui';
import { HealthSection } from './health-section.js';
import { LoadSection } from './load-section.js';

/** How the network is: who carries how much. */
export function NetworkPage() {
  return (
    <Page title="Network" lead="Is the load fair, and does the network live?" width="wide">
      <Stack gap="32">
        <LoadSection />
        <HealthSection />
      </Stack>
    </Page>
  );
}
