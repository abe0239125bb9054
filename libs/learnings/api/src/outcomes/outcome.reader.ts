import {
  monthlyHours,
  netHours,
  renewedUntil,
  type EvidenceGrade,
  type OutcomeCategory,
} from '@flipside/learnings-domain';
import { addDays, dayOfInstant, isId, type Clock, type Day } from '@flipside/kernel';
import { barrier, CLOCK, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing, type PairingCircle } from '../circle.reader.js';
import { canCorroborate } from './outcome.policy.js';
import { figuresOf } from './outcome.store.js';
import type { Outcome, OutcomeEntry } from './outcome.type.js';

interface OutcomeRow {
  id: string;
  sessionId: string | null;
  authorId: string;
  authorName: string;
  corroboratedByName: string | null;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  workflow: string;
  source: string;
  minutesBefore: number | null;
  minutesAfter: number | null;
  checkingMinutes: number;
  timesPerMonth: number | null;
  people: number | null;
  setupMinutes: number;
  validFrom: string;
  validTo: string;
  createdAt: Date;
  valueBefore: number | null;
  valueAfter: number | null;
  cases: number | null;
  isLowerBetter: boolean;
  indicator: string;
  claimedHours: number | null;
  endedOn: string | null;
  version: number;
}

const OUTCOMES = `
  select o.id, o.session_id as "sessionId", o.author_id as "authorId", a.name as "authorName",
         b.name as "corroboratedByName", o.category, o.grade, o.workflow, o.source,
         o.minutes_before as "minutesBefore", o.minutes_after as "minutesAfter",
         o.checking_minutes as "checkingMinutes", o.value_before as "valueBefore", o.value_after as "valueAfter", o.cases,
         o.is_lower_better as "isLowerBetter", o.indicator, o.claimed_hours as "claimedHours", o.ended_on as "endedOn",
         o.version, o.times_per_month as "timesPerMonth", o.people, o.setup_minutes as "setupMinutes",
         o.valid_from as "validFrom", o.valid_to as "validTo", o.created_at as "createdAt"
  from outcome o
  join person a on a.id = o.author_id
  left join person b on b.id = o.corroborated_by`;

/** Most outcomes shown for one pairing. */
const MOST = 100;

@Injectable()
export class OutcomeReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** A pairing's outcomes, newest first. @throws Barrier NOT_FOUND for anybody but its two people */
  async ofPairing(viewer: Viewer, pairingId: string): Promise<Outcome[]> {
    const circle = await circleOfPairing(this.db, pairingId);
    requireSide(viewer, circle);
    const rows = await this.db.rows<OutcomeRow>(
      `${OUTCOMES} where o.pairing_id = $1 order by o.created_at desc, o.id limit ${MOST}`,
      [pairingId],
    );
    return this.#show(viewer, circle, rows, this.db);
  }

  /** One outcome of one of the viewer's pairings. @throws Barrier NOT_FOUND */
  async one(viewer: Viewer, id: string, sql: Pick<Tx, 'one' | 'rows'> = this.db): Promise<Outcome> {
    const found = isId(id)
      ? await sql.one<{ pairingId: string }>(
          `select pairing_id as "pairingId" from outcome where id = $1`,
          [id],
        )
      : null;
    if (found === null) throw barrier('NOT_FOUND');
    const circle = await circleOfPairing(sql, found.pairingId);
    requireSide(viewer, circle);
    const row = await sql.one<OutcomeRow>(`${OUTCOMES} where o.id = $1`, [id]);
    const [outcome] = row ? await this.#show(viewer, circle, [row], sql) : [];
    if (!outcome) throw barrier('NOT_FOUND');
    return outcome;
  }

  async #show(
    viewer: Viewer,
    circle: PairingCircle,
    rows: readonly OutcomeRow[],
    sql: Pick<Tx, 'rows'>,
  ): Promise<Outcome[]> {
    const opened = await this.vault.openRows(sql, viewer.personId, rows, ({ id }) => id, {
      workflow: 'outcome.workflow',
      source: 'outcome.source',
      indicator: 'outcome.indicator',
    });
    const entries = await sql.rows<OutcomeEntry & { outcomeId: string }>(
      `select e.outcome_id as "outcomeId", e.kind, e.at, e.grade, e.monthly_hours as "monthlyHours", p.name as "actorName"
       from outcome_entry e join person p on p.id = e.actor_id where e.outcome_id = any($1) order by e.at, e.id`,
      [rows.map(({ id }) => id)],
    );
    return opened.map((row) => ({
      ...show(viewer, circle, row, this.#today(viewer)),
      history: entries.filter(({ outcomeId }) => outcomeId === row.id),
    }));
  }

  #today(viewer: Viewer): Day {
    return dayOfInstant(this.clock.now(), viewer.timeZone);
  }
}

function show(
  viewer: Viewer,
  circle: PairingCircle,
  { authorId, ...row }: OutcomeRow,
  today: Day,
): Omit<Outcome, 'history'> {
  const figures = figuresOf(row);
  const { validFrom, validTo } = row;
  const renewal = renewedUntil(validTo, today);
  return {
    ...row,
    monthlyHours: figures && monthlyHours(figures),
    // Today counts: a change that holds since this morning has saved its first day.
    netHoursSoFar:
      figures && netHours({ ...figures, validFrom, validTo }, validFrom, addDays(today, 1)),
    holds: validFrom <= today && validTo > today,
    canRenew: renewal.ok,
    viewerCanCorroborate: canCorroborate(viewer, { authorId, grade: row.grade }, circle),
  };
}
