import { concernsBoth, countPractices, mayRead, readersOf } from '@flipside/learnings-domain';
import {
  barrier,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
  Vault,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing } from '../circle.reader.js';
import type { LearningAudience, LearningConsent, LearningStage } from '../learnings.enums.js';
import { LEARNING_CELL } from './learning.store.js';
import type { Learning, LearningCounts } from './learning.type.js';

interface LearningRow {
  id: string;
  personId: string;
  personName: string;
  championId: string | null;
  executiveId: string | null;
  otherName: string | null;
  sessionId: string | null;
  askedId: string | null;
  agrees: boolean | null;
  body: string;
  stage: LearningStage;
  audience: LearningAudience;
  createdAt: Date;
  version: number;
}

const LEARNINGS = `
  select l.id, l.person_id as "personId", a.name as "personName", p.champion_id as "championId",
         p.executive_id as "executiveId", l.session_id as "sessionId", l.body, l.stage, l.audience,
         l.created_at as "createdAt", l.version, k.asked_id as "askedId", k.agrees,
         (select o.name from person o where o.id in (p.champion_id, p.executive_id) and o.id <> l.person_id) as "otherName"
  from learning l
  join person a on a.id = l.person_id
  left join learning_consent k on k.learning_id = l.id
  left join pairing p on p.id = l.pairing_id`;

/** Newest first; the cursor is (created_at, id). */
const NEXT_PAGE = `($2::timestamptz is null or (l.created_at, l.id) < ($2::timestamptz, $3::uuid))`;
const ORDER = `order by l.created_at desc, l.id desc`;

@Injectable()
export class LearningReader {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** The viewer's own learnings. */
  mine(viewer: Viewer, page: PageArgs): Promise<Connection<Learning>> {
    return this.#page(viewer, page, 'l.person_id = $1', viewer.personId);
  }

  /** What people shared with everyone. */
  shared(viewer: Viewer, page: PageArgs): Promise<Connection<Learning>> {
    return this.#page(viewer, page, 'l.retired_at is null and l.audience = $1', 'everyone');
  }

  /** What only the viewer or the two people of one of their pairings may read, opened; the newest 300. Two statements. */
  async closedTo(viewer: Viewer): Promise<Learning[]> {
    const rows = await this.db.rows<LearningRow>(
      `${LEARNINGS} where l.audience <> 'everyone' and (l.person_id = $1
         or (l.audience = 'two_of_us' and l.pairing_id in (select id from pairing where $1 in (champion_id, executive_id))))
       ${ORDER} limit 300`,
      [viewer.personId],
    );
    return this.#show(viewer, rows, this.db);
  }

  /** Those of these learnings that everybody may read. One statement. */
  async sharedByIds(viewer: Viewer, ids: readonly string[]): Promise<Learning[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.rows<LearningRow>(
      `${LEARNINGS} where l.id = any($1::uuid[]) and l.audience = 'everyone' ${ORDER}`,
      [ids],
    );
    return this.#show(viewer, rows, this.db);
  }

  /** The last 20 learnings of a pairing that its two people share. @throws Barrier NOT_FOUND for outsiders */
  async ofPairing(viewer: Viewer, pairingId: string): Promise<Learning[]> {
    requireSide(viewer, await circleOfPairing(this.db, pairingId));
    const rows = await this.db.rows<LearningRow>(
      `${LEARNINGS} where l.pairing_id = $1 and l.audience <> 'only_me' ${ORDER} limit 20`,
      [pairingId],
    );
    return this.#show(viewer, rows, this.db);
  }

  /** Lines that wait for the viewer's yes, the one that waits longest first; at most 20. One statement and the keys. */
  async toAnswer(viewer: Viewer): Promise<Learning[]> {
    const rows = await this.db.rows<LearningRow>(
      `${LEARNINGS} where k.asked_id = $1 and k.agrees is null order by l.created_at, l.id limit 20`,
      [viewer.personId],
    );
    return this.#show(viewer, rows, this.db);
  }

  async counts(viewer: Viewer): Promise<LearningCounts> {
    const rows = await this.db.rows<{ stage: LearningStage }>(
      `select stage from learning where person_id = $1`,
      [viewer.personId],
    );
    return countPractices(rows.map(({ stage }) => stage));
  }

  /** One of the viewer's own. @throws Barrier NOT_FOUND for any other */
  async own(
    viewer: Viewer,
    id: string,
    sql: Pick<Tx, 'one' | 'rows'> = this.db,
  ): Promise<Learning> {
    const row = await sql.one<LearningRow>(`${LEARNINGS} where l.id = $1 and l.person_id = $2`, [
      id,
      viewer.personId,
    ]);
    const [learning] = row ? await this.#show(viewer, [row], sql) : [];
    if (!learning) throw barrier('NOT_FOUND');
    return learning;
  }

  /** One that the viewer was asked about. @throws Barrier NOT_FOUND for any other */
  async asked(viewer: Viewer, id: string): Promise<Learning> {
    const row = await this.db.one<LearningRow>(`${LEARNINGS} where l.id = $1 and k.asked_id = $2`, [
      id,
      viewer.personId,
    ]);
    const [learning] = row ? await this.#show(viewer, [row], this.db) : [];
    if (!learning) throw barrier('NOT_FOUND');
    return learning;
  }

  async #page(
    viewer: Viewer,
    page: PageArgs,
    condition: string,
    parameter: string,
  ): Promise<Connection<Learning>> {
    const first = pageSize(page);
    const [createdAt, id] = page.after ? decodeCursor(page.after, 2) : [null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<LearningRow>(
        `${LEARNINGS} where ${condition} and ${NEXT_PAGE} ${ORDER} limit ${first + 1}`,
        [parameter, createdAt, id],
      ),
      this.db.one<{ total: number }>(
        `select count(*) as total from learning l where ${condition}`,
        [parameter],
      ),
    ]);
    const shown = await this.#show(viewer, rows, this.db);
    return pageOf(
      shown,
      first,
      total?.total ?? 0,
      (row) => row,
      (row) => [row.createdAt, row.id],
    );
  }

  async #show(
    viewer: Viewer,
    rows: readonly LearningRow[],
    sql: Pick<Tx, 'rows'>,
  ): Promise<Learning[]> {
    const readable = rows.filter((row) => isReadable(viewer, row));
    const opened = await this.vault.openRows(sql, viewer.personId, readable, ({ id }) => id, {
      body: LEARNING_CELL,
    });
    return opened.map((row) => show(viewer, row));
  }
}

const isReadable = (viewer: Viewer, row: LearningRow): boolean =>
  mayRead(viewer, readersOf('learning.body', { ...row, writerId: row.personId }, row.audience));

function show(viewer: Viewer, row: LearningRow): Learning {
  const { id, personName, sessionId, body, stage, audience, createdAt, version } = row;
  const isMine = row.personId === viewer.personId;
  const viewerCanAnswer = row.askedId === viewer.personId;
  const isFromSession = sessionId !== null;
  // The session of a colleague is nobody's business, even where the learning is shared.
  return {
    id,
    personName,
    isMine,
    sessionId: isMine ? sessionId : null,
    body,
    stage,
    audience,
    consent: isMine || viewerCanAnswer ? consentOf(row) : null,
    needsYesOf:
      isMine && row.otherName && concernsBoth({ ...row, otherName: row.otherName, isFromSession })
        ? row.otherName
        : null,
    viewerCanAnswer,
    createdAt,
    version,
  };
}

function consentOf({ askedId, agrees }: LearningRow): LearningConsent | null {
  if (askedId === null) return null;
  if (agrees === null) return 'waiting';
  return agrees ? 'agreed' : 'declined';
}
