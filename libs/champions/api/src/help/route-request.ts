import { onDay, routeTo, tidyWords } from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';
import { askChampion } from '../load/ask-champion.js';
import { loadsOf } from '../load/asks.js';
import type { HelpRecord } from './help-record.js';
import { stepRequest } from './help-record.js';
import { helpPeople, writeHelpQuestion, writeNobodyFits } from './help-letters.js';

interface CandidateRow {
  championId: string;
  name: string;
  matches: number;
}

/**
 * Champions who offer a word of the topic, are active and not at rest on that day, work here then, share a language
 * with the asker where both are known, and have not passed this request on.
 */
const CANDIDATES = `
  select c.person_id as "championId", p.name,
    (select count(*)::int from unnest($3::text[]) w
     where concat_ws(' ', array_to_string(c.skills || c.problems || c.tools, ' '), c.about) ilike w) as matches
  from champion c
  join champion_period n on n.person_id = c.person_id and n.state = 'active' and n.valid_from <= $2 and n.valid_to > $2
  join employment e on e.person_id = c.person_id and e.valid_from <= $2 and e.valid_to > $2 and e.status = 'active'
  join person p on p.id = c.person_id
  join person a on a.id = $4
  where c.person_id <> $4
    and (p.languages = '{}' or a.languages = '{}' or p.languages && a.languages)
    and not exists (select 1 from champion_rest_week r where r.person_id = c.person_id and $2::date between r.week_on and r.week_on + 6)
    and not exists (select 1 from help_request_step s where s.request_id = $1 and s.kind = 'passed' and s.champion_id = c.person_id)`;

/** Whoever has no room any more under the lock is passed over; more than a few never have to be. */
const TRIED = 5;

/** Words of a topic as patterns; short ones say nothing. */
const patternsOf = (topic: string): string[] =>
  tidyWords(topic.split(/[\s,/]+/))
    .filter((word) => word.length > 1)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/**
 * Asks the least-loaded champion who fits, or leaves the request open for the programme. The choice is made from what
 * is known, then checked again under the champion's lock: whoever has no room by then is left out.
 */
export async function routeRequest(
  tx: Tx,
  request: HelpRecord,
  { now, baseUrl }: { now: Date; baseUrl: string },
): Promise<void> {
  const rows = await tx.rows<CandidateRow>(CANDIDATES, [
    request.id,
    request.onDay,
    patternsOf(request.topic),
    request.askerId,
  ]);
  const matching = rows.filter(({ matches }) => matches > 0);
  const loads = await loadsOf(
    tx,
    matching.map(({ championId }) => championId),
    { span: onDay(request.onDay), without: request.id },
  );
  const askable = matching.map((row) => ({
    ...row,
    ...(loads.get(row.championId) ?? { agreedMinutes: 0, peakMinutes: 0 }),
  }));
  const step = { requestId: request.id, actorId: null, note: null, now };
  const routed = routeTo(askable, request).slice(0, TRIED);
  // All at once and in the order of their ids: two requests that try the same people never wait in a ring.
  await tx.rows(
    'select 1 from champion where person_id = any ($1::uuid[]) order by person_id for update',
    [routed.map(({ championId }) => championId)],
  );
  for (const { championId, why } of routed) {
    const asked = await askChampion(tx, {
      championId,
      kind: request.kind,
      askId: request.id,
      day: request.onDay,
      minutes: request.minutes,
      override: null,
      now,
    });
    if (!asked.ok) continue;
    await stepRequest(tx, { ...step, kind: 'asked', state: 'asked', championId, why, note: why });
    const { champion, asker } = await helpPeople(tx, { ...request, championId });
    if (champion && asker) await writeHelpQuestion(tx, { request, champion, asker, why }, baseUrl);
    return;
  }
  const why = 'Nobody who offers this has room then. The programme team looks for somebody.';
  await stepRequest(tx, { ...step, kind: 'open', state: 'open', championId: null, why });
  const { asker } = await helpPeople(tx, request);
  if (asker) await writeNobodyFits(tx, { request, asker }, baseUrl);
}
