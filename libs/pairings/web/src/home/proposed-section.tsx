import { graphql, usePageQuery } from '@flipside/platform-web';
import { Link, QuietFace, Section, Stack } from '@flipside/ui';
import { AnswerCard } from '../pairings/answer-card.js';

const ProposedToMe = graphql(`
  query ProposedToMe {
    myPairings {
      id
      executive {
        id
        name
        title
      }
      champion {
        id
        name
        title
      }
      ...PairingAnswer
    }
  }
`);

/** Pairings that wait for an answer. Silent when there is none: home has other things to say then. */
export function ProposedSection() {
  const page = usePageQuery(ProposedToMe);
  if (!page.data) return <QuietFace of={page} />;
  const waiting = page.data.myPairings.filter(({ state }) => state === 'PROPOSED');
  if (waiting.length === 0) return null;
  return (
    <Section title="A pairing is proposed to you" isTitleHidden>
      <Stack gap="16">
        {waiting.map((pairing) => (
          <Stack key={pairing.id} gap="8">
            <AnswerCard
              pairing={pairing}
              other={pairing.viewerSide === 'EXECUTIVE' ? pairing.champion : pairing.executive}
            />
            <Link to={`/pairings/${pairing.id}`}>Why you two, and what you want to reach</Link>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
