import { newId } from '@flipside/kernel';
import {
  closingLines,
  firstOfNextMonth,
  type EvidenceGrade,
  type LedgerOutcome,
  type OutcomeCategory,
  type Posting,
} from '@flipside/learnings-domain';
import type { Tx } from '@flipside/platform-api';
import { figuresOf } from './outcome.store.js';

interface Row {
  id: string;
  pairingId: string;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  minutesBefore: number | null;
  minutesAfter: number | null;
  checkingMinutes: number;
  timesPerMonth: number | null;
  people: number | null;
  setupMinutes: number;
  validFrom: string;
  validTo: string;
}

/**
 * Closes a month of the ledger: books what every outcome brings in it, and what became known about earlier ones. To be
 * called once a month, in order, in the unit of work that publishes it.
 * @param unitOf the unit of each pairing, which its lines stay in
 */
export async function postOutcomeMonth(
  tx: Tx,
  month: string,
  unitOf: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const closed = await tx.rows<{ month: string }>(`select month from outcome_month`);
  await tx.execute(`insert into outcome_month (month, closed_at) values ($1, $2)`, [month, now]);
  const outcomes = await tx.rows<Row>(
    `select id, pairing_id as "pairingId", category, grade, minutes_before as "minutesBefore", minutes_after as "minutesAfter",
       checking_minutes as "checkingMinutes", times_per_month as "timesPerMonth", people, setup_minutes as "setupMinutes",
       valid_from as "validFrom", valid_to as "validTo"
     from outcome where valid_from < $1`,
    [firstOfNextMonth(month)],
  );
  const posted = await tx.rows<Posting>(
    `select outcome_id as "outcomeId", pairing_id as "pairingId", unit_id as "unitId", category, grade,
       booked_in as "bookedIn", for_month as "forMonth", outcomes, hours
     from outcome_posting order by booked_in, id`,
  );
  const lines = closingLines(
    outcomes.map((row): LedgerOutcome => ({
      ...row,
      unitId: unitOf.get(row.pairingId) ?? null,
      figures: figuresOf(row),
    })),
    posted,
    closed.map((each) => each.month),
    month,
  );
  await tx.execute(
    `insert into outcome_posting (id, outcome_id, pairing_id, unit_id, category, grade, booked_in, for_month, outcomes, hours)
     select id, "outcomeId", "pairingId", "unitId", category, grade, "bookedIn", "forMonth", outcomes, hours
     from jsonb_to_recordset($1::jsonb) as l(id uuid, "outcomeId" uuid, "pairingId" uuid, "unitId" uuid, category text,
       grade text, "bookedIn" date, "forMonth" date, outcomes int, hours numeric)`,
    [JSON.stringify(lines.map((line) => ({ ...line, id: newId() })))],
  );
}
