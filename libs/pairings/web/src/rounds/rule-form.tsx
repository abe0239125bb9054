import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { RoundRulesFormFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  ChipGroup,
  Columns,
  FormActions,
  NumberInput,
  Section,
  Stack,
  Text,
} from '@flipside/ui';
import { CRITERION } from '../pairing-words.js';

graphql(`
  fragment RoundRulesForm on MatchingRound {
    id
    version
    rules {
      minOverlapMinutes
      restDays
      functionPolicy
      weakFitPoints
      weights {
        topics
        goal
        function
        hours
        place
        load
        languages
      }
    }
  }
`);

export const ChangeRound = graphql(`
  mutation ChangeRound($input: ChangeRoundInput!) {
    changeRound(input: $input) {
      ... on RoundPayload {
        round {
          id
          version
          ...RoundRulesForm
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

const NAMES = ['topics', 'goal', 'function', 'hours', 'place', 'load', 'languages'] as const;

/** Numbers come from the field as text while they are typed. */
const whole = (value: string | number): number => Math.round(Number(value) || 0);

/** The rules a round can set for itself: minimum overlap, rest, function, and what counts how much. */
export function RuleForm({ round }: { round: RoundRulesFormFragment }) {
  const { rules, version } = round;
  const [hours, setHours] = useState(rules.minOverlapMinutes / 60);
  const [restDays, setRestDays] = useState(rules.restDays);
  const [policy, setPolicy] = useState<'OTHER' | 'SAME'>(rules.functionPolicy);
  const { topics, goal, function: fn, hours: hoursWeight, place, load, languages } = rules.weights;
  const [weights, setWeights] = useState({
    topics,
    goal,
    function: fn,
    hours: hoursWeight,
    place,
    load,
    languages,
  });
  const change = useAction(ChangeRound, { said: () => 'Saved. The counts above are new.' });
  const total = NAMES.reduce((sum, name) => sum + weights[name], 0);

  return (
    <Section title="What counts" lead="The rules above always hold. These say who fits better.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change.run({
            input: {
              roundId: round.id,
              version,
              rules: {
                minOverlapMinutes: Math.round(hours * 60),
                restDays,
                functionPolicy: policy,
                weights,
              },
            },
          });
        }}
      >
        <Stack gap="24">
          <Columns min="16rem" gap="16">
            <NumberInput
              label="Hours a week in which both work, at least"
              min={0}
              max={40}
              step={0.5}
              value={hours}
              onChange={(value) => setHours(Number(value) || 0)}
              error={change.errorFor('minOverlapMinutes')}
            />
            <NumberInput
              label="Days before the same two are proposed again"
              min={0}
              max={3650}
              value={restDays}
              onChange={(value) => setRestDays(whole(value))}
              error={change.errorFor('restDays')}
            />
          </Columns>
          <ChipGroup
            label="Which function fits better"
            isSingle
            options={[
              { value: 'OTHER', label: 'A different one, for perspective' },
              { value: 'SAME', label: 'The same one, for relevance' },
            ]}
            value={[policy]}
            onChange={([chosen]) => setPolicy(chosen === 'SAME' ? 'SAME' : 'OTHER')}
          />
          <Stack gap="8">
            <Text weight="medium">How much each criterion counts, of 100</Text>
            <Columns min="9rem" gap="16">
              {NAMES.map((name) => (
                <NumberInput
                  key={name}
                  label={CRITERION[name.toUpperCase()]}
                  min={0}
                  max={100}
                  value={weights[name]}
                  onChange={(value) => setWeights({ ...weights, [name]: whole(value) })}
                />
              ))}
            </Columns>
            <Text size="sm" tone={total === 100 ? 'muted' : 'danger'} aria-live="polite">
              {total === 100 ? 'They add up to 100.' : `They add up to ${total}. Make them 100.`}
            </Text>
          </Stack>
          <ActionNotice of={change} />
          <FormActions>
            <Button type="submit" isBusy={change.isRunning} disabled={total !== 100}>
              Save what counts
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Section>
  );
}
