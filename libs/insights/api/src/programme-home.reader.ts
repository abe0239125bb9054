import { CoverageReader } from '@flipside/champions-api';
import {
  gapSentence,
  spreadSentence,
  totalSentence,
  type NominationStage,
} from '@flipside/champions-domain';
import { isFresh, setUpSteps, type SetUpState } from '@flipside/insights-domain';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import type {
  AgeingNomination,
  GapList,
  NominationList,
  ProgrammeHeadline,
  ProgrammeHome,
  ProposalList,
  SlippingList,
  WaitingProposal,
} from './programme-home.type.js';
import { RhythmReader } from './rhythm.reader.js';

const ROWS = 5;
const DAY_MS = 86_400_000;
/** Stages in which the next step is the programme's. */
const TO_DECIDE: readonly NominationStage[] = ['nominated', 'screened', 'interviewed', 'approved'];

/** The programme home: ten statements, whatever the size of the company. */
@Injectable()
export class ProgrammeHomeReader {
  constructor(
    private readonly db: Database,
    private readonly coverage: CoverageReader,
    private readonly rhythm: RhythmReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async home(): Promise<ProgrammeHome> {
    const [coverage, state, proposals, slipping, nominations] = await Promise.all([
      this.#coverage(),
      this.#setUpState(),
      this.#proposals(),
      this.#slipping(),
      this.#nominations(),
    ]);
    return {
      ...coverage,
      setUp: isFresh(state) ? setUpSteps(state) : [],
      hasPeople: state.people > 1,
      proposals,
      slipping,
      nominations,
    };
  }

  async #coverage(): Promise<{ headline: ProgrammeHeadline; gaps: GapList }> {
    const { report, units } = await this.coverage.gaps(ROWS);
    return {
      headline: {
        spreadSentence: spreadSentence(report),
        totalSentence: totalSentence(report),
        gapSentence: gapSentence(report),
        lastImportAt: report.lastImportAt,
        isStale: report.isStale,
      },
      gaps: {
        rows: units.map(({ id, name, people, champions, required, gap }) => ({
          unitId: id,
          name,
          people,
          champions,
          required,
          gap,
        })),
        totalCount: report.gaps.unitIds.length,
      },
    };
  }

  async #setUpState(): Promise<SetUpState> {
    // Two people are enough to tell a company from a lone administrator; nobody needs the exact count here.
    const row = await this.db.one<SetUpState>(
      `select (select count(*) from (select from person limit 2) p) as people,
              (select count(*) from (select from org_unit limit 2) u) as units,
              exists (select from programme_change) as "hasChosenTarget",
              (select count(*) from (select from nomination limit 1) n) as nominations,
              (select count(*) from (select from champion limit 1) c) as champions,
              (select count(*) from (select from matching_round limit 1) r) as rounds`,
    );
    if (row === null) throw new Error('Counting gives one row');
    return row;
  }

  async #proposals(): Promise<ProposalList> {
    const rows = await this.db.rows<WaitingProposal & { total: number; flagged: number }>(
      `select q.id, r.id as "roundId", r.name as "roundName", e.name as "executiveName", c.name as "championName",
              cardinality(q.flags) as "flagCount", count(*) over () as total,
              count(*) filter (where q.flags <> '{}') over () as flagged
       from proposal q
       join matching_round r on r.id = q.round_id and r.state = 'review'
       join person e on e.id = q.executive_id
       left join person c on c.id = q.champion_id
       where q.decision = 'open'
       order by cardinality(q.flags) desc, r.created_at, e.name, q.id limit ${ROWS}`,
    );
    return {
      rows: rows.map(({ total, flagged, ...row }) => row),
      totalCount: rows[0]?.total ?? 0,
      flaggedCount: rows[0]?.flagged ?? 0,
    };
  }

  async #slipping(): Promise<SlippingList> {
    const { pairings, counts } = await this.rhythm.rhythm(['slipping']);
    return { rows: pairings.slice(0, ROWS), totalCount: counts.slipping };
  }

  async #nominations(): Promise<NominationList> {
    const now = this.clock.now();
    const rows = await this.db.rows<
      Omit<AgeingNomination, 'days'> & { since: Date; total: number }
    >(
      `select n.id, p.name as "nomineeName", u.name as "unitName", n.stage, n.stage_since as since,
              count(*) over () as total
       from nomination n
       join person p on p.id = n.nominee_id
       left join employment m on m.person_id = p.id and m.valid_to = 'infinity'
       left join org_unit u on u.id = m.org_unit_id
       where n.closed_at is null and n.stage = any ($1)
         and not (n.stage = 'nominated' and n.nominee_answer = 'pending')
       order by n.stage_since, n.id limit ${ROWS}`,
      [TO_DECIDE],
    );
    return {
      rows: rows.map(({ since, total, ...row }) => ({
        ...row,
        days: Math.floor((now.getTime() - since.getTime()) / DAY_MS),
      })),
      totalCount: rows[0]?.total ?? 0,
    };
  }
}
