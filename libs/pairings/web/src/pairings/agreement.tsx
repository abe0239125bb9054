import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { PairingAgreementFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  Columns,
  FormActions,
  Section,
  Select,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';

graphql(`
  fragment PairingAgreement on Pairing {
    id
    state
    goal
    cadenceDays
    sessionMinutes
    viewerCanAgree
  }
`);

const AgreePairing = graphql(`
  mutation AgreePairing($input: AgreePairingInput!) {
    agreePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingAgreement
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const CADENCES = [
  { value: '7', label: 'Every week' },
  { value: '14', label: 'Every 2 weeks' },
  { value: '21', label: 'Every 3 weeks' },
  { value: '28', label: 'Every 4 weeks' },
  { value: '42', label: 'Every 6 weeks' },
];
const LENGTHS = ['15', '30', '45', '60'].map((value) => ({ value, label: `${value} minutes` }));

interface AgreementProps {
  pairing: PairingAgreementFragment;
  other: { name: string };
}

/** What the two want to reach, and in which rhythm as long as nothing is planned. */
export function Agreement({ pairing, other }: AgreementProps) {
  const [goal, setGoal] = useState(pairing.goal ?? '');
  const [cadence, setCadence] = useState(String(pairing.cadenceDays));
  const [minutes, setMinutes] = useState(String(pairing.sessionMinutes));
  const agree = useAction(AgreePairing, { said: () => `Saved. ${other.name} sees it too.` });
  const isRhythmOpen = pairing.state === 'PROPOSED';
  if (!pairing.viewerCanAgree) {
    return pairing.goal ? (
      <Section title="What we set out to do">
        <Text>{pairing.goal}</Text>
      </Section>
    ) : null;
  }
  const cadences = CADENCES.some(({ value }) => value === cadence)
    ? CADENCES
    : [...CADENCES, { value: cadence, label: `Every ${cadence} days` }];
  return (
    <Section title="What we want to reach">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void agree.run({
            input: {
              pairingId: pairing.id,
              goal,
              cadenceDays: Number(cadence),
              sessionMinutes: Number(minutes),
            },
          });
        }}
      >
        <Stack gap="16">
          <Textarea
            label="In one or two sentences (optional)"
            value={goal}
            maxLength={500}
            rows={3}
            onChange={(event) => setGoal(event.currentTarget.value)}
            error={agree.errorFor('goal')}
            audience="PAIR"
            audienceNote={`You and ${other.name} can read this. HR cannot.`}
          />
          {isRhythmOpen && (
            <Columns min="12rem" gap="16">
              <Select
                label="How often"
                data={cadences}
                value={cadence}
                allowDeselect={false}
                onChange={(value) => value && setCadence(value)}
                error={agree.errorFor('cadenceDays')}
              />
              <Select
                label="How long"
                data={LENGTHS}
                value={minutes}
                allowDeselect={false}
                onChange={(value) => value && setMinutes(value)}
              />
            </Columns>
          )}
          <ActionNotice of={agree} />
          <FormActions>
            <Button type="submit" isBusy={agree.isRunning}>
              Save
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Section>
  );
}
