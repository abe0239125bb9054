import { newId, ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  checkWorkingAgreement,
  firstTerm,
  isTermEnding,
  nextTerm,
  outcomeOf,
  pairingRefusal,
  type PairingRefusal,
  type Term,
  type TermWish,
} from '@flipside/pairings-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  twoOfUs,
  Vault,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { programmeToday } from '../programme-today.js';
import { EndPairing } from '../pairings/end-pairing.js';
import { sideOf } from '../pairings/pairing.policy.js';
import { lockPairingFor, notePairingEvent, type PairingRow } from '../pairings/pairing.store.js';
import type {
  ConfirmAgreementInput,
  Confidentiality,
  GoalCategory,
  GoalCategoryInput,
  PairingWithoutGoal,
  SetWorkingAgreementInput,
  TimelineEntry,
  WishForTermInput,
  WorkingAgreementType,
} from './agreement.type.js';
import { tellProgramme } from './tell-programme.js';

interface Row {
  executiveId: string;
  championId: string;
  anchorOn: Day | null;
  goalCategory: string | null;
  worksOn: string | null;
  staysOut: string | null;
  confidentiality: Confidentiality | null;
  version: number;
  executiveConfirmed: number | null;
  championConfirmed: number | null;
  number: number | null;
  startsOn: Day | null;
  endsOn: Day | null;
  executiveWish: TermWish | null;
  championWish: TermWish | null;
}

const GOALS = `select code, name, is_for_decisions as "isForDecisions", is_active as "isActive" from goal_category`;

/** How the two of a pairing work: agreement, terms, and everything that happened in order. */
@Injectable()
export class Agreements {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly ending: EndPairing,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** @throws Barrier NOT_FOUND for all but the two people */
  async read(viewer: Viewer, pairingId: string): Promise<WorkingAgreementType> {
    const [row, goals, { today }] = await Promise.all([
      this.db.one<Row>(
        `select g.executive_id as "executiveId", g.champion_id as "championId", g.anchor_on as "anchorOn",
                a.goal_category as "goalCategory", a.works_on as "worksOn", a.stays_out as "staysOut", a.confidentiality,
                coalesce(a.version, 0) as version, a.executive_confirmed as "executiveConfirmed",
                a.champion_confirmed as "championConfirmed", t.number, t.starts_on as "startsOn", t.ends_on as "endsOn",
                t.executive_wish as "executiveWish", t.champion_wish as "championWish"
         from pairing g
         left join pairing_agreement a on a.pairing_id = g.id
         left join lateral (select * from pairing_term where pairing_id = g.id order by number desc limit 1) t on true
         where g.id = $1`,
        [pairingId],
      ),
      this.goals(),
      programmeToday(this.db, this.clock),
    ]);
    const side = row && sideOf(viewer, row);
    if (!row || !side) throw barrier('NOT_FOUND');
    const [worksOn = '', staysOut = ''] = await this.vault.open(this.db, viewer.personId, [
      { at: `agreement.worksOn:${pairingId}`, sealed: row.worksOn ?? '' },
      { at: `agreement.staysOut:${pairingId}`, sealed: row.staysOut ?? '' },
    ]);
    const confirmed = { executive: row.executiveConfirmed, champion: row.championConfirmed };
    const wishes = { executive: row.executiveWish, champion: row.championWish };
    const other = side === 'executive' ? 'champion' : 'executive';
    const term = termOf(row);
    return {
      pairingId,
      goalCategory: goals.find(({ code }) => code === row.goalCategory) ?? null,
      worksOn,
      staysOut,
      confidentiality: row.confidentiality ?? 'two_of_us',
      version: row.version,
      viewerConfirmed: row.version > 0 && confirmed[side] === row.version,
      otherConfirmed: row.version > 0 && confirmed[other] === row.version,
      needsGoal: row.goalCategory === null,
      offeredGoals: goals.filter(({ isActive }) => isActive),
      termNumber: term?.number ?? null,
      termEndsOn: term?.endsOn ?? null,
      isTermEnding: term !== null && isTermEnding(term, today),
      viewerWish: wishes[side],
      // A wish to leave is told by the end of the pairing, not before it.
      otherWishesToRenew: wishes[other] === 'renew',
    };
  }

  /** Either of the two writes it; that is their yes, and the other person is asked for theirs. */
  set(
    viewer: Viewer,
    input: SetWorkingAgreementInput,
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { pairing, side } = await this.#own(tx, viewer, input.pairingId);
      const checked = checkWorkingAgreement(input);
      if (!checked.ok) return checked;
      const owner = twoOfUs({ ...pairing, pairingId: pairing.id });
      const seal = (field: 'worksOn' | 'staysOut'): Promise<string> =>
        this.vault.seal(tx, owner, `agreement.${field}:${pairing.id}`, checked.value[field]);
      const now = this.clock.now();
      const written = await tx.execute(
        `insert into pairing_agreement as a (pairing_id, goal_category, works_on, stays_out, confidentiality, changed_at,
           ${side}_confirmed)
         select $1, (select code from goal_category where code = $2), $3, $4, $5, $6, 1 where $7 = 0
            or exists (select from pairing_agreement where pairing_id = $1)
         on conflict (pairing_id) do update set goal_category = excluded.goal_category, works_on = excluded.works_on,
           stays_out = excluded.stays_out, confidentiality = excluded.confidentiality, changed_at = excluded.changed_at,
           version = a.version + 1, executive_confirmed = null, champion_confirmed = null
         where a.version = $7 returning pairing_id`,
        [
          pairing.id,
          input.goalCategory ?? null,
          await seal('worksOn'),
          await seal('staysOut'),
          input.confidentiality,
          now,
          input.version,
        ],
      );
      if (written === 0) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      await tx.execute(
        `update pairing_agreement set ${side}_confirmed = version where pairing_id = $1`,
        [pairing.id],
      );
      await notePairingEvent(tx, pairing.id, { kind: 'agreed', actorId: viewer.personId, at: now });
      return ok({ pairingId: pairing.id });
    });
  }

  confirm(
    viewer: Viewer,
    input: ConfirmAgreementInput,
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { pairing, side } = await this.#own(tx, viewer, input.pairingId);
      const confirmed = await tx.execute(
        `update pairing_agreement set ${side}_confirmed = version where pairing_id = $1 and version = $2`,
        [pairing.id, input.version],
      );
      if (confirmed === 0) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      await notePairingEvent(tx, pairing.id, {
        kind: 'agreement_confirmed',
        actorId: viewer.personId,
        at: this.clock.now(),
      });
      return ok({ pairingId: pairing.id });
    });
  }

  /** One side's wish for the end of the term. Two wishes to renew begin the next term; one to leave ends the pairing. */
  async wish(
    viewer: Viewer,
    input: WishForTermInput,
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    const done = await this.db.transaction(async (tx) => {
      const { pairing, side } = await this.#own(tx, viewer, input.pairingId);
      if (pairing.state !== 'active' && pairing.state !== 'paused')
        return refuse(pairingRefusal('NOT_IN_THIS_STATE'));
      const { today } = await programmeToday(tx, this.clock);
      const term = await this.#term(tx, pairing.id);
      if (!term) return refuse(pairingRefusal('NOT_IN_THIS_STATE'));
      const wishes = await tx.one<{ executive: TermWish | null; champion: TermWish | null }>(
        `update pairing_term set ${side}_wish = $3 where pairing_id = $1 and number = $2
         returning executive_wish as executive, champion_wish as champion`,
        [pairing.id, term.number, input.wish],
      );
      const outcome = outcomeOf(wishes?.executive ?? null, wishes?.champion ?? null);
      const event = { actorId: viewer.personId, at: this.clock.now() };
      if (outcome === 'renew') {
        const next = nextTerm(term, today);
        await tx.execute(
          `insert into pairing_term (pairing_id, number, starts_on, ends_on) values ($1, $2, $3, $4)`,
          [pairing.id, next.number, next.startsOn, next.endsOn],
        );
        await notePairingEvent(tx, pairing.id, {
          ...event,
          kind: 'renewed',
          detail: { term: next.number, startsOn: next.startsOn, endsOn: next.endsOn },
        });
      }
      if (outcome === 'rotate') await tellProgramme(tx, this.config, pairing.id, term.number);
      return ok({ pairingId: pairing.id, outcome });
    });
    if (!done.ok) return done;
    const { pairingId, outcome } = done.value;
    if (outcome === 'rotate' || outcome === 'close') {
      const ended = await this.ending.run(viewer, { pairingId, isCompleted: true });
      if (!ended.ok) return ended;
    }
    return ok({ pairingId });
  }

  /** Accepted pairings of the viewer without a goal, as they are asked about before the first session. */
  async withoutGoal(viewer: Viewer): Promise<PairingWithoutGoal[]> {
    const waiting = await this.db.rows<{ id: string; otherName: string }>(
      `select p.id, o.name as "otherName"
       from pairing p
       join person o on o.id = case when p.champion_id = $1 then p.executive_id else p.champion_id end
       left join pairing_agreement a on a.pairing_id = p.id
       where $1 in (p.champion_id, p.executive_id) and p.state = 'accepted' and a.goal_category is null
       order by p.accepted_at, p.id limit 3`,
      [viewer.personId],
    );
    return Promise.all(
      waiting.map(async ({ id, otherName }) => ({
        otherName,
        agreement: await this.read(viewer, id),
      })),
    );
  }

  /** What happened in a pairing, oldest first, in one line over all its terms. For the two people and HR leads. */
  timeline(pairingId: string): Promise<TimelineEntry[]> {
    return this.db.rows<TimelineEntry>(
      `select v.kind, case when v.kind = any($2::text[]) then null else a.name end as "actorName", v.at from pairing_event v left join person a on a.id = v.actor_id
       where v.pairing_id = $1 order by v.at, v.id limit 500`,
      [pairingId, NOBODYS],
    );
  }

  goals(): Promise<GoalCategory[]> {
    return this.db.rows<GoalCategory>(`${GOALS} order by position, code`);
  }

  /** HR's own list of outcomes. What is left out is no longer offered; pairings that chose it keep it. */
  async setGoals(goals: readonly GoalCategoryInput[]): Promise<GoalCategory[]> {
    await this.db.transaction(async (tx) => {
      await tx.execute(`update goal_category set is_active = false`);
      await tx.execute(
        `insert into goal_category (code, name, is_for_decisions, is_active, position)
         select code, left(trim(name), 80), "isForDecisions", "isActive", position
         from jsonb_to_recordset($1::jsonb) as g (code text, name text, "isForDecisions" boolean, "isActive" boolean, position int)
         where trim(name) <> ''
         on conflict (code) do update set name = excluded.name, is_for_decisions = excluded.is_for_decisions,
           is_active = excluded.is_active, position = excluded.position`,
        [
          JSON.stringify(
            goals.map((goal, position) => ({ ...goal, code: goal.code ?? newId(), position })),
          ),
        ],
      );
    });
    return this.goals();
  }

  /** @throws Barrier NOT_FOUND unless the viewer is one of the two */
  async #own(
    tx: Tx,
    viewer: Viewer,
    pairingId: string,
  ): Promise<{ pairing: PairingRow; side: 'executive' | 'champion' }> {
    const pairing = await lockPairingFor(tx, viewer, pairingId);
    const side = sideOf(viewer, pairing);
    if (!side) throw barrier('NOT_FOUND');
    return { pairing, side };
  }

  /** The newest term, written down when it is first needed. */
  async #term(tx: Tx, pairingId: string): Promise<Term | null> {
    const row = await tx.one<Pick<Row, 'anchorOn' | 'number' | 'startsOn' | 'endsOn'>>(
      `select g.anchor_on as "anchorOn", t.number, t.starts_on as "startsOn", t.ends_on as "endsOn"
       from pairing g left join pairing_term t on t.pairing_id = g.id where g.id = $1 order by t.number desc limit 1`,
      [pairingId],
    );
    const term = row && termOf(row);
    if (row && term && row.number === null) {
      await tx.execute(
        `insert into pairing_term (pairing_id, number, starts_on, ends_on) values ($1, $2, $3, $4)`,
        [pairingId, term.number, term.startsOn, term.endsOn],
      );
    }
    return term;
  }
}

/** Leaving is quiet: the timeline does not say by whom. */
const NOBODYS = ['declined', 'withdrawn', 'completed', 'ended_early'];

function termOf(row: Pick<Row, 'anchorOn' | 'number' | 'startsOn' | 'endsOn'>): Term | null {
  if (row.number !== null && row.startsOn !== null && row.endsOn !== null)
    return { number: row.number, startsOn: row.startsOn, endsOn: row.endsOn };
  return row.anchorOn === null ? null : firstTerm(row.anchorOn);
}
