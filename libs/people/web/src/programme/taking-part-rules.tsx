import { Card, Columns, NumberInput } from '@flipside/ui';
import { fieldId, numberOf, shownNumber, type RuleFieldsProps } from './rule-fields.js';

/** Who takes part as an executive, and how much a champion is asked for. */
export function TakingPartRules({ rules, onChange, errorFor }: RuleFieldsProps) {
  return (
    <Card title="Executives and champions">
      <Columns min="18rem" gap="24">
        <NumberInput
          id={fieldId('executiveLevel')}
          label="Executives down to level"
          description={
            rules.executiveLevel === null
              ? 'Empty: only people marked by hand take part as executives.'
              : 'Everybody down to this level takes part. The head of the company is level 1.'
          }
          min={1}
          max={99}
          allowDecimal={false}
          value={shownNumber(rules.executiveLevel)}
          error={errorFor('executiveLevel')}
          onChange={(value) => onChange({ executiveLevel: value === '' ? null : numberOf(value) })}
        />
        <NumberInput
          id={fieldId('championCapacity')}
          label="Pairings a new champion accepts at most"
          min={1}
          max={20}
          allowDecimal={false}
          value={shownNumber(rules.championCapacity)}
          error={errorFor('championCapacity')}
          onChange={(value) => onChange({ championCapacity: numberOf(value) })}
        />
        <NumberInput
          id={fieldId('championHours')}
          label="Hours a month a new champion agrees to"
          min={1}
          max={40}
          step={0.5}
          value={shownNumber(rules.championHours)}
          error={errorFor('championHours')}
          onChange={(value) => onChange({ championHours: numberOf(value) })}
        />
        <NumberInput
          id={fieldId('smallGroupLimit')}
          label="Smallest group in figures about experience"
          description="Figures about fewer people are withheld."
          min={3}
          max={100}
          allowDecimal={false}
          value={shownNumber(rules.smallGroupLimit)}
          error={errorFor('smallGroupLimit')}
          onChange={(value) => onChange({ smallGroupLimit: numberOf(value) })}
        />
      </Columns>
    </Card>
  );
}
