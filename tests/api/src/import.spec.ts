import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { aPerson } from '@flipside/people-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let hr: string;
let employee: string;

beforeAll(async () => {
  app = await testApp({ env: { FLIPSIDE_IMPORT_LIMIT_MB: '1' } });
  // Somebody who set the installation up and is in nobody's roster.
  hr = (await aPerson(app.db, { name: 'Set Up' })).id;
  await app.db.rows('delete from employment');
  await app.db.rows(`insert into role_grant (person_id, role) values ($1, 'HR_LEAD')`, [hr]);
  employee = (await aPerson(app.db, { name: 'Plain Employee' })).id;
  await app.db.rows('delete from employment');
});
afterAll(() => app.close());

const upload = async (
  content: string | Buffer,
  {
    as = hr,
    name = 'staff.csv',
    headers = {},
  }: { as?: string | null; name?: string; headers?: Record<string, string> } = {},
) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/import/files',
    headers: {
      'x-flipside-request': '1',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...(as && { cookie: await app.cookieFor(as) }),
      ...headers,
    },
    payload: Buffer.from(content),
  });
  return {
    status: answer.status,
    body: JSON.parse(answer.body) as { runId?: string; code?: string; message?: string },
  };
};

const RUN = `query ($id: ID!) {
  importRun(id: $id) {
    fileName state rows failure errors encoding separator
    columns { index heading field }
    difference { touched leavers needsConfirmation changes { kind count } }
    problems { kind isError title count rows { rowNo message } }
    places { code timeZone source }
    preview { name manager unit }
    changes(kind: JOIN) { name after }
  }
}`;
const CHANGE = `mutation ($input: ChangeImportMappingInput!) { changeImportMapping(input: $input) {
  ... on ImportPayload { run { state } } ... on ImportRefusal { code message field } } }`;
const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) {
  ... on ImportPayload { run { state } } ... on ImportRefusal { code message field } } }`;
const CANCEL = `mutation ($input: CancelImportInput!) { cancelImport(input: $input) {
  ... on ImportPayload { run { state } } ... on ImportRefusal { code message field } } }`;

describe('a staff list over HTTP', () => {
  it('is uploaded, looked at, corrected, applied by a job and never applied twice', async () => {
    const file = path.join(
      import.meta.dirname,
      '../../../libs/people/api/src/import/data/personio-export-de.csv',
    );
    const sent = await upload(fs.readFileSync(file), { name: 'Mitarbeiter März.csv' });
    expect(sent.status).toBe(200);
    const runId = sent.body.runId ?? '';
    const seen = await app.gql(RUN, { id: runId }, { as: hr });
    expect(seen.errors).toEqual([]);
    expect(seen.data?.['importRun']).toMatchObject({
      fileName: 'Mitarbeiter März.csv',
      state: 'READY',
      rows: 290,
      encoding: 'windows-1252',
      separator: 'semicolon',
      difference: {
        touched: 290,
        leavers: 0,
        changes: [
          { kind: 'JOIN', count: 285 },
          { kind: 'FORMER', count: 5 },
          { kind: 'NEW_UNIT', count: 22 },
          { kind: 'NEW_LOCATION', count: 31 },
        ],
      },
    });
    const corrected = await app.gql(
      CHANGE,
      {
        input: {
          runId,
          zones: [{ code: 'bothell', timeZone: 'America/Los_Angeles' }],
          fields: [{ field: 'LEVEL', column: null }],
        },
      },
      { as: hr },
    );
    expect(corrected.data?.['changeImportMapping']).toEqual({ run: { state: 'READY' } });
    const apply = () => app.gql(APPLY, { input: { runId } }, { as: hr });
    expect((await apply()).data?.['applyImport']).toEqual({ run: { state: 'APPLYING' } });
    expect((await apply()).data?.['applyImport']).toMatchObject({ code: 'ALREADY_DECIDED' });
    await app.drain();
    const done = await app.gql(RUN, { id: runId }, { as: hr });
    expect(done.data?.['importRun']).toMatchObject({ state: 'APPLIED', preview: [], changes: [] });
    const people = await app.db.rows(
      `select count(*) as n from employment where valid_to = 'infinity'`,
    );
    expect(people).toEqual([{ n: 285 }]);
    expect(await app.db.rows(`select time_zone from location where code = 'bothell'`)).toEqual([
      { time_zone: 'America/Los_Angeles' },
    ]);
    await app.drain();
    expect(
      await app.db.rows(`select count(*) as n from employment where valid_to = 'infinity'`),
    ).toEqual([{ n: 285 }]);
  });

  it('gives the problems as a file that no spreadsheet runs', async () => {
    const { body } = await upload(
      'ID,Name,Email,Manager ID\n1,"=HYPERLINK(""x"")",a@x.test,\n2,Bo,"no, address",77\n',
      { name: 'a b/ü.csv' },
    );
    const answer = await app.inject({
      method: 'GET',
      url: `/import/${body.runId}/problems.csv`,
      headers: { cookie: await app.cookieFor(hr) },
    });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="problems-a-b-.csv"');
    // The mark in front tells spreadsheets that this is UTF-8; trim() takes it away.
    expect(answer.body.startsWith('\ufeff')).toBe(true);
    const [header, ...lines] = answer.body.trim().split('\r\n');
    expect(header).toBe('Row,Kind,Severity,Field,Value,Problem');
    expect(lines).toEqual([
      `2,formulaCell,warning,fullName,"'=HYPERLINK(""x"")",Full name begins like a formula.`,
      '3,badEmail,error,email,"no, address","“no, address” is no complete e-mail address."',
      '3,managerNotFound,error,managerName,77,"Bo reports to 77, who left or is not in the file."',
      '3,noEmail,warning,email,Bo,Bo has no e-mail.',
    ]);
    expect(
      (await app.gql(CANCEL, { input: { runId: body.runId } }, { as: hr })).data?.['cancelImport'],
    ).toEqual({ run: { state: 'CANCELLED' } });
  });

  it('refuses what is no list with a sentence, and a file over the limit', async () => {
    expect(await upload('%PDF-1.7', { name: 'list.pdf' })).toMatchObject({
      status: 422,
      body: {
        code: 'PDF',
        message: 'This is a PDF. Ask your HR system for the same report as CSV.',
      },
    });
    expect(await upload('')).toMatchObject({ status: 422, body: { code: 'EMPTY_FILE' } });
    const big = Buffer.alloc(1_500_000, 'ID,Name\n1,Ana\n');
    expect(await upload(big)).toMatchObject({
      status: 422,
      body: { code: 'TOO_LARGE', message: expect.stringContaining('1 MB') },
    });
  });

  it('is for HR leads only, and only from our own pages', async () => {
    expect((await upload('ID,Name\n1,Ana\n', { as: null })).status).toBe(401);
    expect((await upload('ID,Name\n1,Ana\n', { as: employee })).status).toBe(403);
    expect(
      (await upload('ID,Name\n1,Ana\n', { headers: { origin: 'https://elsewhere.test' } })).status,
    ).toBe(403);
    const { body } = await upload('ID,Name\n1,Ana\n');
    const csv = await app.inject({
      method: 'GET',
      url: `/import/${body.runId}/problems.csv`,
      headers: { cookie: await app.cookieFor(employee) },
    });
    expect(csv.status).toBe(403);
    const unknown = await app.inject({
      method: 'GET',
      url: '/import/nothing/problems.csv',
      headers: { cookie: await app.cookieFor(hr) },
    });
    expect(unknown.status).toBe(404);
    const stranger = await app.gql(RUN, { id: '01998000-0000-7000-8000-000000000000' }, { as: hr });
    expect(stranger.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});
