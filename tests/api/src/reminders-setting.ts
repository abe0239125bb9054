/** What the specs of reminders stand on: Helen, Priya and their pairing, and the whole server on a clock that stands still. */
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { SignIn } from '@flipside/people-api';
import type { Viewer } from '@flipside/platform-api';
import { BookSeries, PlanAllReminders, SendReminders } from '@flipside/sessions-api';
import { testApp, type TestApp } from './test-app.js';

/** A Monday morning in winter. */
export const MONDAY = '2027-01-11T08:00:00Z';

export function reminderSetting() {
  let app: TestApp;
  let helen: string;
  let priya: string;
  let pairingId: string;

  beforeAll(async () => {
    app = await testApp({ now: MONDAY });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set(MONDAY);
    const person = { name: 'Helen Ward', timeZone: 'Europe/London' };
    helen = (await anExecutive(app.db, { person })).id;
    priya = (await aPerson(app.db, { name: 'Priya Nair', timeZone: 'Europe/London' })).id;
    await aChampion(app.db, { personId: priya });
    const pair = { executiveId: helen, championId: priya, state: 'active' } as const;
    pairingId = (await aPairing(app.db, pair)).id;
  });

  const viewer = async (personId: string): Promise<Viewer> => {
    const found = await app.nest.get(SignIn, { strict: false }).viewerById(personId);
    if (!found) throw new Error('Nobody there');
    return found;
  };
  const remind = (): Promise<void> => app.nest.get(SendReminders, { strict: false }).handle();
  const mailsTo = (personId: string): Promise<{ subject: string; text: string; state: string }[]> =>
    app.db.rows(
      `select subject, body_text as text, state from mail_message where person_id = $1 and kind = 'reminder' order by id`,
      [personId],
    );
  return {
    get app() {
      return app;
    },
    get helen() {
      return helen;
    },
    get priya() {
      return priya;
    },
    get pairingId() {
      return pairingId;
    },
    viewer,
    remind,
    mailsTo,
    send: (at: string): Promise<void> => {
      app.clock.set(at);
      return remind();
    },
    plan: (): Promise<void> => app.nest.get(PlanAllReminders, { strict: false }).handle(),
    /** A booked series, as the executive books it; its first session is on the given day. */
    booked: async (localStart: string): Promise<string[]> => {
      const result = await app.nest
        .get(BookSeries, { strict: false })
        .run(await viewer(helen), { pairingId, localStart, idempotencyKey: newId() });
      if (!result.ok) throw new Error(result.refusal.message);
      return [...result.value.sessionIds];
    },
    remindersOf: (
      personId: string,
    ): Promise<{ kind: string; state: string; dueAt: Date; startsAt: Date }[]> =>
      app.db.rows(
        `select kind, state, due_at as "dueAt", starts_at as "startsAt" from reminder where person_id = $1 order by due_at, kind`,
        [personId],
      ),
    subjects: async (personId: string): Promise<string[]> =>
      (await mailsTo(personId)).map(({ subject }) => subject),
  };
}
