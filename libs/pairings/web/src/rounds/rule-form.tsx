import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { RoundRulesFormFragment, RoundRulesInput } from '@flipside/platform-web/gql';
import { ActionNotice, Button, FormActions, Section, Stack } from '@flipside/ui';
import { HardRuleFields, OrderFields } from './rule-fields.js';
import { RulesTrial } from './rules-trial.js';
import { WeightFields, WEIGHTS, type Effect } from './weight-fields.js';

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
        turn
      }
      lineBelow
      lineAbove
      lineExemptLevel
      minLevelGap
      needsCertification
      wishes
      placePoints
      floor
      worthFrom
      continuity
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
          rulesVersion
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

export const RestoreRules = graphql(`
  mutation RestoreRules($input: RestoreRulesInput!) {
    restoreRules(input: $input) {
      ... on RoundPayload {
        round {
          id
          version
          rulesVersion
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

type Rules = RoundRulesFormFragment['rules'];

/** What the cache notes beside the fields of an object is none of the server's input. */
const plain = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__typename')) as T;

const inputOf = (rules: Rules): RoundRulesInput => ({
  ...plain(rules),
  weights: plain(rules.weights),
});

/** The rules a round can set for itself, tried before they are saved. */
export function RuleForm({
  round,
  effects,
}: {
  round: RoundRulesFormFragment;
  effects: readonly Effect[];
}) {
  const [rules, setRules] = useState(round.rules);
  const set = (change: Partial<Rules>) => setRules({ ...rules, ...change });
  const restore = useAction(RestoreRules);
  const change = useAction(ChangeRound, {
    said: () => 'Saved. The counts above are new.',
    undo:
      ({ round: { version, rulesVersion } }) =>
      () =>
        void restore.run({ input: { roundId: round.id, version, rulesVersion: rulesVersion - 1 } }),
  });
  const total = WEIGHTS.reduce((sum, name) => sum + rules.weights[name], 0);
  const isWhole = total === 1000;

  return (
    <Section
      title="Rules and weights"
      lead="For this round. Every set of rules is kept and can be had back."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change.run({
            input: { roundId: round.id, version: round.version, rules: inputOf(rules) },
          });
        }}
      >
        <Stack gap="32">
          <HardRuleFields rules={rules} onChange={set} errorFor={change.errorFor} />
          <WeightFields rules={rules} onChange={set} total={total} effects={effects} />
          <OrderFields rules={rules} onChange={set} errorFor={change.errorFor} />
          <ActionNotice of={change} />
          <ActionNotice of={restore} />
          <RulesTrial roundId={round.id} rules={inputOf(rules)} isReady={isWhole} />
          <FormActions>
            <Button type="submit" isBusy={change.isRunning} disabled={!isWhole}>
              Save rules
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Section>
  );
}
