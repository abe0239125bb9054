import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@flipside/platform-api';
import {
  causeInWords,
  FLAG_WORDS,
  type PairingRefusal,
  type Reason,
} from '@flipside/pairings-domain';
import type { Command } from 'commander';
import { ProposeRound } from './rounds/propose-round.js';
import { ProposeLargeRound } from './rounds/propose-round.job.js';
import { proposalsOf, type ProposalRow } from './rounds/round.store.js';
import { StartRound } from './rounds/start-round.js';
import { VerifyRound } from './rounds/verify-round.js';

interface Shown {
  readonly round: { readonly id: string; readonly name: string; readonly state: string };
  readonly proposals: readonly {
    readonly executive: string;
    readonly champion: string | null;
    readonly points: number | null;
    readonly decision: string;
    readonly flags: readonly string[];
    readonly reasons: readonly Reason[];
    readonly cause: string | null;
  }[];
}

/** Answers: 0 done, 1 refused or nothing there, 3 a round that does not hold. */
export function pairingsCli(program: Command, open: () => Promise<INestApplicationContext>): void {
  const match = program
    .command('match')
    .description('Matching rounds: propose champions and look at the result');

  match
    .command('propose', { isDefault: true })
    .description('Start a round under the usual rules and propose a champion for every executive')
    .option('--round <name>', 'name of the new round', 'Round from the command line')
    .option('--json', 'print everything as JSON')
    .action(async ({ round: name, json }: { round: string; json?: true }) => {
      const app = await open();
      const started = await app.get(StartRound, { strict: false }).run(null, { name });
      if (!started.ok) return refused(started.refusal);
      const { roundId } = started.value;
      const proposed = await app
        .get(ProposeRound, { strict: false })
        .run({ roundId, scope: 'undecided', version: 1 });
      if (!proposed.ok) return refused(proposed.refusal);
      // A large round waits as a job; here nobody else is kept waiting, so it is done at once.
      await app.get(ProposeLargeRound, { strict: false }).handle({ roundId, scope: 'undecided' });
      print(await read(app.get(Database, { strict: false }), roundId), json === true);
    });

  match
    .command('verify')
    .description(
      'Prove a round again from what is stored with it: inputs, certificate, decisions and prices. Ends with 3 when it does not hold',
    )
    .argument('<round>', 'name or identifier of the round')
    .option('--json', 'print everything as JSON')
    .action(async (name: string, { json }: { json?: true }) => {
      const app = await open();
      const db = app.get(Database, { strict: false });
      const round = await db.one<{ id: string }>(
        `select r.id from matching_round r where (r.name = $1 or r.id::text = $1)
           and exists (select from matching_run m where m.round_id = r.id)
         order by r.created_at desc, r.id desc limit 1`,
        [name],
      );
      if (!round) {
        console.error(
          `There is no round called "${name}" in which anything was computed and kept.`,
        );
        process.exitCode = 1;
        return;
      }
      const verified = await app.get(VerifyRound, { strict: false }).run(round.id);
      const { roundName, runs, steps, faults } = verified;
      if (faults.length > 0) process.exitCode = 3;
      if (json) {
        console.log(JSON.stringify(verified, null, 2));
        return;
      }
      console.log(`${roundName}: ${runs} computed, ${steps} steps in the log.`);
      if (faults.length === 0) {
        console.log(
          'Proven: no better result was possible under its rules, and every decision and price holds.',
        );
        return;
      }
      console.error(`${faults.length} faults:`);
      for (const fault of faults) console.error(`  ${fault}`);
    });

  match
    .command('show')
    .description('Show the proposals of a round')
    .argument('[name]', 'name of the round; without it, the latest')
    .option('--json', 'print everything as JSON')
    .action(async (name: string | undefined, { json }: { json?: true }) => {
      const db = (await open()).get(Database, { strict: false });
      const round = await db.one<{ id: string }>(
        `select id from matching_round where ($1::text is null and state <> 'discarded') or name = $1
         order by created_at desc, id desc limit 1`,
        [name ?? null],
      );
      if (!round) {
        console.error(name ? `There is no round called "${name}".` : 'There is no round yet.');
        process.exitCode = 1;
        return;
      }
      print(await read(db, round.id), json === true);
    });
}

function refused({ message }: PairingRefusal): void {
  console.error(message);
  process.exitCode = 1;
}

async function read(db: Database, roundId: string): Promise<Shown> {
  const round = await db.one<Shown['round']>(
    `select id, name, state from matching_round where id = $1`,
    [roundId],
  );
  if (!round) throw new Error(`Round ${roundId} is gone`);
  const rows = await proposalsOf(db, roundId);
  const ids = rows.flatMap((row: ProposalRow) => [row.executiveId, row.championId]);
  const people = await db.rows<{ id: string; name: string }>(
    `select id, name from person where id = any($1::uuid[])`,
    [ids.filter((id) => id !== null)],
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const proposals = rows.map((row) => ({
    executive: nameOf.get(row.executiveId) ?? row.executiveId,
    champion: row.championId === null ? null : (nameOf.get(row.championId) ?? row.championId),
    points: row.points,
    decision: row.decision,
    flags: row.flags,
    reasons: row.reasons,
    cause: row.cause ? causeInWords(row.cause.cause) : null,
  }));
  proposals.sort((a, b) => a.executive.localeCompare(b.executive, 'en'));
  return { round, proposals };
}

function print(shown: Shown, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify(shown, null, 2));
    return;
  }
  const { round, proposals } = shown;
  console.log(`${round.name} (${round.state}): ${proposals.length} executives`);
  for (const { executive, champion, points, flags, cause } of proposals) {
    if (champion === null) {
      console.log(`  ${executive}: nobody. ${cause ?? ''}`);
      continue;
    }
    console.log(
      `  ${executive} with ${champion}: ${((points ?? 0) / 100).toFixed(1)} of 100 points`,
    );
    for (const flag of flags) {
      console.log(`    Check: ${FLAG_WORDS[flag as keyof typeof FLAG_WORDS]}`);
    }
  }
}
