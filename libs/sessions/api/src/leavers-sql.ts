/** True where one of a pairing's two people has left. `p` is the pairing, `day` the parameter of the moment. */
export const hasLeaverSql = (day: string): string =>
  `exists (select 1 from person l where l.id in (p.executive_id, p.champion_id) and l.leave_on < ${day}::timestamptz::date)`;
