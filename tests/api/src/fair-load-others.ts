import { randomUUID } from 'node:crypto';
import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { HealSession } from '@flipside/sessions-api';
import {
  actorFor,
  begun,
  coming,
  DAY_MS,
  IS_BESIDE,
  onDay,
  optionsFor,
  pairingIn,
  pick,
  type Play,
  runJob,
  type Scene,
  send,
  sessionIn,
  type Step,
  timeFor,
  today,
  waitFor,
} from './fair-load-scene.js';

/* More that asks for a champion's time: a quarter planned for everybody, the role itself, breaks, another usual hour, times
   that one side offers, and links in mails. */

const BASE = 'http://localhost:4173';
const PLAN_HOLD_MS = 61_000;

export const offerWith = (act: 'offer' | 'offerOver'): Play => {
  return (scene, step, champion) =>
    send(
      scene,
      act,
      ['offerOfficeHour', 'OfferOfficeHourArgs'],
      {
        key: randomUUID(),
        topic: 'Prompts',
        place: 'Room 4',
        onDay: onDay(scene, step),
        fromTime: '09:00',
        minutes: step.minutes,
        overrideReason: act === 'offerOver' ? 'I want to.' : null,
      },
      champion,
    );
};

/** The day of a session, by its own clock. */
export async function dayOf({ app }: Scene, sessionId: string): Promise<Day> {
  const found = await app.db.one<{ day: Day }>(
    `select to_char(local_start, 'YYYY-MM-DD') as day from session where id = $1`,
    [sessionId],
  );
  return found?.day ?? '';
}

/** An hour of a day ahead, to whoever drops in. */
export async function giveAway(scene: Scene, step: Step, champion: string, on: Day): Promise<void> {
  const day = daysBetween(today(scene), on);
  if (day > 0) await offerWith('offer')(scene, { ...step, day, minutes: 60 }, champion);
}

/** A mutation that takes nothing. */
async function sendBare(scene: Scene, act: string, name: string, as: string): Promise<void> {
  const query = `mutation { ${name} { __typename ... on Refusal { message } } }`;
  const { data, errors } = await scene.app.gql(query, {}, { as, from: scene.address });
  const answer = data?.[name] as { __typename: string; message?: string } | undefined;
  const isDone = answer && !answer.__typename.endsWith('Refusal');
  const outcome = `${act}: ${isDone ? 'done' : (answer?.message ?? errors[0]?.extensions?.code)}`;
  scene.tally.set(outcome, (scene.tally.get(outcome) ?? 0) + 1);
}

const planNow = ({ app }: Scene, state: string) =>
  app.db.one<{ id: string; version: number }>(
    'select id, version from quarter_plan where state = $1',
    [state],
  );

/** Drafts a quarter for everybody and books what the draft has placed. */
const plan: Play = async (scene, step) => {
  const { app, lead, tally } = scene;
  const start = ['startQuarterPlan', 'StartQuarterPlanInput'] as const;
  if (!(await send(scene, 'plan', start, { startsOn: onDay(scene, step) }, lead))) return;
  const begun = await planNow(scene, 'planning');
  await runJob(scene, 'sessions.make-plan', { planId: begun?.id });
  const draft = await planNow(scene, 'review');
  const input = { planId: draft?.id, version: draft?.version, key: randomUUID() };
  const publish = ['publishQuarterPlan', 'PublishQuarterPlanInput'] as const;
  if (await send(scene, 'publish plan', publish, input, lead)) {
    app.clock.set(new Date(app.clock.now().getTime() + PLAN_HOLD_MS).toISOString());
    await runJob(scene, 'sessions.publish-plan', { planId: draft?.id });
    const booked = await app.db.rows(
      `select from planned_pairing where plan_id = $1 and state = 'booked'`,
      [draft?.id],
    );
    if (booked.length > 0)
      tally.set('plan booked: done', (tally.get('plan booked: done') ?? 0) + 1);
  }
  await app.db.rows(
    `update quarter_plan set state = 'discarded' where state in ('planning', 'review', 'publishing')`,
  );
};

/** The champion offers times, the executive or an assistant takes the first of them. */
const propose: Play = async (scene, step, champion) => {
  const session = await sessionIn(scene, champion, coming(scene), step.nth);
  if (!session) return;
  const sessionId = session['id'] ?? '';
  const starts = (await optionsFor(scene, sessionId, champion, true)).slice(0, 2);
  const input = { sessionId, starts, idempotencyKey: randomUUID() };
  const name = ['proposeTimes', 'ProposeTimesInput'] as const;
  if (starts.length === 0 || !(await send(scene, 'propose', name, input, champion))) return;
  const held = await sessionIn(scene, champion, "s.status = 'offered'", step.nth);
  if (!held) return;
  const { as, how } = await actorFor(scene, step, held['executive'] ?? '');
  const accepted = ['acceptOffer', 'SessionInput'] as const;
  await send(scene, `accept${how}`, accepted, { sessionId: held['id'] }, as);
};

/** This session and all after it at another usual hour. */
const following: Play = async (scene, step, champion) => {
  const ofRhythm = `${coming(scene)} and s.series_id in (select id from series where not is_beside)`;
  const session = await sessionIn(scene, champion, ofRhythm, step.nth);
  if (!session) return;
  const sessionId = session['id'] ?? '';
  const { as, how } = await actorFor(scene, step, session['executive'] ?? '');
  const startsAt = (await optionsFor(scene, sessionId, as))[step.nth];
  const input = {
    sessionId,
    startsAt,
    keepsMoved: step.day % 2 === 0,
    idempotencyKey: randomUUID(),
  };
  const name = ['moveFollowing', 'MoveFollowingInput'] as const;
  return startsAt && send(scene, `following${how}`, name, input, as);
};

const MOVE = ['moveSession', 'MoveSessionInput'] as const;
const FOUR_WEEKS = 28;

/** A working day ahead on which something else is asked of the champion. */
async function fullDay(scene: Scene, champion: string, nth: number): Promise<Day | undefined> {
  const asked = await pick(
    scene,
    `select to_char(on_day, 'YYYY-MM-DD') as day from (
       select on_day from help_request where champion_id = $1 and state in ('taken', 'done')
       union all select on_day from office_hour where champion_id = $1 and called_off_at is null) a
     where on_day > $2::date and extract(isodow from on_day) < 6 order by 1`,
    [champion, today(scene)],
    nth,
  );
  return asked?.['day'];
}

/** A session beside the rhythm to a time that is offered, or to a day on which least is left. */
const moveMore: Play = async (scene, step, champion) => {
  const session = await sessionIn(scene, champion, `${coming(scene)} and ${IS_BESIDE}`, step.nth);
  if (!session) return;
  const { as, how } = await actorFor(scene, step, session['executive'] ?? '');
  const day = step.day % 2 === 0 ? null : await fullDay(scene, champion, step.nth);
  const startsAt = day
    ? `${day}T${String(step.hour).padStart(2, '0')}:00:00Z`
    : await timeFor(scene, step, session['pairing'] ?? '', session['executive'] ?? '');
  return send(scene, `moveMore${how}`, MOVE, { sessionId: session['id'], startsAt }, as);
};

/** Moved, and back again, where the hours that it left may have been given away in between. */
const undoMove: Play = async (scene, step, champion) => {
  const session =
    (await sessionIn(scene, champion, `${coming(scene)} and ${IS_BESIDE}`, step.nth)) ??
    (await sessionIn(scene, champion, coming(scene), step.nth));
  if (!session) return;
  const [sessionId = '', as = ''] = [session['id'], session['executive']];
  const was = await dayOf(scene, sessionId);
  const offered = await optionsFor(scene, sessionId, as);
  const startsAt =
    offered.find((start) => start.slice(0, 10) < was) ??
    offered[step.nth % Math.max(1, offered.length)];
  if (!startsAt || !(await send(scene, 'move', MOVE, { sessionId, startsAt }, as))) return;
  // In four weeks with the day it had, and in none with the day it has.
  const away = (await dayOf(scene, sessionId)) > was ? 2 - FOUR_WEEKS : FOUR_WEEKS - 1;
  await giveAway(scene, step, champion, addDays(was, away));
  await send(scene, 'undoMove', ['undoMove', 'SessionInput'], { sessionId }, as);
};

/** Presses a link in one of the newest letters to the people of a champion's pairings. */
function mailOf(act: string, kinds: readonly string[] | null): Play {
  return async (scene, step, champion) => {
    const { app, tally } = scene;
    await app.drain();
    const letters = await app.db.rows<{ kind: string; text: string }>(
      `select kind, body_text as text from mail_message
       where body_text like '%/a/%' and ($3::text[] is null or kind = any ($3)) and (person_id in ($1, $2)
         or person_id in (select executive_id from pairing where champion_id = $1)) order by id desc limit 6`,
      [champion, scene.assistant.id, kinds],
    );
    const letter = letters[kinds ? 0 : step.nth % Math.max(1, letters.length)];
    const links = [...(letter?.text ?? '').matchAll(/\/a\/[\w-]{43}/g)].map(([path]) => path);
    const url = links[kinds ? 0 : step.day % Math.max(1, links.length)];
    if (!letter || !url) return;
    const page = await app.inject({ method: 'GET', url });
    const choices = [...page.body.matchAll(/name="choice" value="([^"]*)"/g)].map(([, one]) => one);
    const choice = choices[kinds ? 0 : step.hour % Math.max(1, choices.length)];
    if (choice === undefined) return;
    const done = await app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: BASE,
        host: new URL(BASE).host,
      },
      payload: new URLSearchParams({ choice, key: randomUUID() }).toString(),
    });
    const heading = /<h1>(.*?)<\/h1>/.exec(done.body)?.[1] ?? String(done.status);
    const isDone = ['Booked', 'Moved', 'Skipped'].includes(heading);
    const outcome = `${act}: ${isDone ? 'done' : heading.replace(/ with .*/, '')}`;
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  };
}

/** A date falls away, and the time that is held for it is taken from the letter that offers it. */
const mailTake: Play = async (scene, step, champion) => {
  const session = await sessionIn(scene, champion, coming(scene), step.nth);
  const input = { sessionId: session?.['id'] };
  const skip = ['skipSession', 'CallOffSessionInput'] as const;
  if (!session || !(await send(scene, 'skip', skip, input, session['executive'] ?? ''))) return;
  await scene.app.nest
    .get(HealSession, { strict: false })
    .handle({ sessionId: session['id'] ?? '' });
  return mailOf('mailTake', ['held_times'])(scene, step, champion);
};

const recordOf = (met: boolean) => ({ met, absentSide: met ? null : 'EXECUTIVE' });

/** The champion's own record: held or not, and changed again. */
const log: Play = async (scene, step, champion) => {
  await waitFor(scene, champion);
  const session = await sessionIn(scene, champion, begun(scene), step.nth);
  const sessionId = session?.['id'];
  if (!sessionId) return;
  const input = { sessionId, ...recordOf(step.nth % 2 === 0), submissionKey: randomUUID() };
  if (!(await send(scene, 'log', ['logSession', 'LogSessionInput'], input, champion))) return;
  if (step.day % 2 === 0) return;
  const change = ['changeSessionLog', 'ChangeSessionLogInput'] as const;
  await send(scene, 'relog', change, { sessionId, ...recordOf(!input.met), version: 1 }, champion);
};

/** The two say different things, and HR decides what stands. */
const settle: Play = async (scene, step, champion) => {
  await waitFor(scene, champion);
  const session = await sessionIn(scene, champion, begun(scene), step.nth);
  const sessionId = session?.['id'];
  if (!sessionId) return;
  const logged = { sessionId, ...recordOf(step.day % 2 === 0), submissionKey: randomUUID() };
  await send(scene, 'log', ['logSession', 'LogSessionInput'], logged, champion);
  const confirm = ['confirmSession', 'ConfirmSessionInput'] as const;
  const said = { sessionId, met: !logged.met };
  await send(scene, said.met ? 'met' : 'missed', confirm, said, session['executive'] ?? '');
  const decide = ['decideDispute', 'DecideDisputeInput'] as const;
  return send(scene, 'settle', decide, { sessionId, tookPlace: step.nth % 3 > 0 }, scene.lead);
};

/** One more session, and at once not. */
const undoBook: Play = async (scene, step, champion) => {
  const pairing = await pairingIn(scene, champion, "'active'", step.nth);
  const [pairingId = '', as = ''] = [pairing?.['id'], pairing?.['executive']];
  if (!pairing) return;
  const startsAt = await timeFor(scene, step, pairingId, as);
  const book = ['bookSession', 'BookSessionInput'] as const;
  if (!(await send(scene, 'more', book, { pairingId, startsAt, idempotencyKey: randomUUID() }, as)))
    return;
  const newest = await pick(
    scene,
    'select id from series where pairing_id = $1 order by created_at desc, id desc',
    [pairingId],
  );
  const series = { seriesId: newest?.['id'] };
  return send(scene, 'undoBook', ['undoBooking', 'SeriesInput'], series, as);
};

const name: Play = (scene, { nth }, personId) => {
  const input = { personId, skills: [scene.topic], agreedHours: nth % 2 ? 3 : 6, capacity: 9 };
  return send(scene, 'name', ['nameChampion', 'NameChampionArgs'], input, scene.lead);
};

const addWeeks = (scene: Scene, step: Step): Record<string, unknown> => ({
  until: onDay(scene, { ...step, day: 7 + step.day }),
});

export const OTHER_PLAYS = {
  plan,
  propose,
  following,
  mail: mailOf('mail', null),
  mailBook: mailOf('mailBook', ['session_options']),
  mailTake,
  log,
  settle,
  undoBook,
  moveMore,
  undoMove,
  name,
  /** For good, or until the next day: then the role begins again with what is still asked. */
  endRole: async (scene, step, personId) => {
    const { app, lead } = scene;
    const input = { personId, lastDay: today(scene), reason: 'Another job.' };
    const end = ['endChampion', 'EndChampionArgs'] as const;
    if (!(await send(scene, 'endRole', end, input, lead)) || step.nth === 0) return;
    app.clock.set(new Date(app.clock.now().getTime() + DAY_MS).toISOString());
    return name(scene, step, personId);
  },
  stepDown: async (scene, step, champion) => {
    const input = { lastDay: onDay(scene, { ...step, day: 30 + step.day }) };
    return send(scene, 'stepDown', ['stepDown', 'StepDownArgs'], input, champion);
  },
  breakOff: async (scene, step, champion) => {
    const off = ['takeBreak', 'TakeBreakArgs'] as const;
    if (await send(scene, 'breakOff', off, addWeeks(scene, step), champion))
      if (step.nth > 1) await sendBare(scene, 'back', 'endBreak', champion);
  },
  back: (scene, _, champion) => sendBare(scene, 'back', 'endBreak', champion),
} satisfies Record<string, Play>;
