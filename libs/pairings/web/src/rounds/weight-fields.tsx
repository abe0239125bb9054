import type { RoundRulesFormFragment } from '@flipside/platform-web/gql';
import { Columns, NumberInput, Stack, Text } from '@flipside/ui';
import { CRITERION, points } from '../pairing-words.js';

type Rules = RoundRulesFormFragment['rules'];

export const WEIGHTS = [
  'topics',
  'goal',
  'function',
  'hours',
  'place',
  'load',
  'languages',
  'turn',
] as const;

/** By how much a criterion typically tells two allowed pairs apart. */
export interface Effect {
  criterion: string;
  points: number;
}

/** Numbers come from the field as text while they are typed. */
export const whole = (value: string | number): number => Math.round(Number(value) || 0);

interface WeightFieldsProps {
  rules: Rules;
  onChange: (change: Partial<Rules>) => void;
  total: number;
  effects: readonly Effect[];
}

/** What fits better, with what each weight really decides: nothing where all pairs are alike. */
export function WeightFields({ rules, onChange, total, effects }: WeightFieldsProps) {
  const effectOf = (name: string) =>
    effects.find(({ criterion }) => criterion === name.toUpperCase());
  return (
    <Stack gap="8">
      <Text as="h3" weight="medium">
        How much each criterion counts, of 1,000
      </Text>
      <Columns min="11rem" gap="16">
        {WEIGHTS.map((name) => {
          const effect = effectOf(name);
          return (
            <NumberInput
              key={name}
              label={CRITERION[name.toUpperCase()]}
              {...(effect && {
                description:
                  effect.points === 0
                    ? 'decides nothing: all pairs are alike'
                    : `tells pairs apart by ${points(effect.points)} points`,
              })}
              min={0}
              max={1000}
              value={rules.weights[name]}
              onChange={(value) =>
                onChange({ weights: { ...rules.weights, [name]: whole(value) } })
              }
            />
          );
        })}
        <NumberInput
          label="Wishes of both, on top"
          description="half when one named the other"
          min={0}
          max={200}
          value={rules.wishes}
          onChange={(value) => onChange({ wishes: whole(value) })}
        />
      </Columns>
      <Text size="sm" tone={total === 1000 ? 'muted' : 'danger'} aria-live="polite">
        {total === 1000 ? 'They add up to 1,000.' : `They add up to ${total}. Make them 1,000.`}
      </Text>
    </Stack>
  );
}
