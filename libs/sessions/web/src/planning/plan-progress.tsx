import { useEffect, useState } from 'react';
import { useAction } from '@flipside/platform-web';
import type { PlanFieldsFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Headline, Stack } from '@flipside/ui';
import { DiscardQuarterPlan, StopPublishingPlan } from './plan-fields.js';
import { plural, quarterWords } from './plan-words.js';
import '../sessions.css';

/** What the server is at, how far it is, and the way to stop it. */
export function PlanProgress({ plan }: { plan: PlanFieldsFragment }) {
  const stop = useAction(StopPublishingPlan, {
    said: ({ plan: stopped }) =>
      stopped.counts.booked > 0
        ? `Stopped. ${plural(stopped.counts.booked, 'pairing is', 'pairings are')} booked, the rest is a draft again.`
        : 'Stopped. Nobody was told anything.',
  });
  const discard = useAction(DiscardQuarterPlan, { said: () => 'Stopped. Nothing is planned.' });
  const wait = useSecondsUntil(plan.publishAt);
  const input = { planId: plan.id };
  const isPublishing = plan.state === 'PUBLISHING';
  const what = isPublishing ? 'Booking' : 'Looking for times';
  return (
    <Stack gap="16">
      <Headline notes="You can leave this page; it goes on by itself.">
        {isPublishing && wait > 0
          ? `Booking ${plural(plan.counts.placed, 'pairing', 'pairings')} begins in ${wait} s. Nobody is told before.`
          : `${what} for the quarter from ${quarterWords(plan)}: ${plan.progress} % done.`}
      </Headline>
      <progress
        className="sessions-progress"
        max={100}
        value={plan.progress}
        aria-label={`${what} for the quarter`}
      />
      <ActionNotice of={stop} />
      <ActionNotice of={discard} />
      <div>
        <Button
          isBusy={stop.isRunning || discard.isRunning}
          onClick={() => void (isPublishing ? stop : discard).run({ input })}
        >
          Stop
        </Button>
      </div>
    </Stack>
  );
}

function useSecondsUntil(at: string | Date | null | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return at ? Math.max(0, Math.ceil((new Date(at).getTime() - now) / 1000)) : 0;
}
