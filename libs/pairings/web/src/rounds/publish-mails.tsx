import { graphql, usePageQuery } from '@flipside/platform-web';
import type { PublishRoundPageQuery } from '@flipside/platform-web/gql';
import { Card, Columns, Faces, Section, SkeletonCard, Stack, Text } from '@flipside/ui';

const IntroductionMails = graphql(`
  query IntroductionMails($proposalId: ID!) {
    introductionMails(proposalId: $proposalId) {
      toName
      hasAddress
      subject
      paragraphs
      button
      small
    }
  }
`);

export type Mail = PublishRoundPageQuery['round']['publishPreview']['mails'][number];

interface PublishMailsProps {
  /** Those of the first pairing, shown until another one is chosen. */
  first: readonly Mail[];
  proposalId: string | undefined;
}

/** The mails of one pairing exactly as they will be sent. */
export function PublishMails({ first, proposalId }: PublishMailsProps) {
  const page = usePageQuery(IntroductionMails, {
    variables: { proposalId: proposalId ?? '' },
    isPaused: proposalId === undefined,
  });
  return (
    <Section
      title="The mails as they will look"
      lead={
        proposalId === undefined
          ? 'Those of the first pairing; choose another one above.'
          : 'Those of the pairing you chose.'
      }
    >
      {proposalId === undefined ? (
        <Mails mails={first} />
      ) : (
        <Faces of={page} skeleton={<SkeletonCard height={12} />}>
          {({ introductionMails }) => <Mails mails={introductionMails} />}
        </Faces>
      )}
    </Section>
  );
}

function Mails({ mails }: { mails: readonly Mail[] }) {
  return (
    <Columns min="20rem" gap="16">
      {mails.map(({ toName, hasAddress, subject, paragraphs, button, small }) => (
        <Card
          key={subject}
          eyebrow={hasAddress ? `To ${toName}` : `${toName} has no address: not sent`}
          title={subject}
          level={3}
        >
          <Stack gap="12">
            {paragraphs.map((paragraph) => (
              <Text key={paragraph}>{paragraph}</Text>
            ))}
            <Text weight="medium">Button: {button}</Text>
            <Text size="sm" tone="muted">
              {small}
            </Text>
          </Stack>
        </Card>
      ))}
    </Columns>
  );
}
