import {
  checkText,
  DATA_CLASSES,
  FIRST_GUARDRAILS,
  learningRefusals,
  withoutSecret,
  type DataClassCode,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { worksHereSql } from '@flipside/people-api';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import type { ApprovedTool, ChangeGuardrailsInput, Guardrails } from './guidance.type.js';

interface GuardrailsRow {
  version: number;
  dos: string[];
  donts: string[];
  rules: Partial<Record<DataClassCode, string>>;
  ownerId: string | null;
  ownerName: string | null;
  trustId: string | null;
  trustName: string | null;
  viewerReadAt: Date | null;
}

const FIRST: GuardrailsRow = {
  version: 0,
  dos: [...FIRST_GUARDRAILS.dos],
  donts: [...FIRST_GUARDRAILS.donts],
  rules: FIRST_GUARDRAILS.rules,
  ownerId: null,
  ownerName: null,
  trustId: null,
  trustName: null,
  viewerReadAt: null,
};

/** What may and may not be done with AI: the newest version, and who has read it. */
@Injectable()
export class GuardrailsBook {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever was named and has left stands there no more: a question would reach nobody. */
  async read(viewer: Viewer): Promise<Guardrails> {
    const [row, tools] = await Promise.all([
      this.db.one<GuardrailsRow>(
        `select g.version, g.dos, g.donts, g.rules, o.id as "ownerId", o.name as "ownerName",
                t.id as "trustId", t.name as "trustName", s.at as "viewerReadAt"
         from guardrails g
         left join person o on o.id = g.owner_id and ${worksHereSql('o', '$2')}
         left join person t on t.id = g.trust_id and ${worksHereSql('t', '$2')}
         left join guardrails_seen s on s.version = g.version and s.person_id = $1
         order by g.version desc limit 1`,
        [viewer.personId, this.clock.now()],
      ),
      toolsFor(this.db, 'public'),
    ]);
    const { rules, ...guardrails } = row ?? FIRST;
    return {
      ...guardrails,
      tools,
      rules: DATA_CLASSES.map((dataClass) => ({
        dataClass,
        rule: rules[dataClass] ?? FIRST_GUARDRAILS.rules[dataClass],
      })),
      viewerCanChange: viewer.roles.has('HR_LEAD'),
    };
  }

  /** The viewer has read the newest version. Saying so twice keeps the first time. */
  async acknowledge(viewer: Viewer): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await ensureFirst(tx, now);
      await tx.execute(
        `insert into guardrails_seen (person_id, version, at)
         select $1, max(version), $2 from guardrails on conflict do nothing`,
        [viewer.personId, now],
      );
    });
  }

  change(viewer: Viewer, input: ChangeGuardrailsInput): Promise<Result<number, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      for (const [field, lines] of [
        ['dos', input.dos],
        ['donts', input.donts],
        ['rules', input.rules.map(({ rule }) => rule)],
        ['tools', input.tools.flatMap(({ name, purpose }) => (purpose ? [name, purpose] : [name]))],
      ] as const) {
        for (const line of lines) {
          const checked = withoutSecret(checkText('recipeLine', line, field), field);
          if (!checked.ok) return checked;
        }
      }
      await tx.rows(`select pg_advisory_xact_lock(hashtext('flipside:guardrails'))`);
      const before = await tx.one<{ version: number }>(
        `select coalesce(max(version), 0) as version from guardrails`,
      );
      if ((before?.version ?? 0) !== input.version)
        return refuse(learningRefusals.changedMeanwhile());
      const version = input.version + 1;
      const named = [input.ownerId, input.trustId].filter((id) => id != null);
      if (!named.every(isId)) throw barrier('BAD_INPUT', 'An id is a UUID.');
      const known = await tx.rows('select id from person where id = any($1::uuid[])', [named]);
      if (known.length < new Set(named).size) throw barrier('NOT_FOUND');
      await tx.execute(
        `insert into guardrails (version, dos, donts, rules, owner_id, trust_id, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          version,
          input.dos,
          input.donts,
          JSON.stringify(
            Object.fromEntries(input.rules.map((each) => [each.dataClass, each.rule])),
          ),
          input.ownerId ?? null,
          input.trustId ?? null,
          viewer.personId,
          this.clock.now(),
        ],
      );
      await tx.execute(
        `update approved_tool set is_active = false where not (id = any($1::uuid[]))`,
        [input.tools.map(({ id }) => id)],
      );
      await tx.execute(
        `insert into approved_tool (id, name, purpose, highest_class)
         select id, name, purpose, highest_class from jsonb_to_recordset($1::jsonb)
           as t (id uuid, name text, purpose text, highest_class text)
         on conflict (id) do update set name = excluded.name, purpose = excluded.purpose,
           highest_class = excluded.highest_class, is_active = true`,
        [
          JSON.stringify(
            input.tools.map(({ highestClass, ...tool }) => ({
              ...tool,
              highest_class: highestClass,
            })),
          ),
        ],
      );
      return ok(version);
    });
  }
}

/** The words a new installation starts with become version 1 when somebody first reads them. */
async function ensureFirst(tx: Tx, now: Date): Promise<void> {
  await tx.execute(
    `insert into guardrails (version, dos, donts, rules, changed_at)
     select 1, $1, $2, $3, $4 where not exists (select from guardrails) on conflict do nothing`,
    [FIRST.dos, FIRST.donts, JSON.stringify(FIRST.rules), now],
  );
}

/** Tools into which material of this class may go, by name. */
export const toolsFor = (
  sql: Pick<Tx, 'rows'>,
  dataClass: DataClassCode,
): Promise<ApprovedTool[]> =>
  sql.rows<ApprovedTool>(
    `select id, name, purpose, highest_class as "highestClass" from approved_tool
     where is_active and array_position($1::text[], highest_class) >= array_position($1::text[], $2)
     order by lower(name), id`,
    [[...DATA_CLASSES], dataClass],
  );
