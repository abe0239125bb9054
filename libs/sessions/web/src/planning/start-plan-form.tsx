import { useState } from 'react';
import { addDays, dayOfInstant, weekdayOf } from '@flipside/kernel';
import { useAction, useViewer } from '@flipside/platform-web';
import { ActionNotice, Button, DateField, FormActions, Stack } from '@flipside/ui';
import { StartQuarterPlan } from './plan-fields.js';

/** The Monday after today: most quarters begin with a week. */
function mondayAfter(today: string): string {
  return addDays(today, 8 - weekdayOf(today));
}

/** Begins a draft. */
export function StartPlanForm() {
  const { timeZone } = useViewer();
  const [startsOn, setStartsOn] = useState(() => mondayAfter(dayOfInstant(new Date(), timeZone)));
  const start = useAction(StartQuarterPlan);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start.run({ input: { startsOn } });
      }}
    >
      <Stack gap="16">
        {!start.errorFor('startsOn') && <ActionNotice of={start} />}
        <DateField
          label="First day of the quarter"
          description="From today to eight weeks ahead. A quarter has 13 weeks."
          value={startsOn}
          required
          error={start.errorFor('startsOn')}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={start.isRunning}>
            Plan the quarter
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}
