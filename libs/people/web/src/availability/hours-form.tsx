import { checkWeeklyHours, type WeeklyHours } from '@flipside/people-domain';
import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, Card, FormActions, Row, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { weekSentence } from './week-sentence.js';
import { WeekEditor } from './week-editor.js';

const SetWorkingHours = graphql(`
  mutation SetWorkingHours($input: SetWorkingHoursInput!) {
    setWorkingHours(input: $input) {
      ... on AvailabilityPayload {
        availability {
          ...AvailabilityFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

export interface HoursFormProps {
  availability: {
    hours: WeeklyHours;
    defaultHours: WeeklyHours;
    isOwn: boolean;
    timeZone: string;
  };
}

const week = (days: number[], fromHour: number, toHour: number): WeeklyHours =>
  days.map((weekday) => ({ weekday, fromMinute: fromHour * 60, toMinute: toHour * 60 }));

const PRESETS: { label: string; hours: WeeklyHours }[] = [
  { label: 'Mornings', hours: week([1, 2, 3, 4, 5], 8, 12) },
  { label: 'Afternoons', hours: week([1, 2, 3, 4, 5], 13, 17) },
  { label: 'Monday to Thursday', hours: week([1, 2, 3, 4], 9, 17) },
];

const plain = (hours: WeeklyHours) =>
  hours.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute }));

/** One's own week; what is to be saved is said in words while it is changed. */
export function HoursForm({ availability }: HoursFormProps) {
  const { hours, defaultHours, isOwn, timeZone } = availability;
  const [draft, setDraft] = useState<WeeklyHours>(hours);
  const [problem, setProblem] = useState<string>();
  const back = useAction(SetWorkingHours, { said: () => 'Your earlier hours are back.' });
  const save = useAction(SetWorkingHours, {
    said: () => 'Saved. New sessions are offered inside these hours.',
    undo: () => () => void back.run({ input: { hours: isOwn ? plain(hours) : null } }),
  });

  function submit() {
    const checked = checkWeeklyHours(draft);
    setProblem(checked.ok ? undefined : checked.refusal.message);
    if (checked.ok) void save.run({ input: { hours: plain(checked.value) } });
  }

  return (
    <Card title="Your week">
      <Stack gap="16">
        <Text size="lg" role="status">
          {weekSentence(draft, timeZone)}
        </Text>
        <Row gap="8">
          {PRESETS.map((preset) => (
            <Button key={preset.label} size="small" onClick={() => setDraft(preset.hours)}>
              {preset.label}
            </Button>
          ))}
          <Button size="small" onClick={() => setDraft(defaultHours)}>
            Usual hours here
          </Button>
        </Row>
        <WeekEditor
          label="Working hours"
          value={draft}
          onChange={(changed) => {
            setDraft(changed);
            if (problem) setProblem(undefined);
          }}
          error={problem ?? save.errorFor('hours')}
        />
        <ActionNotice of={save} />
        <FormActions>
          <Button variant="primary" isBusy={save.isRunning} onClick={submit}>
            Save hours
          </Button>
          {isOwn && (
            <Button
              isBusy={save.isRunning}
              onClick={() => void save.run({ input: { hours: null } })}
            >
              Follow the programme’s hours
            </Button>
          )}
        </FormActions>
      </Stack>
    </Card>
  );
}
