import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';

export interface RecruitingRulesView {
  readonly asksManagers: boolean;
  readonly termMonths: number;
  /** The programme's own words to new champions, up to 1,000 characters. */
  readonly welcome: string;
}

const LONGEST_WELCOME = 1000;

/** Whether managers are asked or informed, how long a term lasts, and what new champions read first. */
@Injectable()
export class SetRecruitingRules {
  constructor(private readonly db: Database) {}

  async rules(): Promise<RecruitingRulesView> {
    const row = await this.db.one<RecruitingRulesView>(
      `select manager_policy = 'asked' as "asksManagers", term_months as "termMonths", welcome from recruiting_rule`,
    );
    if (!row) throw new Error('Recruiting has no row of rules');
    return row;
  }

  async run(
    viewer: Viewer,
    { asksManagers, termMonths, welcome }: Partial<RecruitingRulesView>,
  ): Promise<Result<RecruitingRulesView, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    if (
      termMonths !== undefined &&
      !(Number.isInteger(termMonths) && termMonths >= 3 && termMonths <= 60)
    ) {
      return refuse(championRefusal('TERM_OUT_OF_RANGE', 'termMonths'));
    }
    if ([...(welcome ?? '')].length > LONGEST_WELCOME)
      return refuse(championRefusal('ABOUT_TOO_LONG', 'welcome'));
    await this.db.rows(
      `update recruiting_rule set manager_policy = coalesce(case $1::boolean when true then 'asked' when false then 'informed' end, manager_policy),
         term_months = coalesce($2::smallint, term_months), welcome = coalesce($3, welcome) returning id`,
      [asksManagers ?? null, termMonths ?? null, welcome?.trim() ?? null],
    );
    return ok(await this.rules());
  }
}
