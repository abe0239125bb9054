import { usePageQuery } from '@flipside/platform-web';
import { Faces, LinkButton, Section, Skeleton, Stack, Text } from '@flipside/ui';
import { ColleagueCard } from './colleague-card.js';
import { ConsentAnswer } from './consent-answer.js';
import { PairingLearningsQuery } from './learned-documents.js';

interface PairingLearningsProps {
  pairingId: string;
  /** Whether the viewer is the one who learns here. */
  isLearner: boolean;
  otherName: string;
}

/** What the executive learned and opened to the champion. */
export function PairingLearnings({ pairingId, isLearner, otherName }: PairingLearningsProps) {
  const page = usePageQuery(PairingLearningsQuery, { variables: { pairingId } });
  return (
    <Section
      title="Learned and shared"
      actions={isLearner && <LinkButton to="/learned">Add what I learned</LinkButton>}
    >
      <Faces
        of={page}
        skeleton={<Skeleton lines={3} />}
        isEmpty={(data) => data.pairingLearnings.length === 0}
        empty={
          <Text tone="muted">
            {isLearner
              ? `Lines of your list that you open to ${otherName} stand here.`
              : `When ${otherName} opens a line of their list to you, it stands here.`}
          </Text>
        }
      >
        {({ pairingLearnings }) => (
          <Stack gap="12">
            {pairingLearnings.map((learning) => (
              <ColleagueCard key={learning.id} learning={learning}>
                {learning.viewerCanAnswer && <ConsentAnswer learning={learning} />}
              </ColleagueCard>
            ))}
          </Stack>
        )}
      </Faces>
    </Section>
  );
}
