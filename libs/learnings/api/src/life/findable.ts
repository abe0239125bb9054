import { programmeDaySql } from '@flipside/people-api';
import type { Tx } from '@flipside/platform-api';

/**
 * Brings what finds a learning in line with what it is now, in the unit of work that changed it. Only what is shared with
 * everyone and not retired can be found; its unit is where its writer works, on
 * the programme's day.
 */
export async function keepFindable(tx: Tx, learningId: string, now: Date): Promise<void> {
  const isOpen = await tx.one(
    `select 1 from learning where id = $1 and audience = 'everyone' and retired_at is null`,
    [learningId],
  );
  if (isOpen === null) return stopFinding(tx, learningId);
  await tx.execute(
    `with day as (select ${programmeDaySql('$2')} as today), found as (
       insert into learning_search as s (learning_id, words, unit_id, shared_on, works_for)
       select l.id, to_tsvector('simple', l.body),
         (select m.org_unit_id from employment m where m.person_id = l.person_id and m.valid_from <= day.today and m.valid_to > day.today limit 1),
         day.today, (select count(*) from learning_trial t where t.learning_id = l.id and t.works)
       from learning l, day where l.id = $1 and l.audience = 'everyone' and l.retired_at is null
       on conflict (learning_id) do update set words = excluded.words, works_for = excluded.works_for
       returning s.words)
     insert into learning_word select lexeme from found, unnest(words) where length(lexeme) between 2 and 40
     on conflict do nothing`,
    [learningId, now],
  );
}

/** Takes everything away that would find a learning, words that only it uses included. */
export async function stopFinding(tx: Tx, learningId: string): Promise<void> {
  await tx.execute(
    `with gone as (delete from learning_search where learning_id = $1 returning words)
     delete from learning_word w where w.word in (select lexeme from gone, unnest(gone.words)) and not exists (
       select from learning_search s where s.learning_id <> $1 and s.words @@ quote_literal(w.word)::tsquery)`,
    [learningId],
  );
}
