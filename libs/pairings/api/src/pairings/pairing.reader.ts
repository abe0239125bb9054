import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { backOnOf, isLive, LIVE_STATES, type PairingState } from '@flipside/pairings-domain';
import { isTooShort, nameFits, wordsOf, type PersonType } from '@flipside/people-api';
import {
  barrier,
  CLOCK,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  Vault,
  type PageArgs,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import type { PairingEntity } from './pairing.entity.js';
import {
  canAccept,
  canAgree,
  canAsk,
  canComplete,
  canDecline,
  canEnd,
  canPause,
  canPostpone,
  canReadWords,
  canResume,
  canSeePairing,
  questionsFor,
  sideOf,
  visibleAnswer,
} from './pairing.policy.js';
import type { PairingConnection, PairingQuestion, PairingType } from './pairing.type.js';

type Row = PairingEntity & { executive: PersonType; champion: PersonType };

const person = (alias: string, employment: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'title', ${alias}.title,
    'unitId', ${employment}.org_unit_id, 'locationId', ${employment}.location_id)`;

/** Pairings with the cards of both people, in one statement. $1 is today. */
const PAIRINGS = `
  select g.id, g.executive_id as "executiveId", g.champion_id as "championId", g.round_id as "roundId", g.state,
    g.cadence_days as "cadenceDays", g.session_minutes as "sessionMinutes", g.goal, g.reasons,
    g.executive_answer as "executiveAnswer", g.champion_answer as "championAnswer",
    g.proposed_at as "proposedAt", g.expires_at as "expiresAt",
    g.executive_back_on as "executiveBackOn", g.champion_back_on as "championBackOn", g.accepted_at as "acceptedAt",
    g.anchor_on as "anchorOn", g.paused_from as "pausedFrom", g.paused_until as "pausedUntil",
    g.ended_at as "endedAt", g.version,
    ${person('x', 'xe')} as executive, ${person('c', 'ce')} as champion
  from pairing g
  join person x on x.id = g.executive_id
  join person c on c.id = g.champion_id
  left join employment xe on xe.person_id = x.id and xe.valid_from <= $1 and xe.valid_to > $1
  left join employment ce on ce.person_id = c.id and ce.valid_from <= $1 and ce.valid_to > $1`;

@Injectable()
export class PairingReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** @throws Barrier NOT_FOUND also when it is not for the viewer */
  async one(viewer: Viewer, pairingId: string): Promise<PairingType> {
    const [pairing] = await this.byId(viewer, [pairingId]);
    if (!pairing) throw barrier('NOT_FOUND');
    return pairing;
  }

  /** In the order of the ids; null for those that are not for the viewer. */
  async byId(viewer: Viewer, pairingIds: readonly string[]): Promise<(PairingType | null)[]> {
    const rows = await this.db.rows<Row>(`${PAIRINGS} where g.id = any($2::uuid[])`, [
      await this.today(),
      pairingIds,
    ]);
    const found = new Map(
      (
        await this.show(
          viewer,
          rows.filter((row) => canSeePairing(viewer, row)),
        )
      ).map((pairing) => [pairing.id, pairing]),
    );
    return pairingIds.map((id) => found.get(id) ?? null);
  }

  /** The viewer's own pairings: running ones first, then the latest. */
  async mine(viewer: Viewer): Promise<PairingType[]> {
    const rows = await this.db.rows<Row>(
      `${PAIRINGS} where $2 in (g.executive_id, g.champion_id)
       order by g.state = any($3::text[]) desc, g.proposed_at desc, g.id desc limit 100`,
      [await this.today(), viewer.personId, LIVE_STATES],
    );
    return this.show(viewer, rows);
  }

  /**
   * The few pairings that what somebody is typing may mean, by the names of the two: running ones first, then the latest.
   * HR leads find everybody's, others their own.
   */
  async find(viewer: Viewer, text: string, most: number): Promise<PairingType[]> {
    const words = wordsOf(text);
    if (isTooShort(words)) return [];
    const params: unknown[] = [LIVE_STATES];
    const param = (value: string): string => `$${params.push(value)}`;
    // Whom the longest word fits is looked up by the index of names; the two of a pairing then have to have them all.
    const [longest = ''] = [...words].sort((one, other) => other.length - one.length);
    const both = words.map(
      (word) => `(${nameFits('x.name', word, param)} or ${nameFits('c.name', word, param)})`,
    );
    const own = viewer.roles.has('HR_LEAD')
      ? ''
      : `and ${param(viewer.personId)}::uuid in (g.executive_id, g.champion_id)`;
    const rows = await this.db.rows<{ id: string }>(
      `with named as materialized (select p.id from person p where ${nameFits('p.name', longest, param)})
       select g.id from pairing g
       join person x on x.id = g.executive_id join person c on c.id = g.champion_id
       where (g.executive_id in (select id from named) or g.champion_id in (select id from named))
         and ${both.join(' and ')} ${own}
       order by g.state = any($1::text[]) desc, g.proposed_at desc, g.id desc limit ${most}`,
      params,
    );
    const found = await this.byId(
      viewer,
      rows.map(({ id }) => id),
    );
    return found.filter((pairing) => pairing !== null);
  }

  /** All pairings for HR leads, the latest first. */
  async page(
    viewer: Viewer,
    filter: { states?: PairingState[] | null; unitId?: string | null; roundId?: string | null },
    page: PageArgs,
  ): Promise<PairingConnection> {
    const first = pageSize(page);
    const [at, id] = page.after ? decodeCursor(page.after, 2) : [null, null];
    const today = await this.today();
    const where = `($2::text[] is null or g.state = any($2::text[]))
      and ($3::uuid is null or g.round_id = $3::uuid)
      and ($4::uuid is null or xe.org_unit_id in (select id from below) or ce.org_unit_id in (select id from below))`;
    const params = [today, filter.states ?? null, filter.roundId ?? null, filter.unitId ?? null];
    const rows = await this.db.rows<Row & { total: number }>(
      `with recursive below as (
         select $4::uuid as id
         union
         select p.org_unit_id from below b
         join org_unit_placement p on p.parent_id = b.id and p.valid_from <= $1 and p.valid_to > $1
       ), matching as (${PAIRINGS} where ${where})
       select m.*, (select count(*)::int from matching) as total from matching m
       where $5::timestamptz is null or (m."proposedAt", m.id) < ($5::timestamptz, $6::uuid)
       order by m."proposedAt" desc, m.id desc limit $7`,
      [...params, at, id, first + 1],
    );
    const total = rows[0]?.total ?? (page.after ? await this.total(params, where) : 0);
    // Pages are for HR leads, to whom words stay closed; one who is one of the two reads them on the pairing's page.
    return pageOf(
      rows,
      first,
      total,
      (row) => pairingType(viewer, { ...row, goal: '' }),
      (row) => [row.proposedAt.toISOString(), row.id],
    );
  }

  /** What was asked and answered while the proposal waited, as far as the viewer reads it, the earliest first. */
  async questions(viewer: Viewer, pairing: PairingType): Promise<PairingQuestion[]> {
    const { state, executive, champion } = pairing;
    const readers = questionsFor(viewer, {
      state,
      executiveId: executive.id,
      championId: champion.id,
      executiveAnswer: 'pending',
      championAnswer: 'pending',
    });
    const rows = await this.db.rows<PairingQuestion>(
      `select q.id, p.name as "authorName", q.author_id = $3 as "isMine", q.readers, q.text, q.at
       from pairing_question q join person p on p.id = q.author_id
       where q.pairing_id = $1 and q.readers = any($2::text[]) order by q.at, q.id`,
      [pairing.id, readers, viewer.personId],
    );
    return this.vault.openRows(this.db, viewer.personId, rows, ({ id }) => id, {
      text: 'pairing_question.text',
    });
  }

  /** What the viewer may know of each pairing; the goal is opened for its two people. */
  private async show(viewer: Viewer, rows: readonly Row[]): Promise<PairingType[]> {
    const own = rows.filter((row) => canReadWords(viewer, row));
    const opened = await this.vault.openRows(this.db, viewer.personId, own, ({ id }) => id, {
      goal: 'pairing.goal',
    });
    const goals = new Map(opened.map(({ id, goal }) => [id, goal]));
    return rows.map((row) => pairingType(viewer, { ...row, goal: goals.get(row.id) ?? '' }));
  }

  /** An empty later page still tells how many there are. */
  private async total(params: readonly unknown[], where: string): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `with recursive below as (
         select $4::uuid as id
         union
         select p.org_unit_id from below b
         join org_unit_placement p on p.parent_id = b.id and p.valid_from <= $1 and p.valid_to > $1
       ), matching as (${PAIRINGS} where ${where})
       select count(*)::int as total from matching`,
      params,
    );
    return row?.total ?? 0;
  }

  private async today(): Promise<string> {
    return (await programmeToday(this.db, this.clock)).today;
  }
}

/** What this viewer may know of a pairing. */
function pairingType(viewer: Viewer, row: Row): PairingType {
  const isForWords = canReadWords(viewer, row);
  return {
    id: row.id,
    state: row.state,
    executive: row.executive,
    champion: row.champion,
    viewerSide: sideOf(viewer, row),
    cadenceDays: row.cadenceDays,
    sessionMinutes: row.sessionMinutes,
    goal: isForWords ? row.goal : null,
    reasons: isForWords ? row.reasons : null,
    executiveAnswer: visibleAnswer(viewer, row, 'executive'),
    championAnswer: visibleAnswer(viewer, row, 'champion'),
    proposedAt: row.proposedAt,
    expiresAt: row.expiresAt,
    executiveBackOn: isLive(row.state) ? backOnOf(row, 'executive') : null,
    championBackOn: isLive(row.state) ? backOnOf(row, 'champion') : null,
    acceptedAt: row.acceptedAt,
    anchorOn: row.anchorOn,
    pausedFrom: row.pausedFrom,
    pausedUntil: row.pausedUntil,
    endedAt: row.endedAt,
    viewerCanAccept: canAccept(viewer, row),
    viewerCanDecline: canDecline(viewer, row),
    viewerCanPostpone: canPostpone(viewer, row),
    viewerCanAsk: canAsk(viewer, row),
    viewerCanPause: canPause(viewer, row),
    viewerCanResume: canResume(viewer, row),
    viewerCanEnd: canEnd(viewer, row),
    viewerCanComplete: canComplete(viewer, row),
    viewerCanAgree: canAgree(viewer, row),
  };
}
