import { graphql, usePageQuery, useUrlState, useViewer } from '@flipside/platform-web';
import { Button, EmptyState, Faces, Page, Section, SkeletonCard, Stack } from '@flipside/ui';
import { AskSheet } from './ask-sheet.js';
import { AssignSheet } from './assign-sheet.js';
import { AskedOfMe, MyRequests, OpenRequests } from './help-requests.js';
import { OfferSheet } from './offer-sheet.js';
import { OfficeHours } from './office-hours.js';

const HelpPageDocument = graphql(`
  query HelpPage {
    helpDesk {
      askedOfMe {
        ...HelpItem
      }
      askedByMe {
        ...HelpItem
      }
      open {
        ...HelpItem
      }
      officeHours {
        ...OfficeHourItem
      }
    }
  }
`);

/** What colleagues ask of champions: my answers, my requests, office hours; for HR what nobody has. */
export function HelpPage() {
  const viewer = useViewer();
  const isChampion = viewer.roles.includes('CHAMPION');
  const [url, setUrl] = useUrlState({ ask: '', offer: '', assign: '' });
  const page = usePageQuery(HelpPageDocument);
  const close = () => setUrl({ ask: '', offer: '', assign: '' });
  const assigned = page.data?.helpDesk.open.find(({ id }) => id === url.assign);
  return (
    <Page
      title="Help"
      lead="Ask a champion. The request goes to whoever fits and has the most room."
      actions={
        <>
          <Button variant="primary" onClick={() => setUrl({ ask: '1' })}>
            Ask a champion
          </Button>
          {isChampion && (
            <Button onClick={() => setUrl({ offer: '1' })}>Offer an office hour</Button>
          )}
        </>
      }
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ helpDesk }) => (
          <Stack gap="32">
            <AskedOfMe requests={helpDesk.askedOfMe} />
            <OpenRequests requests={helpDesk.open} onAssign={(assign) => setUrl({ assign })} />
            <Section title="Office hours">
              <OfficeHours hours={helpDesk.officeHours} />
            </Section>
            <Section title="What I asked">
              {helpDesk.askedByMe.length > 0 ? (
                <MyRequests requests={helpDesk.askedByMe} />
              ) : (
                <EmptyState title="Nothing asked yet" level={3}>
                  A question, a demo for your team, a look at something you made: ask for it, and
                  the right champion hears of it.
                </EmptyState>
              )}
            </Section>
          </Stack>
        )}
      </Faces>
      {url.ask !== '' && <AskSheet onClose={close} />}
      {url.offer !== '' && isChampion && <OfferSheet onClose={close} />}
      {assigned && <AssignSheet request={assigned} onClose={close} />}
    </Page>
  );
}
