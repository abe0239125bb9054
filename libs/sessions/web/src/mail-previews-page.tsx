import { Card, Faces, Page, SkeletonCard, Stack, Text } from '@flipside/ui';
import { graphql, usePageQuery } from '@flipside/platform-web';
import './sessions.css';

const Previews = graphql(`
  query MailPreviews {
    sessionMailPreviews {
      occasion
      subject
      text
    }
  }
`);

/** What do people get from us? */
export function MailPreviewsPage() {
  const page = usePageQuery(Previews);
  return (
    <Page
      title="Mail previews"
      lead="What people are sent about their sessions, with invented names and times. Nothing is sent from here."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard />}>
        {({ sessionMailPreviews }) => (
          <Stack gap="16">
            {sessionMailPreviews.map((mail) => (
              <Card as="section" key={mail.occasion} eyebrow={mail.occasion} title={mail.subject}>
                <Stack gap="8">
                  {mail.text.split('\n\n').map((paragraph) => (
                    <Text key={paragraph}>{paragraph}</Text>
                  ))}
                </Stack>
              </Card>
            ))}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
