import { newId } from '@flipside/kernel';
import { formatNumber, useAction, useDates } from '@flipside/platform-web';
import type { PlanFieldsFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Row, Stack } from '@flipside/ui';
import { DiscardQuarterPlan, PlanQuarterAgain, PublishQuarterPlan } from './plan-fields.js';
import { plural, quarterWords } from './plan-words.js';

/** What the draft comes to, in one sentence. */
export function draftSentence(plan: PlanFieldsFragment): string {
  const { placed, unplaced, booked } = plan.counts;
  const open = placed + unplaced;
  if (open === 0 && booked === 0) return 'No pairing needs sessions in this quarter.';
  const behind = booked > 0 ? ` ${plural(booked, 'pairing is', 'pairings are')} booked.` : '';
  if (unplaced === 0)
    return `All ${plural(placed, 'pairing', 'pairings')} have a regular time from ${quarterWords(plan)}.${behind}`;
  const none =
    unplaced === 1
      ? '1 has none and needs you'
      : `${formatNumber(unplaced)} have none and need you`;
  return `${formatNumber(placed)} of ${plural(open, 'pairing', 'pairings')} have a regular time from ${quarterWords(plan)}; ${none}.${behind}`;
}

/** What stands behind the sentence: sessions, dates left out, who is not in it, what the last run changed. */
export function DraftNotes({ plan }: { plan: PlanFieldsFragment }) {
  const dates = useDates();
  const { sessions, withDateLeftOut, dropped, locked, moved, gained, lost } = plan.counts;
  const changes = [
    ...(moved > 0 ? [`${formatNumber(moved)} moved`] : []),
    ...(gained > 0 ? [`${formatNumber(gained)} got a time`] : []),
    ...(lost > 0 ? [`${formatNumber(lost)} lost theirs`] : []),
  ];
  return (
    <>
      {plural(sessions, 'session', 'sessions')} in all.{' '}
      {withDateLeftOut > 0 &&
        `${plural(withDateLeftOut, 'pairing leaves', 'pairings leave')} out one date. `}
      {locked > 0 && `${formatNumber(locked)} locked. `}
      {dropped > 0 &&
        `${plural(dropped, 'pairing wanted', 'pairings wanted')} no sessions any more. `}
      {plan.alreadyBooked > 0 &&
        `${plural(plan.alreadyBooked, 'pairing is', 'pairings are')} booked until the end of the quarter already and left alone. `}
      {changes.length > 0 && `Against the run before: ${changes.join(', ')}. `}
      {plan.plannedAt && `Planned ${dates.moment(plan.plannedAt)}.`}
    </>
  );
}

/** Publish, plan again, throw away. */
export function DraftActions({ plan }: { plan: PlanFieldsFragment }) {
  const publish = useAction(PublishQuarterPlan, {
    said: () => 'Booking begins in a minute. Until then you can stop it.',
  });
  const again = useAction(PlanQuarterAgain);
  const discard = useAction(DiscardQuarterPlan, { said: () => 'The draft is gone.' });
  const { id: planId, version, counts } = plan;
  const isBusy = publish.isRunning || again.isRunning || discard.isRunning;
  return (
    <Stack gap="12">
      <ActionNotice of={publish} />
      <ActionNotice of={again} />
      <ActionNotice of={discard} />
      <Row gap="12">
        <Button
          variant="primary"
          size="large"
          disabled={counts.placed === 0 || isBusy}
          isBusy={publish.isRunning}
          onClick={() => void publish.run({ input: { planId, version, key: newId() } })}
        >
          Publish {plural(counts.placed, 'pairing', 'pairings')}
        </Button>
        <Button
          size="large"
          disabled={isBusy}
          isBusy={again.isRunning}
          onClick={() => void again.run({ input: { planId, version } })}
        >
          Plan again
        </Button>
        <Button
          size="large"
          variant="quiet"
          disabled={isBusy}
          isBusy={discard.isRunning}
          onClick={() => void discard.run({ input: { planId } })}
        >
          Discard the draft
        </Button>
      </Row>
    </Stack>
  );
}
