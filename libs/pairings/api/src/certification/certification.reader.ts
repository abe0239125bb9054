import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import {
  certificationOn,
  type CertificationDays,
  type CertificationState,
} from '@flipside/pairings-domain';
import {
  CLOCK,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
  type RequestContext,
  type Viewer,
} from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { programmeToday } from '../programme-today.js';
import { canReadEvidence } from './certification.policy.js';
import type { CertificationCounts, ChampionCertificationType } from './certification.type.js';

interface CertificationRow {
  championId: string;
  certifiedOn: Day | null;
  validUntil: Day | null;
  withdrawnOn: Day | null;
  evidence: string | null;
  recordedById: string | null;
}

const COLUMNS = `k.certified_on as "certifiedOn", k.valid_until as "validUntil", k.withdrawn_on as "withdrawnOn",
  k.evidence, k.recorded_by as "recordedById"`;

/** Champions who count or may count again, with what is noted about them. $1 = the day. */
const CHAMPIONS = `
  from champion_period cp
  join person p on p.id = cp.person_id
  join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1
  left join champion_certification k on k.person_id = p.id
  where cp.valid_from <= $1 and cp.valid_to > $1`;

/** Valid on the day $1, as the rule "certified" reads it. */
const IS_VALID = `(k.valid_until > $1 and (k.withdrawn_on is null or k.withdrawn_on > $1)) is true`;

export type CertifiedFilter = 'all' | 'valid' | 'not_valid';

@Injectable()
export class CertificationReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Champions of today: those without a valid certification first, then by its end. Two statements. */
  async page(
    viewer: Viewer,
    { filter, text, page }: { filter: CertifiedFilter; text: string; page: PageArgs },
  ): Promise<Connection<ChampionCertificationType>> {
    const first = pageSize(page);
    const { today } = await programmeToday(this.db, this.clock);
    const [until, name, id] = page.after ? decodeCursor(page.after, 3) : [null, null, null];
    const where = `${CHAMPIONS}
      and ($2 = 'all' or ${IS_VALID} = ($2 = 'valid')) and p.name ilike '%' || $3 || '%'`;
    const key = `case when ${IS_VALID} then k.valid_until else date '0001-01-01' end`;
    const params = [today, filter, text.replace(/[\\%_]/g, '\\$&')];
    const [rows, total] = await Promise.all([
      this.db.rows<CertificationRow & { key: string; name: string }>(
        `select p.id as "championId", p.name, (${key})::text as key, ${COLUMNS} ${where}
           and ($4::text is null or (${key}, p.name, p.id) > ($4::date, $5::text, $6::uuid))
         order by ${key}, p.name, p.id limit $7`,
        [...params, until, name, id, first + 1],
      ),
      this.db.one<{ count: number }>(`select count(*)::int as count ${where}`, params),
    ]);
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      (row) => shown(viewer, row, today),
      (row) => [row.key, row.name, row.championId],
    );
  }

  /** How many champions of today a round that asks for certification would keep. */
  async counts(): Promise<CertificationCounts> {
    const { today } = await programmeToday(this.db, this.clock);
    const row = await this.db.one<CertificationCounts>(
      `select count(*)::int as champions, count(*) filter (where ${IS_VALID})::int as certified ${CHAMPIONS}`,
      [today],
    );
    return row ?? { champions: 0, certified: 0 };
  }

  /** Of several champions in one statement per request. */
  of(context: RequestContext, viewer: Viewer): DataLoader<string, ChampionCertificationType> {
    return context.loader<string, ChampionCertificationType>(
      this,
      () => new DataLoader((ids) => this.byChampion(viewer, ids)),
    );
  }

  private async byChampion(
    viewer: Viewer,
    ids: readonly string[],
  ): Promise<ChampionCertificationType[]> {
    const { today } = await programmeToday(this.db, this.clock);
    const rows = await this.db.rows<CertificationRow>(
      `select k.person_id as "championId", ${COLUMNS} from champion_certification k where k.person_id = any($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.championId, row]));
    return ids.map((championId) =>
      shown(viewer, found.get(championId) ?? { ...NOTHING, championId }, today),
    );
  }
}

const NOTHING = {
  certifiedOn: null,
  validUntil: null,
  withdrawnOn: null,
  evidence: null,
  recordedById: null,
};

function shown(viewer: Viewer, row: CertificationRow, today: Day): ChampionCertificationType {
  const { certifiedOn, validUntil, withdrawnOn } = row;
  const noted: CertificationDays | null =
    certifiedOn === null || validUntil === null ? null : { certifiedOn, validUntil, withdrawnOn };
  const state: CertificationState = certificationOn(noted, today);
  const isFull = canReadEvidence(viewer, row);
  return {
    championId: row.championId,
    state,
    certifiedOn,
    validUntil,
    withdrawnOn,
    evidence: isFull ? row.evidence || null : null,
    recordedById: isFull ? row.recordedById : null,
    viewerCanChange: viewer.roles.has('HR_LEAD'),
  };
}
