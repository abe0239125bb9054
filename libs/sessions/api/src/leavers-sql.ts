import { worksHereSql } from '@flipside/people-api';

/** True where one of a pairing's two people has left. `p` is the pairing, `at` the parameter of the moment. */
export const hasLeaverSql = (at: string): string =>
  `exists (select 1 from person l where l.id in (p.executive_id, p.champion_id) and not ${worksHereSql('l', at)})`;
