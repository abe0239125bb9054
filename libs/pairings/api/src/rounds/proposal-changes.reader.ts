import { Injectable } from '@nestjs/common';
import { Database, type RequestContext } from '@flipside/platform-api';
import { ProposalReader } from './proposal.reader.js';
import type { ProposalType } from './proposal.type.js';

/** Above this many changed proposals, asking for all of them again is no more work. */
const MOST_CHANGES = 400;

/** What others did to a round since a page last looked, so that it need not ask for everything again. */
@Injectable()
export class ProposalChangesReader {
  constructor(
    private readonly db: Database,
    private readonly proposals: ProposalReader,
  ) {}

  /** Proposals changed by decisions after a step; null when they were proposed again or too many changed. */
  async since(
    roundId: string,
    seq: number,
    context: RequestContext,
  ): Promise<ProposalType[] | null> {
    const steps = await this.db.one<{ isNew: boolean; executiveIds: string[] }>(
      `select coalesce(bool_or(s.kind like 'propose%'), false) as "isNew",
         coalesce((select array_agg(distinct e.effect ->> 0)
           from matching_edit d cross join jsonb_array_elements(d.effects) as e (effect)
           where d.round_id = $1 and d.seq > $2), '{}') as "executiveIds"
       from matching_edit s where s.round_id = $1 and s.seq > $2`,
      [roundId, seq],
    );
    if (!steps || steps.isNew || steps.executiveIds.length > MOST_CHANGES) return null;
    const rows = await this.db.rows<{ id: string }>(
      `select id from proposal where round_id = $1 and executive_id = any($2::uuid[])`,
      [roundId, steps.executiveIds],
    );
    return this.proposals.several(
      rows.map(({ id }) => id),
      context,
    );
  }
}
