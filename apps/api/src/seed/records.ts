import { onlyMe, twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { onWorkday } from './calendar.js';
import type { DemoPairing, DemoSession } from './coaching.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { sealRows } from './sealed-rows.js';
import { privateNotes, sharedNotes } from './stories.js';
import { Sentences, voices } from './voices.js';

/** Share of held sessions that their champion logged, and of those that the executive confirmed. */
const LOGGED = 0.9;
const CONFIRMED = 0.75;
/** Share of those that said, in the same press, whether it was useful; and what they said where it went less well. */
const ANSWERED = 0.7;
const USEFUL: Partial<Record<DemoPairing['story'], readonly string[]>> = {
  slipping: ['very', 'somewhat', 'somewhat'],
  at_risk: ['somewhat', 'somewhat', 'little'],
};
/** Minutes within which a champion logs; the executive confirms after that. */
const LOGGED_WITHIN = 300;

/** What champions of the demonstration saw. */
const SEEN = [
  'said_what_good_looks_like',
  'gave_context',
  'asked_again_better',
  'checked_the_facts',
  'found_a_mistake',
  'asked_for_the_case_against',
  'showed_the_team',
] as const;

const later = (at: Date, minutes: number): string =>
  new Date(at.getTime() + minutes * 60_000).toISOString();

interface Held {
  readonly pairing: DemoPairing;
  readonly session: DemoSession;
  /** Which held session of the pairing this is, from 0. */
  readonly n: number;
}

function heldOf(pairings: readonly DemoPairing[]): Held[] {
  return pairings.flatMap((pairing) =>
    pairing.sessions
      .filter((s) => s.status === 'held')
      .map((session, n) => ({ pairing, session, n })),
  );
}

/** Logs, confirmations, notes, learnings and thanks, as two people would have left them. */
export async function writeRecords(
  tx: Tx,
  pairings: readonly DemoPairing[],
  random: Random,
  moods: Random,
  vault: Vault,
): Promise<void> {
  const pairOf = new Map(
    pairings.flatMap((p) => {
      const two = { pairingId: p.id, championId: p.champion.id, executiveId: p.executive.id };
      return [p.id, ...p.sessions.map(({ id }) => id)].map((id) => [id, two] as const);
    }),
  );
  /** The key of the two people around a pairing or one of its sessions. */
  const ofTwo = (id: unknown) => {
    const two = pairOf.get(String(id));
    return two ? twoOfUs(two) : null;
  };
  const held = heldOf(pairings);
  const logged = held.filter(() => random.chance(LOGGED));
  /** The next step that each pairing agreed on last. */
  const agreedBefore = new Map<string, string>();
  const logs: Record<string, unknown>[] = [
    ...logged.map((h) => {
      const row = logRow(h, random);
      const agreed = agreedBefore.get(h.pairing.id) ?? '';
      agreedBefore.set(h.pairing.id, String(row['next_step']));
      return { ...row, last_step_done: agreed === '' ? null : lastStepOf(h, moods) };
    }),
    ...pairings.flatMap((pairing) =>
      pairing.sessions
        .filter((s) => s.status === 'not_held')
        .map((s) => ({
          session_id: s.id,
          author_id: pairing.champion.id,
          met: false,
          absent_side: s.absent,
          topics: [],
          behaviours: [],
          last_step_done: null,
          on_real_work: null,
          hands_on: null,
          change_line: '',
          next_step: '',
          did_not_work: '',
          logged_at: later(s.endsAt, 30),
        })),
    ),
  ];
  const sealedLogs = await sealRows(
    tx,
    vault,
    logs,
    { change_line: 'log.changeLine', next_step: 'log.nextStep', did_not_work: 'log.didNotWork' },
    (log) => String(log['session_id']),
    (log) => ofTwo(log['session_id']),
  );
  await insertRows(tx, 'session_log', sealedLogs);
  await insertRows(
    tx,
    'session_log_entry',
    sealedLogs.map(({ logged_at, ...log }) => ({
      ...log,
      key: random.id(),
      is_correction: false,
      written_at: logged_at,
      received_at: logged_at,
    })),
  );
  const confirmed = logged.filter(() => random.chance(CONFIRMED));
  await insertRows(
    tx,
    'session_confirmation',
    confirmed.map(({ pairing, session }) => ({
      session_id: session.id,
      person_id: pairing.executive.id,
      met: true,
      at: later(session.endsAt, random.between(LOGGED_WITHIN, 1800)),
    })),
  );
  await insertRows(
    tx,
    'session_answer',
    [
      ...logged.map(({ pairing, session }) => ({
        person_id: pairing.champion.id,
        at: later(session.endsAt, 30),
        session,
        pairing,
      })),
      ...confirmed.map(({ pairing, session }) => ({
        person_id: pairing.executive.id,
        at: later(session.endsAt, LOGGED_WITHIN),
        session,
        pairing,
      })),
    ]
      .filter(() => moods.chance(ANSWERED))
      .map(({ person_id, at, session, pairing }) => ({
        session_id: session.id,
        person_id,
        usefulness: moods.pick(USEFUL[pairing.story] ?? ['very', 'very', 'somewhat']),
        is_good_fit: null,
        at,
      })),
  );
  const notes = logged
    .filter(({ n }) => n % 3 === 1)
    .map(({ pairing, session, n }) => {
      const isShared = n % 2 === 0;
      return {
        id: random.id(),
        session_id: session.id,
        author_id: pairing.champion.id,
        audience: isShared ? 'two_of_us' : 'only_me',
        body: random.pick(isShared ? sharedNotes : privateNotes),
        created_at: later(session.endsAt, 40),
      };
    });
  await insertRows(
    tx,
    'note',
    await sealRows(
      tx,
      vault,
      notes,
      { body: 'note.body' },
      ({ id }) => id,
      (note) => (note.audience === 'two_of_us' ? ofTwo(note.session_id) : onlyMe(note.author_id)),
    ),
  );
  const learned = new Sentences(voices.learnings);
  await insertRows(
    tx,
    'learning',
    await sealRows(
      tx,
      vault,
      pairings.flatMap((pairing) => learningRows(pairing, random, learned)),
      { body: 'learning.body' },
      ({ id }) => String(id),
      (row) =>
        row['audience'] === 'everyone'
          ? null
          : row['audience'] === 'two_of_us'
            ? ofTwo(row['pairing_id'])
            : onlyMe(String(row['person_id'])),
    ),
  );
  const thankful = new Sentences(voices.thanks);
  const thanks = pairings
    .filter((p, i) => p.sessions.filter((s) => s.status === 'held').length >= 3 && i % 3 !== 2)
    .map((p) => ({
      id: random.id(),
      pairing_id: p.id,
      from_person_id: p.executive.id,
      to_person_id: p.champion.id,
      body: thankful.next([p.theme.thanks]) ?? p.theme.thanks,
      at: onWorkday(
        new Date(
          later(p.sessions.filter((s) => s.status === 'held')[2]?.endsAt ?? new Date(), 2900),
        ),
      ).toISOString(),
    }));
  await insertRows(
    tx,
    'thanks',
    await sealRows(
      tx,
      vault,
      thanks,
      { body: 'thanks.body' },
      ({ id }) => id,
      (row) => ofTwo(row.pairing_id),
    ),
  );
}

/** Most of what was agreed is done when the two meet again; some logs say nothing of it. */
const lastStepOf = ({ pairing }: Held, moods: Random): boolean | null =>
  moods.chance(0.2) ? null : moods.chance(pairing.story === 'on_rhythm' ? 0.85 : 0.5);

function logRow({ pairing, session, n }: Held, random: Random): Record<string, unknown> {
  const step = pairing.theme.steps[n % pairing.theme.steps.length];
  const isFirst = n === 0;
  return {
    session_id: session.id,
    author_id: pairing.champion.id,
    met: true,
    absent_side: null,
    behaviours: random.sample(SEEN, random.between(0, 2)),
    topics: random.sample(pairing.theme.topics, isFirst ? 1 : random.between(1, 2)),
    on_real_work: isFirst ? random.chance(0.5) : !random.chance(0.1),
    hands_on: isFirst ? 'some' : random.pick(['some', 'most', 'most']),
    change_line: random.chance(0.75) ? (step?.change ?? '') : '',
    next_step: random.chance(0.8) ? (step?.next ?? '') : '',
    did_not_work: step?.didNotWork && random.chance(0.6) ? step.didNotWork : '',
    logged_at: later(session.endsAt, random.between(5, LOGGED_WITHIN)),
  };
}

function learningRows(
  pairing: DemoPairing,
  random: Random,
  sentences: Sentences,
): Record<string, unknown>[] {
  const held = pairing.sessions.filter((s) => s.status === 'held').filter((_, n) => n % 2 === 0);
  return held.slice(0, 4).flatMap((session) => {
    const body = sentences.next(pairing.theme.learnings);
    if (body === null) return [];
    return [
      {
        id: random.id(),
        person_id: pairing.executive.id,
        pairing_id: pairing.id,
        session_id: session.id,
        body,
        stage: random.pick(['tried', 'kept', 'kept', 'passed_on']),
        audience: random.pick(['only_me', 'only_me', 'two_of_us', 'everyone']),
        created_at: later(session.endsAt, 200),
      },
    ];
  });
}
