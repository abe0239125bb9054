import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { TryRulesMutation, TryRulesRoundFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  Columns,
  DataTable,
  FormActions,
  NumberInput,
  Section,
  Select,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { CRITERION, points } from '../pairing-words.js';
import { namesInWords, ratioInWords, shareInWords } from './impact-words.js';

graphql(`
  fragment TryRulesRound on ImpactRoundType {
    id
    rules {
      minOverlapMinutes
      restDays
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
    }
  }
`);

const TryRulesOnRound = graphql(`
  mutation TryRules($input: TryRulesInput!) {
    tryRules(input: $input) {
      ... on TryRulesPayload {
        before {
          ...TriedOutcome
        }
        after {
          ...TriedOutcome
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

graphql(`
  fragment TriedOutcome on ImpactOutcome {
    matched
    waiting
    totalPoints
    champions {
      groups {
        names
        people
        matched
        ratio
      }
    }
  }
`);

type Weights = TryRulesRoundFragment['rules']['weights'];
type Criterion = Exclude<keyof Weights, '__typename'>;
type Tried = Extract<TryRulesMutation['tryRules'], { before: unknown }>;

const NAMES = [
  'topics',
  'goal',
  'function',
  'hours',
  'place',
  'load',
  'languages',
  'turn',
] as const;

/** The others give way in proportion, so that all still add up to the same sum. */
export function reweighed(
  weights: Readonly<Record<Criterion, number>>,
  name: Criterion,
  value: number,
): Record<Criterion, number> {
  const total = NAMES.reduce((sum, each) => sum + weights[each], 0);
  const others = NAMES.filter((each) => each !== name);
  const before = others.reduce((sum, each) => sum + weights[each], 0);
  const next = { ...weights, [name]: Math.min(value, total) };
  let left = total - next[name];
  others.forEach((each, n) => {
    const isLast = n === others.length - 1;
    const share = before === 0 ? 0 : Math.round((weights[each] / before) * (total - next[name]));
    next[each] = isLast ? left : Math.min(share, left);
    left -= next[each];
  });
  return next;
}

interface TryRulesProps {
  round: TryRulesRoundFragment;
  attributeIds: readonly string[];
}

/** What if a rule were looser, or something counted less? Points and ratios side by side; nothing is kept. */
export function TryRules({ round, attributeIds }: TryRulesProps) {
  const { rules } = round;
  const [hours, setHours] = useState(rules.minOverlapMinutes / 60);
  const [restDays, setRestDays] = useState(rules.restDays);
  const [criterion, setCriterion] = useState<Criterion>('hours');
  const [weight, setWeight] = useState(rules.weights.hours);
  const [tried, setTried] = useState<Tried | null>(null);
  const attempt = useAction(TryRulesOnRound, { refreshes: false, onDone: setTried });
  const { topics, goal, function: fn, hours: shared, place, load, languages, turn } = rules.weights;
  const weights = { topics, goal, function: fn, hours: shared, place, load, languages, turn };

  function choose(name: string | null) {
    const chosen = NAMES.find((each) => each === name) ?? 'hours';
    setCriterion(chosen);
    setWeight(weights[chosen]);
  }

  return (
    <Section
      title="Try other rules"
      lead="Everybody is proposed anew, under the rules as they are and as you set them here. No proposal is kept; rules are changed in the set-up of a round."
    >
      <Stack gap="24">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void attempt.run({
              input: {
                roundId: round.id,
                attributeIds: [...attributeIds],
                rules: {
                  minOverlapMinutes: Math.round(hours * 60),
                  restDays,
                  weights: reweighed(weights, criterion, weight),
                },
              },
            });
          }}
        >
          <Stack gap="16">
            <Columns min="14rem" gap="16">
              <NumberInput
                label="Hours a week in which both work, at least"
                min={0}
                max={40}
                step={0.5}
                value={hours}
                onChange={(value) => setHours(Number(value) || 0)}
                error={attempt.errorFor('minOverlapMinutes')}
              />
              <NumberInput
                label="Days before the same two are proposed again"
                min={0}
                max={3650}
                value={restDays}
                onChange={(value) => setRestDays(Math.round(Number(value) || 0))}
                error={attempt.errorFor('restDays')}
              />
              <Select
                label="A criterion to count differently"
                data={NAMES.map((name) => ({
                  value: name,
                  label: CRITERION[name.toUpperCase()] ?? name,
                }))}
                value={criterion}
                onChange={choose}
              />
              <NumberInput
                label="How much it counts, of 1,000"
                description="The others give way in proportion."
                min={0}
                max={1000}
                value={weight}
                onChange={(value) => setWeight(Math.round(Number(value) || 0))}
                error={attempt.errorFor('weights')}
              />
            </Columns>
            <ActionNotice of={attempt} />
            <FormActions>
              <Button type="submit" isBusy={attempt.isRunning}>
                Try
              </Button>
            </FormActions>
          </Stack>
        </form>
        <div aria-live="polite">{tried && <Comparison {...tried} />}</div>
      </Stack>
    </Section>
  );
}

interface Line {
  what: string;
  before: string;
  after: string;
}

function Comparison({ before, after }: Tried) {
  const groupOf = (side: Tried['before'], key: string) =>
    side.champions.groups.find(({ names }) => namesInWords(names) === key);
  const keys = [
    ...new Set(
      [...before.champions.groups, ...after.champions.groups].map((g) => namesInWords(g.names)),
    ),
  ];
  const cell = (group: Tried['before']['champions']['groups'][number] | undefined): string =>
    group
      ? `${shareInWords({ part: group.matched, of: group.people })}, ratio ${ratioInWords(group.ratio)}`
      : 'not shown';
  const lines: Line[] = [
    {
      what: 'Executives with a champion',
      before: before.matched.toLocaleString('en'),
      after: after.matched.toLocaleString('en'),
    },
    {
      what: 'Executives who wait',
      before: before.waiting.toLocaleString('en'),
      after: after.waiting.toLocaleString('en'),
    },
    { what: 'Mean points of a pair', before: mean(before), after: mean(after) },
    ...keys.map((key) => ({
      what: `Champions: ${key}`,
      before: cell(groupOf(before, key)),
      after: cell(groupOf(after, key)),
    })),
  ];
  const columns: Column<Line>[] = [
    { id: 'what', header: 'What', isRowHeader: true, cell: ({ what }) => what },
    { id: 'before', header: 'As the rules are', align: 'end', cell: (line) => line.before },
    { id: 'after', header: 'As tried', align: 'end', cell: (line) => line.after },
  ];
  return (
    <Stack gap="8">
      <DataTable
        caption="The same people under both sets of rules"
        columns={columns}
        rows={lines}
        rowKey={({ what }) => what}
      />
      <Text size="sm" tone="muted">
        Decisions already made in the review do not count here, so the two differ by the rules
        alone.
      </Text>
    </Stack>
  );
}

const mean = ({ matched, totalPoints }: Tried['before']): string =>
  matched === 0 || totalPoints == null ? '–' : points(totalPoints / matched);
