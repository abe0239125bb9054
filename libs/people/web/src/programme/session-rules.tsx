import { Card, Columns, NumberInput, Select, Stack, Text, TextInput } from '@flipside/ui';
import { WeekEditor } from '../availability/week-editor.js';
import { weekSentence } from '../availability/week-sentence.js';
import { TimeZoneSelect } from '../time-zone-select.js';
import { fieldId, numberOf, shownNumber, type RuleFieldsProps } from './rule-fields.js';

const LENGTHS = [15, 30, 45, 60].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}));

/** How often and how long people meet, and the hours of everybody who has set none. */
export function SessionRules({ rules, onChange, errorFor }: RuleFieldsProps) {
  return (
    <>
      <Card title="Sessions">
        <Columns min="18rem" gap="24">
          <NumberInput
            id={fieldId('cadenceDays')}
            label="Days from one session to the next"
            description="14 is every second week. Pairings already running keep their rhythm."
            min={7}
            max={42}
            allowDecimal={false}
            value={shownNumber(rules.cadenceDays)}
            error={errorFor('cadenceDays')}
            onChange={(value) => onChange({ cadenceDays: numberOf(value) })}
          />
          <Select
            id={fieldId('sessionMinutes')}
            label="Length of a session"
            data={LENGTHS}
            value={String(rules.sessionMinutes)}
            error={errorFor('sessionMinutes')}
            onChange={(value) => onChange({ sessionMinutes: Number(value) })}
          />
          <NumberInput
            id={fieldId('minNoticeHours')}
            label="Notice before a session, in hours"
            description="No session is offered sooner than this."
            min={0}
            max={336}
            allowDecimal={false}
            value={shownNumber(rules.minNoticeHours)}
            error={errorFor('minNoticeHours')}
            onChange={(value) => onChange({ minNoticeHours: numberOf(value) })}
          />
        </Columns>
      </Card>
      <Card title="Where nobody has said otherwise">
        <Stack gap="24">
          <Columns min="18rem" gap="24">
            <TextInput
              id={fieldId('name')}
              label="Name of the programme"
              maxLength={60}
              value={rules.name}
              error={errorFor('name')}
              onChange={(event) => onChange({ name: event.currentTarget.value })}
              audience="EVERYONE"
            />
            <TimeZoneSelect
              id={fieldId('defaultTimeZone')}
              label="Time zone"
              description="For people without a zone of their own or of their location."
              value={rules.defaultTimeZone}
              error={errorFor('defaultTimeZone')}
              onChange={(defaultTimeZone) => onChange({ defaultTimeZone })}
            />
          </Columns>
          <Text size="sm" tone="muted">
            {weekSentence(rules.defaultHours, rules.defaultTimeZone)}
          </Text>
          <WeekEditor
            id={fieldId('defaultHours')}
            label="Default working hours"
            value={rules.defaultHours}
            error={errorFor('defaultHours')}
            onChange={(defaultHours) => onChange({ defaultHours })}
          />
        </Stack>
      </Card>
    </>
  );
}
