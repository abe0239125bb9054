import { Suspense } from 'react';
import { formatCalendarDay, graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, ChipGroup, Stack, Text } from '@flipside/ui';
import { useLoadPanels } from './load-panels.js';

const PlanRestWeek = graphql(`
  mutation PlanRestWeek($input: PlanRestWeekArgs!) {
    planRestWeek(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** The next weeks as switches: one press keeps a week free of asks. Below stands what is booked in them. */
export function RestWeeks({ weeks }: { weeks: readonly { weekOn: string; isRest: boolean }[] }) {
  const panels = useLoadPanels();
  const plan = useAction(PlanRestWeek, { said: () => 'Saved. Nobody has to agree.' });
  const resting = weeks.filter(({ isRest }) => isRest).map(({ weekOn }) => weekOn);

  function change(next: readonly string[]) {
    const changed = weeks.find(({ weekOn, isRest }) => next.includes(weekOn) !== isRest);
    if (!changed) return;
    void plan.run({ input: { weekOn: changed.weekOn, isRest: !changed.isRest } });
  }

  return (
    <Stack gap="16">
      <Text>
        In a rest week nobody asks you for help, demos or judging, and no session is put into it.
        You keep counting, and what is booked in it stays until you move it.
      </Text>
      <ChipGroup
        label="Weeks from"
        options={weeks.map(({ weekOn }) => ({ value: weekOn, label: formatCalendarDay(weekOn) }))}
        value={resting}
        onChange={change}
      />
      <ActionNotice of={plan} />
      <Suspense>
        {panels.map(({ key, Panel }) => (
          <Panel key={key} />
        ))}
      </Suspense>
    </Stack>
  );
}
