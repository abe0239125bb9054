import type { INestApplicationContext } from '@nestjs/common';
import type { Result } from '@flipside/kernel';
import type { SessionRefusal } from '@flipside/sessions-domain';
import type { Command } from 'commander';
import { MakePlan } from './make-plan.job.js';
import { PlanReader, type SeenPlan } from './plan.reader.js';
import { plannedView, planView } from './plan.view.js';
import type { PlannedPairing } from './plan.type.js';
import { PublishPlan } from './publish-plan.js';
import { BookPlan } from './publish-plan.job.js';
import { DiscardPlan, PlanAgain, StartPlan } from './start-plan.js';

const PAGE = 200;

/** Answers: 0 done, 1 refused or nothing there, 3 done, but some pairings have no time. */
const SOME_WITHOUT_TIME = 3;

interface Shared {
  readonly json?: true;
}

/** `flipside plan`: the same commands and jobs as the planning page, run here instead of in the queue. */
export function planningCli(program: Command, open: () => Promise<INestApplicationContext>): void {
  const plan = program
    .command('plan')
    .description('Plan the sessions of a quarter for the whole network');

  plan
    .command('propose')
    .description(
      'Begin a draft, or make the open one again: locked times stay. Ends with 3 when somebody has no time',
    )
    .option('--from <day>', 'first day of the quarter (YYYY-MM-DD); left out: next Monday')
    .option('--json', 'print everything as JSON')
    .action(async ({ from, json }: Shared & { from?: string }) => {
      const app = await open();
      const reader = app.get(PlanReader, { strict: false });
      const draft = await reader.latest();
      const begun =
        draft?.state === 'review'
          ? await app
              .get(PlanAgain, { strict: false })
              .run({ planId: draft.id, version: draft.version })
          : await app.get(StartPlan, { strict: false }).run(null, { startsOn: from ?? null });
      if (refused(begun)) return;
      // The job waits in the queue; here nobody else is kept waiting, so it is done at once.
      await app.get(MakePlan, { strict: false }).handle(begun.value);
      await print(reader, begun.value.planId, json === true);
    });

  plan
    .command('show')
    .description('Show the draft, or else the latest plan')
    .option('--json', 'print everything as JSON')
    .action(async ({ json }: Shared) => {
      const reader = (await open()).get(PlanReader, { strict: false });
      const latest = await reader.latest();
      if (!latest) return nothing();
      await print(reader, latest.id, json === true);
    });

  plan
    .command('publish')
    .description('Book the times of the draft at once; safe to repeat')
    .option('--json', 'print everything as JSON')
    .action(async ({ json }: Shared) => {
      const app = await open();
      const reader = app.get(PlanReader, { strict: false });
      const latest = await reader.latest();
      if (!latest) return nothing();
      const { id: planId, version, state } = latest;
      // Published before, or stopped half way: what is left goes on, what is booked stays.
      if (state === 'review') {
        const held = await app.get(PublishPlan, { strict: false }).now(planId, version);
        if (refused(held)) return;
      }
      await app.get(BookPlan, { strict: false }).handle({ planId });
      // Times that somebody took meanwhile are looked for again; the new ones wait for another look.
      await app.get(MakePlan, { strict: false }).handle({ planId });
      await print(reader, planId, json === true);
    });

  plan
    .command('discard')
    .description('Throw the draft away; what was booked from it stays booked')
    .action(async () => {
      const app = await open();
      const latest = await app.get(PlanReader, { strict: false }).latest();
      if (!latest) return nothing();
      const gone = await app.get(DiscardPlan, { strict: false }).run({ planId: latest.id });
      if (refused(gone)) return;
      console.log('The draft is gone.');
    });
}

function nothing(): void {
  console.error('There is no plan yet. Begin one with: flipside plan propose');
  process.exitCode = 1;
}

function refused<T>(
  result: Result<T, SessionRefusal>,
): result is Extract<Result<T, SessionRefusal>, { ok: false }> {
  if (result.ok) return false;
  console.error(result.refusal.message);
  process.exitCode = 1;
  return true;
}

async function allPairings(reader: PlanReader, planId: string): Promise<PlannedPairing[]> {
  const found: PlannedPairing[] = [];
  let after: string | null = null;
  do {
    const page = await reader.pairings(planId, 'all', null, { first: PAGE, after });
    found.push(...page.edges.map(({ node }) => plannedView(node)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return found;
}

async function print(reader: PlanReader, planId: string, isJson: boolean): Promise<void> {
  const seen: SeenPlan = await reader.one(planId);
  const pairings = await allPairings(reader, planId);
  const plan = planView(seen);
  if (seen.failure) process.exitCode = 1;
  else if (seen.counts.unplaced > 0) process.exitCode = SOME_WITHOUT_TIME;
  if (isJson) {
    console.log(JSON.stringify({ plan, pairings }, null, 2));
    return;
  }
  const { placed, unplaced, booked, sessions } = plan.counts;
  if (plan.failure) console.error(plan.failure);
  console.log(
    `Quarter from ${plan.startsOn} to ${plan.endsOn} (${plan.state}): ${placed} with a time, ${booked} booked, ${unplaced} without a time, ${sessions} sessions.`,
  );
  for (const { executive, champion, rhythm, leftOut, reason, helps, isLocked } of pairings) {
    console.log(
      `  ${executive.name} with ${champion.name}: ${reason ?? rhythm ?? ''}${isLocked ? ' (locked)' : ''}`,
    );
    for (const words of leftOut) console.log(`    ${words}`);
    for (const { words } of helps.slice(0, 3)) console.log(`    Would help: ${words}`);
  }
}
