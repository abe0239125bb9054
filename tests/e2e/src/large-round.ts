import type pg from 'pg';

/**
 * Puts a round of so many pairs into the demonstration company, every twelfth of them flagged, as the review page
 * would find it after a very large proposing.
 */
export async function aLargeRound(client: pg.Client, pairs: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into matching_round (id, name, state, rules, proposed_at)
     select gen_random_uuid(), 'A very large round', 'review', rules, now() from matching_round where state = 'review'
     returning id`,
  );
  const roundId = rows[0]?.id;
  if (!roundId) throw new Error('There is no round to copy the rules of');
  await client.query(
    `with made as (
       insert into person (id, name, title)
       select gen_random_uuid(), 'Executive ' || lpad(n::text, 5, '0'), 'Director' from generate_series(1, $2) n
       returning id, name
     ), enrolled as (
       insert into executive (person_id, source, enrolled_on) select id, 'hand', current_date from made
     ), champions as (
       select person_id, row_number() over (order by person_id) as n, count(*) over () as of
       from champion_period where state = 'active' and valid_to = 'infinity'
     ), numbered as (
       select id, row_number() over (order by name) as n from made
     )
     insert into proposal (id, round_id, executive_id, champion_id, points, flags)
     select gen_random_uuid(), $1, m.id, c.person_id, 4000 + (m.n * 37) % 5000,
       case when m.n % 12 = 0 then '{at_limit}'::text[] else '{}' end
     from numbered m join champions c on c.n = 1 + m.n % c.of`,
    [roundId, pairs],
  );
  await client.query('analyze proposal');
  return roundId;
}
