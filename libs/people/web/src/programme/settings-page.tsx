import { graphql, usePageQuery } from '@flipside/platform-web';
import { Faces, Page, SkeletonCard, Stack } from '@flipside/ui';
import { SettingsViews } from '../settings-views.js';
import { ProgrammeForm } from './programme-form.js';
import { ProgrammeHistory } from './programme-history.js';

const Settings = graphql(`
  query Settings {
    programme {
      ...ProgrammeFields
    }
    employmentTypes {
      name
      people
    }
  }
`);

/** The rules of the programme, what a change of them would do, and who changed what. */
export function SettingsPage() {
  const page = usePageQuery(Settings);
  return (
    <Page title="Settings" lead="The rules under which the network runs. Everybody can read them.">
      <Stack gap="24">
        <SettingsViews />
        <Faces of={page} skeleton={<SkeletonCard height={40} />}>
          {({ programme, employmentTypes }) => (
            <ProgrammeForm
              key={programme.version}
              programme={programme}
              employmentTypes={employmentTypes}
            />
          )}
        </Faces>
        <ProgrammeHistory />
      </Stack>
    </Page>
  );
}
