import { isId, newId } from '@flipside/kernel';
import {
  monthlyHours,
  type EvidenceGrade,
  type OutcomeCategory,
  type TimeFigures,
} from '@flipside/learnings-domain';
import { barrier, type Tx, type Viewer } from '@flipside/platform-api';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing, type PairingCircle } from '../circle.reader.js';

/** An outcome as it is stored; words stay sealed. */
export interface StoredOutcome {
  id: string;
  pairingId: string;
  authorId: string;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  workflow: string;
  minutesBefore: number | null;
  minutesAfter: number | null;
  checkingMinutes: number;
  timesPerMonth: number | null;
  people: number | null;
  setupMinutes: number;
  claimedHours: number | null;
  corroboratedBy: string | null;
  validFrom: string;
  validTo: string;
  version: number;
}

const STORED = `
  select id, pairing_id as "pairingId", author_id as "authorId", category, grade, workflow,
    minutes_before as "minutesBefore", minutes_after as "minutesAfter", checking_minutes as "checkingMinutes",
    times_per_month as "timesPerMonth", people, setup_minutes as "setupMinutes", claimed_hours as "claimedHours",
    corroborated_by as "corroboratedBy", valid_from as "validFrom", valid_to as "validTo", version
  from outcome`;

/** The outcome, locked, with its two people. @throws Barrier NOT_FOUND unless the viewer is one of them */
export async function lockOutcome(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ outcome: StoredOutcome; circle: PairingCircle }> {
  const outcome = isId(id)
    ? await tx.one<StoredOutcome>(`${STORED} where id = $1 for update`, [id])
    : null;
  if (outcome === null) throw barrier('NOT_FOUND');
  const circle = await circleOfPairing(tx, outcome.pairingId);
  requireSide(viewer, circle);
  return { outcome, circle };
}

/** The outcome of a pairing with this workflow in these days, locked. */
export const lockSameWorkflow = (
  tx: Tx,
  pairingId: string,
  workflowKey: string,
  from: string,
  to: string,
): Promise<StoredOutcome | null> =>
  tx.one<StoredOutcome>(
    `${STORED} where pairing_id = $1 and workflow_key = $2 and daterange(valid_from, valid_to) && daterange($3, $4)
     order by valid_to desc limit 1 for update`,
    [pairingId, workflowKey, from, to],
  );

/** The time figures of a stored outcome; null for the other categories. */
export function figuresOf(
  stored: Pick<
    StoredOutcome,
    | 'minutesBefore'
    | 'minutesAfter'
    | 'checkingMinutes'
    | 'timesPerMonth'
    | 'people'
    | 'setupMinutes'
  >,
): TimeFigures | null {
  const { minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people, setupMinutes } =
    stored;
  if (minutesBefore === null || minutesAfter === null || timesPerMonth === null || people === null)
    return null;
  return { minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people, setupMinutes };
}

export type EntryKind = 'recorded' | 'merged' | 'corroborated' | 'restated' | 'renewed' | 'ended';

/** Notes what was said about an outcome, as it stands from now on. */
export async function writeEntry(
  tx: Tx,
  outcomeId: string,
  kind: EntryKind,
  viewer: Viewer,
  at: Date,
): Promise<void> {
  const stored = await tx.one<StoredOutcome>(`${STORED} where id = $1`, [outcomeId]);
  if (stored === null) throw new Error(`There is no outcome ${outcomeId}`);
  const figures = figuresOf(stored);
  await tx.execute(
    `insert into outcome_entry (id, outcome_id, actor_id, kind, at, grade, monthly_hours, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      outcomeId,
      viewer.personId,
      kind,
      at,
      stored.grade,
      figures && monthlyHours(figures),
      stored.validTo,
    ],
  );
}
