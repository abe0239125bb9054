/** An assistant whom HR sets up for an executive: over HTTP, and ended from the mail without signing in. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anExecutive } from '@flipside/pairings-api/builders';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ now: '2027-01-11T08:00:00Z' });
});
afterAll(() => app.close());

const SHOWN = 'person { name } scopes viewerCanEnd arrangedBy { name }';
const DELEGATES = `query D($personId: ID!) { delegatesOfExecutive(personId: $personId) { ${SHOWN} } }`;
const ARRANGE = `mutation A($input: ArrangeDelegateInput!) { arrangeDelegate(input: $input) {
  ... on DelegatesPayload { delegates { ${SHOWN} } } ... on SessionRefusal { code field } } }`;
const REMOVE = `mutation R($input: RemoveDelegateInput!) { removeDelegate(input: $input) {
  ... on DelegatesPayload { delegates { ${SHOWN} } } } }`;

it('is shown to HR and to the executive, opens no words, and ends with one press', async () => {
  const { id: helen } = await anExecutive(app.db, { person: { name: 'Helen Ward' } });
  const sam = (await anHrLead(app.db, { name: 'Sam Okafor' })).id;
  const kim = await aPerson(app.db, { name: 'Kim Lee', email: 'kim@company.test' });
  const shown = {
    person: { name: 'Kim Lee' },
    scopes: ['BOOK', 'MOVE', 'CANCEL'],
    viewerCanEnd: true,
    arrangedBy: { name: 'Sam Okafor' },
  };
  const input = { principalId: helen, email: 'kim@company.test' };
  const arranged = await app.gql(ARRANGE, { input }, { as: sam });
  expect(arranged.data).toEqual({ arrangeDelegate: { delegates: [shown] } });
  for (const [as, query] of [
    [sam, DELEGATES],
    [helen, `{ myDelegates { ${SHOWN} } }`],
  ] as const) {
    const { data } = await app.gql(query, as === sam ? { personId: helen } : {}, { as });
    expect([as, Object.values(data ?? {})]).toEqual([as, [[shown]]]);
  }
  // The executive sees that HR looked.
  const { data: looks } = await app.gql('{ looksAtMe { viewerName } }', {}, { as: helen });
  expect(looks).toEqual({ looksAtMe: [{ viewerName: 'Sam Okafor' }] });

  const mail = await app.db.one<{ text: string }>(
    `select body_text as text from mail_message where person_id = $1 and kind = 'delegation'`,
    [helen],
  );
  const [link = ''] = /\/a\/[\w-]{43}/.exec(mail?.text ?? '') ?? [];
  const first = await app.inject({ method: 'GET', url: link });
  expect(first.body).toContain('Kim Lee looks after your sessions. End it?');
  const isDelegate = async () =>
    (await app.gql('{ viewer { roles } }', {}, { as: kim.id })).data as {
      viewer: { roles: string[] };
    };
  expect((await isDelegate()).viewer.roles).toContain('DELEGATE');
  const pressed = await app.inject({
    method: 'POST',
    url: link,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:4173',
      host: 'localhost:4173',
    },
    payload: new URLSearchParams({ choice: 'end', key: randomUUID() }).toString(),
  });
  expect(pressed.body).toContain('It is ended');
  expect((await isDelegate()).viewer.roles).not.toContain('DELEGATE');
  const later = await app.inject({ method: 'GET', url: link });
  expect(later.body).toContain('It is ended');
});

it('can be taken back by HR, and is nobody else’s to set up', async () => {
  const { id: helen } = await anExecutive(app.db);
  const sam = (await anHrLead(app.db)).id;
  const kim = await aPerson(app.db, { email: 'kim.two@company.test' });
  const input = { principalId: helen, email: 'kim.two@company.test' };
  const { errors } = await app.gql(ARRANGE, { input }, { as: helen });
  expect(errors).toHaveLength(1);
  await app.gql(ARRANGE, { input }, { as: sam });
  const both = { principalId: helen, delegateId: kim.id };
  const { data } = await app.gql(REMOVE, { input: both }, { as: sam });
  expect(data).toEqual({ removeDelegate: { delegates: [] } });
});
