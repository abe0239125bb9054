import { Injectable } from '@nestjs/common';
import {
  PROGRAMME_RULES,
  ruleInWords,
  ruleLabel,
  withoutChange,
  type ProgrammeRule,
  type ProgrammeRules,
  type RuleDifference,
} from '@flipside/people-domain';
import { isId } from '@flipside/kernel';
import {
  barrier,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
} from '@flipside/platform-api';
import type { ProgrammeChangeType, RuleChangeType } from './programme.type.js';
import { ProgrammeReader } from './programme.reader.js';

interface Row extends RuleDifference {
  id: string;
  at: Date;
  atMicros: number;
  actorId: string | null;
}

/** One change before its actor is looked up. */
export type HistoryEntry = Omit<ProgrammeChangeType, 'actor'> & { actorId: string | null };

/** A rule may have gone since the change was noted: what cannot be said any more is left out. */
const inWords = ({ before, after }: RuleDifference): RuleChangeType[] =>
  PROGRAMME_RULES.filter((rule) => rule in after && rule in before).map((rule) => ({
    rule,
    label: ruleLabel(rule),
    before: say(rule, before),
    after: say(rule, after),
  }));

const say = (rule: ProgrammeRule, rules: Partial<ProgrammeRules>): string =>
  ruleInWords(rule, (rules as ProgrammeRules)[rule]);

/** As exact as the database sorts; a Date is not. */
const AT_MICROS = `(extract(epoch from at) * 1000000)::bigint`;

@Injectable()
export class ProgrammeHistoryReader {
  constructor(
    private readonly db: Database,
    private readonly programme: ProgrammeReader,
  ) {}

  /** Changes of the rules, latest first. Three statements. */
  async page(page: PageArgs): Promise<Connection<HistoryEntry>> {
    const first = pageSize(page);
    const { rules } = await this.programme.current();
    const after = page.after ? decodeCursor(page.after, 2) : null;
    if (after && !(Number.isSafeInteger(after[0]) && isId(String(after[1]))))
      throw barrier('BAD_INPUT');
    const rows = await this.db.rows<Row>(
      `select id, at, ${AT_MICROS} as "atMicros", actor_id as "actorId", before, after from programme_change
       where $1::bigint is null or (${AT_MICROS}, id) < ($1::bigint, $2::uuid)
       order by at desc, id desc limit ${first + 1}`,
      after ?? [null, null],
    );
    const total = await this.db.one<{ count: number }>(
      `select count(*) as count from programme_change`,
    );
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      ({ id, at, actorId, ...difference }) => ({
        id,
        at,
        actorId,
        rules: inWords(difference),
        isUndoable: withoutChange(rules, difference).ok,
      }),
      (row) => [row.atMicros, row.id],
    );
  }
}
