import { usePageQuery } from '@flipside/platform-web';
import type { PlanFieldsFragment } from '@flipside/platform-web/gql';
import {
  Alert,
  EmptyState,
  Faces,
  Headline,
  Page,
  Section,
  SkeletonCard,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { DraftActions, draftSentence, DraftNotes } from './draft.js';
import '../sessions.css';
import { PlanProgress } from './plan-progress.js';
import { PlanningPageDocument } from './plan-fields.js';
import { plural, quarterWords } from './plan-words.js';
import { PlannedPairings } from './planned-pairings.js';
import { StartPlanForm } from './start-plan-form.js';

const POLL_MS = 1000;

/** A quarter planned for everybody at once: draft, look, publish. */
export function PlanningPage() {
  const page = usePageQuery(PlanningPageDocument);
  const state = page.data?.quarterPlan?.state;
  const isRunning = state === 'PLANNING' || state === 'PUBLISHING';
  return (
    <Page
      title="Planning"
      lead="A regular time for every pairing, a quarter at a time. Nobody is told anything before you publish."
      width="wide"
    >
      {isRunning && <Watch />}
      <Faces
        of={page}
        skeleton={
          <Stack gap="24">
            <SkeletonCard height={6} />
            <SkeletonTable rows={8} columns={4} />
          </Stack>
        }
        isEmpty={({ quarterPlan }) => !quarterPlan}
        empty={
          <Stack gap="24">
            <EmptyState title="No quarter planned yet">
              A plan looks at every pairing that needs sessions: working hours, calendars, days off
              and how much each champion can carry. It gives as many as possible a regular time, and
              says of the others what is in the way. You look at the draft, lock what must stay, and
              publish.
            </EmptyState>
            <StartPlanForm />
          </Stack>
        }
      >
        {({ quarterPlan }) => quarterPlan && <Plan plan={quarterPlan} />}
      </Faces>
    </Page>
  );
}

/** Asks again and again while the server works; the page's own question gets the answers from the cache. */
function Watch() {
  usePageQuery(PlanningPageDocument, { pollMs: POLL_MS });
  return null;
}

function Plan({ plan }: { plan: PlanFieldsFragment }) {
  if (plan.state === 'PLANNING' || plan.state === 'PUBLISHING')
    return (
      <Stack gap="32">
        <PlanProgress plan={plan} />
        {plan.state === 'PUBLISHING' && <PlannedPairings plan={plan} />}
      </Stack>
    );
  const isDraft = plan.state === 'REVIEW';
  return (
    <Stack gap="32">
      <Stack gap="16">
        {plan.failure && <Alert tone="warning">{plan.failure}</Alert>}
        <Headline notes={<DraftNotes plan={plan} />}>
          {isDraft ? draftSentence(plan) : publishedSentence(plan)}
        </Headline>
        {isDraft && <DraftActions plan={plan} />}
      </Stack>
      <PlannedPairings key={plan.version} plan={plan} />
      {!isDraft && (
        <Section title="Plan another quarter">
          <StartPlanForm />
        </Section>
      )}
    </Stack>
  );
}

const publishedSentence = (plan: PlanFieldsFragment): string =>
  `${plural(plan.counts.booked, 'pairing is', 'pairings are')} booked for the quarter from ${quarterWords(plan)}.`;
