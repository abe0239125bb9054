import { newId } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';
import { somePairings } from './sessions-network.js';

/** Enough words for lines that differ; the commonest stand in most of them, as in any language. */
const WORDS =
  'the a of i it check ask forecast numbers supplier offer meeting minutes report draft customer letter board page table source contract plan budget variance comment question answer tone summary example prompt review risk audit safety engineer shift warehouse order invoice visit brief ticket trend survey training handover list open point decision option reason case against date unit figure month quarter year'.split(
    ' ',
  );

/** A word from a range of made-up ones, so that the vocabulary is as large as a real one. */
const madeUp = (n: number): string => {
  const syllables = ['ka', 'lo', 'mi', 'ter', 'sun', 'bro', 'vel', 'ni', 'dor', 'pha'];
  return [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10, Math.floor(n / 1000) % 10]
    .map((at) => syllables[at])
    .join('');
};

/**
 * Pairings with held sessions over the last year, shared learnings with a vocabulary of some ten thousand words, and
 * outcomes of the last four months. All rows in a few statements.
 */
export async function aLearningCompany(
  db: Database,
  size: { pairings: number; sessionsEach: number; learnings: number; outcomes: number },
): Promise<void> {
  const anchorOn = new Date(Date.now() - 370 * 86_400_000).toISOString().slice(0, 10);
  const { pairings } = await somePairings(db, {
    pairings: size.pairings,
    perChampion: 4,
    anchorOn,
  });
  await db.rows(`insert into series (id, pairing_id, ical_uid, zone, local_start, occurrence_count, duration_min)
    select id, id, id || '@bench.test', 'Europe/London', current_date - 370 + time '09:00', 13, 30 from pairing`);
  await db.rows(
    `insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at, ends_at, tzdb_version, status)
     select gen_random_uuid(), p.id, p.id, l.at, l.at, 'Europe/London', 30, l.at at time zone 'Europe/London',
       l.at at time zone 'Europe/London' + interval '30 minutes', 'bench', 'held'
     from pairing p cross join generate_series(0, $1::int - 1) as n
     cross join lateral (select (current_date - 14 * (n + 1))::timestamp + make_interval(hours => 9) as at) l`,
    [size.sessionsEach],
  );
  await db.rows(`insert into session_log (session_id, author_id, met, on_real_work, hands_on, logged_at)
    select s.id, p.champion_id, true, true, 'some', s.ends_at from session s join pairing p on p.id = s.pairing_id`);
  const pick = (n: number): string => WORDS[Math.floor((n % 1) * (n % 1) * WORDS.length)] ?? 'the';
  let seed = 0.5;
  const random = (): number => (seed = (seed * 9301 + 0.49297) % 1);
  for (let from = 0; from < size.learnings; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, size.learnings - from) }, (_, n) => ({
      id: newId(),
      person_id: pairings[(from + n) % pairings.length]?.executiveId,
      body: [
        ...Array.from({ length: 12 }, () => pick(random())),
        madeUp(from + n),
        madeUp(Math.floor(random() * 10_000)),
      ].join(' '),
      stage: n % 3 === 0 ? 'kept' : 'tried',
      days: Math.floor(random() * 360),
    }));
    await db.rows(
      `insert into learning (id, person_id, body, stage, audience, created_at)
       select id, person_id, body, stage, 'everyone', now() - make_interval(days => days)
       from jsonb_to_recordset($1::jsonb) as r(id uuid, person_id uuid, body text, stage text, days int)`,
      [JSON.stringify(rows)],
    );
  }
  await db.rows(`insert into learning_search (learning_id, words, shared_on, works_for)
    select id, to_tsvector('simple', body), created_at::date, abs(hashtext(id::text)) % 7 from learning`);
  await db.rows(`insert into learning_word select distinct lexeme from learning_search, unnest(words)
    where length(lexeme) between 2 and 40`);
  await db.rows(
    `insert into outcome (id, pairing_id, author_id, category, grade, workflow, minutes_before, minutes_after, times_per_month,
       people, setup_minutes, valid_from, valid_to, created_at, workflow_key)
     select gen_random_uuid(), p.id, p.champion_id, 'manual_effort', (array['claimed', 'corroborated', 'measured'])[1 + n % 3],
       '', 60, 25 + n % 20, 4, 1 + n % 5, 60, current_date - 120 + n % 30, current_date + 60, now() - interval '120 days', n::text
     from (select id, champion_id, row_number() over (order by id) as at from pairing) p
     join generate_series(1, $1::int) as n on n % $2::int = p.at % $2::int`,
    [size.outcomes, size.pairings],
  );
  await db.rows('analyze');
}
