import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Card, ChipGroup, Link, QuietFace, Stack, Text } from '@flipside/ui';
import { SetWorkingAgreementMutation, type AgreementShown } from './agreement-documents.js';

const WithoutGoalQuery = graphql(`
  query PairingsWithoutGoal {
    pairingsWithoutGoal {
      otherName
      agreement {
        ...WorkingAgreementFields
      }
    }
  }
`);

/** Before a pairing's first session: what do the two work towards? One tap, and it stands above the times to book. */
export function GoalSection() {
  const page = usePageQuery(WithoutGoalQuery);
  if (!page.data) return <QuietFace of={page} />;
  const { pairingsWithoutGoal: waiting } = page.data;
  if (waiting.length === 0) return null;
  return (
    <Stack gap="16">
      {waiting.map(({ otherName, agreement }) => (
        <GoalCard key={agreement.pairingId} agreement={agreement} otherName={otherName} />
      ))}
    </Stack>
  );
}

function GoalCard({ agreement, otherName }: { agreement: AgreementShown; otherName: string }) {
  const { pairingId, version, worksOn, staysOut, confidentiality, offeredGoals } = agreement;
  const save = useAction(SetWorkingAgreementMutation, {
    said: () => `Saved. ${otherName} is asked to agree.`,
  });
  const choose = (goalCategory: string) =>
    void save.run({
      input: { pairingId, version, goalCategory, worksOn, staysOut, confidentiality },
    });
  return (
    <Card eyebrow={`Before your first session with ${otherName}`} title="What do you work towards?">
      <Stack gap="12">
        <Text tone="muted" size="sm">
          One tap is enough, and you can change it at any time on{' '}
          <Link to={`/pairings/${pairingId}`}>your pairing’s page</Link>.
        </Text>
        <ChipGroup
          label="We work towards"
          options={offeredGoals.map(({ code, name }) => ({ value: code, label: name }))}
          value={[]}
          isSingle
          onChange={([code]) => code !== undefined && choose(code)}
        />
        <ActionNotice of={save} />
      </Stack>
    </Card>
  );
}
