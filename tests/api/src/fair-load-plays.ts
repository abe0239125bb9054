import { randomUUID } from 'node:crypto';
import { addDays } from '@flipside/kernel';
import { anExecutive, aPairing, aProposal, aRound } from '@flipside/pairings-api/builders';
import { HealSession } from '@flipside/sessions-api';
import { dayOf, giveAway, offerWith, OTHER_PLAYS } from './fair-load-others.js';
import {
  actorFor,
  begun,
  coming,
  DAY_MS,
  IS_BESIDE,
  MONDAY,
  onDay,
  pairingIn,
  pick,
  type Play,
  type Row,
  runJob,
  type Scene,
  send,
  sessionIn,
  type Step,
  timeFor,
  waitFor,
} from './fair-load-scene.js';

/* Everything that asks for a champion's time or gives it back, each sent over HTTP by whoever may do it. */

const asked = (state: string) => (champion: string | null, scene: Scene) =>
  pick(
    scene,
    `select id, asker_id as asker from help_request
     where state = '${state}' and topic = $2 and (champion_id = $1::uuid or $1::uuid is null) order by id`,
    [champion, scene.topic],
  );

const helpWith = (act: 'take' | 'pass'): Play => {
  return async (scene, _, champion) => {
    const request = await asked('asked')(champion, scene);
    const answer = act.toUpperCase();
    const input = { requestId: request?.['id'], answer, pauseWeeks: 0 };
    return request && send(scene, act, ['answerHelp', 'AnswerHelpArgs'], input, champion);
  };
};

const assignWith = (act: 'assign' | 'force'): Play => {
  return async (scene) => {
    const request = await asked('open')(null, scene);
    const overrideReason = act === 'force' ? 'It has to be.' : null;
    for (const championId of request ? scene.champions : []) {
      const input = { requestId: request?.['id'], championId, overrideReason };
      const isDone = await send(scene, act, ['assignHelp', 'AssignHelpArgs'], input, scene.lead);
      if (isDone) return;
    }
  };
};

const hoursWith = (act: 'lower' | 'wish'): Play => {
  return async (scene, _, champion) => {
    const [profile] = await scene.app.db.rows<{ version: number }>(
      'select version from champion where person_id = $1',
      [champion],
    );
    const input = { version: profile?.version, agreedHours: act === 'lower' ? 2 : 8 };
    const change = ['changeChampionProfile', 'ChangeChampionProfileArgs'] as const;
    return send(scene, act, change, input, champion);
  };
};

/** Something done to one session by one of its two people. */
const sessionWith = (
  act: string,
  [name, type]: readonly [string, string],
  condition: (scene: Scene) => string,
  extra: (
    scene: Scene,
    step: Step,
    session: Row,
  ) => Promise<Record<string, unknown>> = async () => ({}),
): Play => {
  return async (scene, step, champion) => {
    const session = await sessionIn(scene, champion, condition(scene), step.nth);
    if (!session) return null;
    const { as, how } = await actorFor(scene, step, session['executive'] ?? '');
    const input = { sessionId: session['id'], ...(await extra(scene, step, session)) };
    return send(scene, `${act}${how}`, [name, type], input, as);
  };
};

const moveTo = async (scene: Scene, step: Step, session: Row) => ({
  startsAt: await timeFor(scene, step, session['pairing'] ?? '', session['executive'] ?? ''),
});

function confirmWith(act: 'missed' | 'met', met: boolean): Play {
  const confirm = ['confirmSession', 'ConfirmSessionInput'] as const;
  const play = sessionWith(act, confirm, begun, async () => ({ met }));
  return async (scene, step, champion) => {
    await waitFor(scene, champion);
    return play(scene, step, champion);
  };
}

const ahead = ({ app }: Scene): string =>
  `p.state = 'active' and s.starts_at > '${app.clock.now().toISOString()}'`;

export const PLAYS = {
  ask: (scene, step) =>
    send(
      scene,
      'ask',
      ['askForHelp', 'AskForHelpArgs'],
      {
        key: randomUUID(),
        kind: step.kind,
        topic: scene.topic,
        text: 'Please.',
        minutes: step.minutes,
        onDay: onDay(scene, step),
      },
      scene.asker,
    ),
  take: helpWith('take'),
  pass: helpWith('pass'),
  assign: assignWith('assign'),
  force: assignWith('force'),
  offer: offerWith('offer'),
  offerOver: offerWith('offerOver'),
  callOff: async (scene, step, champion) => {
    const hour = await pick(
      scene,
      'select id from office_hour where champion_id = $1 and called_off_at is null order by id',
      [champion],
      step.nth,
    );
    const input = { officeHourId: hour?.['id'] };
    return hour && send(scene, 'callOff', ['callOffOfficeHour', 'OfficeHourArgs'], input, champion);
  },
  rest: (scene, step, champion) => {
    const weekOn = addDays(
      MONDAY,
      7 * Math.ceil((Date.parse(onDay(scene, step)) - Date.parse(MONDAY)) / (7 * DAY_MS)),
    );
    return send(
      scene,
      'rest',
      ['planRestWeek', 'PlanRestWeekArgs'],
      { weekOn, isRest: true },
      champion,
    );
  },
  lower: hoursWith('lower'),
  wish: hoursWith('wish'),
  grant: async (scene, step, personId) => {
    await hoursWith('wish')(scene, step, personId);
    const input = { personId, hours: 8, isAgreed: true };
    return send(scene, 'grant', ['answerHours', 'AnswerHoursArgs'], input, scene.lead);
  },
  pair: async (scene, _, championId) => {
    const executiveId = (await anExecutive(scene.app.db)).id;
    const { id } = await aPairing(scene.app.db, {
      executiveId,
      championId,
      state: 'proposed',
      executiveAnswer: 'yes',
      proposedAt: scene.app.clock.now(),
    });
    return send(scene, 'pair', ['acceptPairing', 'PairingInput'], { pairingId: id }, championId);
  },
  publish: async (scene, _, championId) => {
    const executiveId = (await anExecutive(scene.app.db)).id;
    const { id: roundId } = await aRound(scene.app.db, { state: 'review' });
    await aProposal(scene.app.db, { roundId, championId, executiveId, decision: 'accepted' });
    const input = { roundId, version: 1, key: randomUUID() };
    if (!(await send(scene, 'publish', ['publishRound', 'PublishRoundInput'], input, scene.lead)))
      return;
    await send(scene, 'publish now', ['sendRoundNow', 'RoundInput'], { roundId }, scene.lead);
    // Its job runs at the moment of the product's clock; here it is run at once.
    await runJob(scene, 'pairings.publish', { roundId });
    const pairing = await pick(scene, 'select id from pairing where round_id = $1', [roundId]);
    if (!pairing) return;
    for (const as of [executiveId, championId])
      await send(
        scene,
        'publish yes',
        ['acceptPairing', 'PairingInput'],
        { pairingId: pairing['id'] },
        as,
      );
  },
  rhythm: async (scene, step, championId) => {
    const running = await pairingIn(scene, championId, "'accepted', 'active'", step.nth);
    const { id: fresh, executiveId } = await aPairing(scene.app.db, {
      championId,
      state: 'proposed',
      executiveAnswer: 'yes',
      proposedAt: scene.app.clock.now(),
    });
    // Whoever has said yes may still change what they said it to; the other one asks them.
    for (const [pairingId, as] of [
      [running?.['id'] ?? fresh, championId],
      [fresh, executiveId],
    ] as const) {
      const [cadenceDays, sessionMinutes] = [step.day % 2 ? 7 : 14, step.nth % 2 ? 30 : 60];
      const input = { pairingId, goal: '', cadenceDays, sessionMinutes };
      await send(scene, 'rhythm', ['agreePairing', 'AgreePairingInput'], input, as);
    }
    const input = { pairingId: fresh };
    await send(scene, 'pair', ['acceptPairing', 'PairingInput'], input, championId);
  },
  pause: async (scene, step, champion) => {
    const pairing = await pairingIn(scene, champion, "'active'", step.nth);
    const input = { pairingId: pairing?.['id'] };
    return pairing && send(scene, 'pause', ['pausePairing', 'PausePairingInput'], input, champion);
  },
  resume: async (scene, step, champion) => {
    const pairing = await pairingIn(scene, champion, "'paused'", step.nth);
    const input = { pairingId: pairing?.['id'] };
    return pairing && send(scene, 'resume', ['resumePairing', 'PairingInput'], input, champion);
  },
  end: async (scene, step, champion) => {
    const pairing = await pairingIn(scene, champion, "'accepted', 'active', 'paused'", step.nth);
    const input = { pairingId: pairing?.['id'], isCompleted: false };
    return pairing && send(scene, 'end', ['endPairing', 'EndPairingInput'], input, champion);
  },
  series: async (scene, step, champion) => {
    const pairing = await pairingIn(scene, champion, "'accepted', 'active'", step.nth);
    if (!pairing) return;
    const { as, how } = await actorFor(scene, step, pairing['executive'] ?? '');
    const query = 'query Options($id: ID!) { sessionOptions(pairingId: $id) { id } }';
    const { data } = await scene.app.gql(query, { id: pairing['id'] }, { as, from: scene.address });
    const options = (data?.['sessionOptions'] ?? []) as { id: string }[];
    const optionId = options[step.nth % Math.max(1, options.length)]?.id;
    const input = { pairingId: pairing['id'], optionId, idempotencyKey: randomUUID() };
    return optionId && send(scene, `series${how}`, ['bookSeries', 'BookSeriesInput'], input, as);
  },
  more: async (scene, step, champion) => {
    const pairing = await pairingIn(scene, champion, "'active'", step.nth);
    if (!pairing) return;
    const pairingId = pairing['id'] ?? '';
    const { as, how } = await actorFor(scene, step, pairing['executive'] ?? '');
    const startsAt = await timeFor(scene, step, pairingId, as);
    const input = { pairingId, startsAt, idempotencyKey: randomUUID() };
    return send(scene, `more${how}`, ['bookSession', 'BookSessionInput'], input, as);
  },
  move: sessionWith('move', ['moveSession', 'MoveSessionInput'], coming, moveTo),
  swap: async (scene, step, champion) => {
    const one = await sessionIn(scene, champion, `${coming(scene)} and ${IS_BESIDE}`, step.nth);
    for (let nth = 0; one && nth < 6; nth++) {
      const other = await sessionIn(scene, champion, coming(scene), nth);
      const input = { sessionId: one['id'], withSessionId: other?.['id'] };
      if (await send(scene, 'swap', ['swapSessions', 'SwapSessionsInput'], input, champion)) return;
    }
  },
  skip: sessionWith('skip', ['skipSession', 'CallOffSessionInput'], coming),
  cancel: sessionWith('cancel', ['cancelSession', 'CallOffSessionInput'], coming),
  restore: async (scene, step, champion) => {
    const [gone, isAhead] = ["s.status in ('skipped', 'cancelled')", ahead(scene)];
    const madeUp =
      "exists (select from session m where m.makes_up_for = s.id and m.status = 'booked')";
    // What was made up for asks most of its champion, then what stood beside the rhythm.
    for (const condition of [madeUp, IS_BESIDE, 'true']) {
      const which = `${gone} and ${isAhead} and ${condition}`;
      const session = await sessionIn(scene, champion, which, step.nth);
      if (!session) continue;
      // The hours that it had, given to somebody else meanwhile.
      if (condition === IS_BESIDE)
        await giveAway(scene, step, champion, await dayOf(scene, session['id'] ?? ''));
      const { as, how } = await actorFor(scene, step, session['executive'] ?? '');
      const input = { sessionId: session['id'] };
      return send(scene, `restore${how}`, ['restoreSession', 'SessionInput'], input, as);
    }
  },
  heal: async (scene, step, champion) => {
    const session = await sessionIn(
      scene,
      champion,
      "s.status in ('skipped', 'cancelled', 'not_held')",
      step.nth,
    );
    if (!session) return;
    await scene.app.nest
      .get(HealSession, { strict: false })
      .handle({ sessionId: session['id'] ?? '' });
    const held = await sessionIn(scene, champion, "s.status = 'offered'", step.nth);
    if (!held) return;
    const { as, how } = await actorFor(scene, step, held['executive'] ?? '');
    const input = { sessionId: held['id'] };
    return send(scene, `heal${how}`, ['acceptOffer', 'SessionInput'], input, as);
  },
  missed: confirmWith('missed', false),
  met: confirmWith('met', true),
  later: async (scene, { day }) =>
    scene.app.clock.set(
      new Date(scene.app.clock.now().getTime() + (1 + (day % 4)) * DAY_MS).toISOString(),
    ),
  ...OTHER_PLAYS,
} satisfies Record<string, Play>;

export type Act = keyof typeof PLAYS;
export const ACTS = Object.keys(PLAYS) as Act[];
