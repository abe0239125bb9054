import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { Role } from '@flipside/platform-api';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { declarations } from './declarations.js';
import { servedSchema, testApp, type TestApp } from './test-app.js';

let app: TestApp;
let schema: GraphQLSchema;
/** One person for each role, holding that role and EMPLOYEE alone. */
const holder = new Map<Role, string>();

beforeAll(async () => {
  app = await testApp();
  schema = await servedSchema(app);
  const today = '2020-01-01';
  for (const role of Object.values(Role)) {
    const { id } = await aPerson(app.db, { name: `The ${role}` });
    holder.set(role, id);
    if (['HR_LEAD', 'ADMINISTRATOR', 'IMPACT_ANALYST'].includes(role)) {
      await app.db.rows(`insert into role_grant (person_id, role) values ($1, $2)`, [id, role]);
    }
    if (role === 'CHAMPION') {
      await app.db.rows(`insert into champion (person_id) values ($1)`, [id]);
      await app.db.rows(
        `insert into champion_period (person_id, state, valid_from) values ($1, 'active', $2)`,
        [id, today],
      );
    }
    if (role === 'EXECUTIVE') {
      await app.db.rows(
        `insert into executive (person_id, source, enrolled_on) values ($1, 'hand', $2)`,
        [id, today],
      );
    }
    if (role === 'DELEGATE') {
      const principal = await aPerson(app.db);
      await app.db.rows(
        `insert into delegation (id, principal_id, delegate_id, valid_from) values ($1, $2, $3, $4)`,
        [newId(), principal.id, id, today],
      );
    }
  }
});
afterAll(() => app.close());

const SAMPLES: Record<string, unknown> = {
  Instant: '2026-11-24T09:30:00Z',
  Day: '2026-11-24',
  TimeZone: 'Europe/Berlin',
  EmailAddress: 'ana@example.com',
  LocalTime: '09:30',
  Int: 1,
  Float: 1,
  Boolean: true,
  String: 'text',
};

/** Something of the right shape that means nothing: ids of nobody, the first word of each list of words. */
function nonsense(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return nonsense(type.ofType as GraphQLInputType);
  if (isListType(type)) return [nonsense(type.ofType as GraphQLInputType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf)
      return Object.fromEntries(
        fields.slice(0, 1).map((field) => [field.name, nonsense(field.type)]),
      );
    return Object.fromEntries(fields.map((field) => [field.name, nonsense(field.type)]));
  }
  return type.name === 'ID' ? newId() : (SAMPLES[type.name] ?? 'text');
}

const rootTypes = (): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);

async function ask(
  type: GraphQLObjectType,
  name: string,
  who: { as?: string; from: string },
): Promise<string[]> {
  const field = type.getFields()[name];
  if (!field) throw new Error(`No field ${name}`);
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const operation = type === schema.getMutationType() ? 'mutation' : 'query';
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const variables = Object.fromEntries(
    field.args.map((arg) => [arg.name, arg.name === 'first' ? 5 : nonsense(arg.type)]),
  );
  if ('after' in variables) variables['after'] = null;
  const { errors, status } = await app.gql(
    `${operation} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`,
    variables,
    who,
  );
  // Who is turned away for asking too often has been told nothing about their roles.
  if (status === 429) throw new Error(`${name} was asked too often`);
  return errors.map((error) => `${error.extensions?.code ?? 'NO CODE'} ${error.message}`);
}

describe('every operation as every role', () => {
  it('lets in exactly the roles that are declared, and never breaks on meaningless input', async () => {
    const access = declarations();
    const wrong: string[] = [];
    const asked = new Map<Role, number>();
    for (const type of rootTypes()) {
      for (const name of Object.keys(type.getFields())) {
        for (const [place, [role, personId]] of [...holder].entries()) {
          const declared = access.get(`${type.name}.${name}`);
          const may =
            declared === 'public' ||
            declared?.some((one) => one === role || one === 'EMPLOYEE') === true;
          // An address of their own for each, within what one may ask in a minute.
          const errors = await ask(type, name, { as: personId, from: `10.0.0.${place + 1}` });
          asked.set(role, (asked.get(role) ?? 0) + 1);
          const forbidden = errors.some((error) => /^(FORBIDDEN|UNAUTHENTICATED)/.test(error));
          if (may === forbidden)
            wrong.push(`${name} as ${role}: ${may ? 'kept out' : 'let in'} ${errors.join('; ')}`);
          if (errors.some((error) => /^(INTERNAL|NO CODE|GRAPHQL_VALIDATION_FAILED)/.test(error)))
            wrong.push(`${name} as ${role}: ${errors.join('; ')}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    // Nothing was left out: each role has asked for each field.
    const fields = rootTypes().flatMap((type) => Object.keys(type.getFields())).length;
    expect(fields).toBeGreaterThan(100);
    expect(asked).toEqual(new Map(Object.values(Role).map((role) => [role, fields])));
  }, 1_200_000);

  it('turns whoever has not signed in away from everything that is not for everybody', async () => {
    const access = declarations();
    const open: string[] = [];
    const wrong: string[] = [];
    for (const type of rootTypes()) {
      for (const name of Object.keys(type.getFields())) {
        const codes = (await ask(type, name, { from: '10.0.1.1' })).map((error) =>
          error.replace(/ .*/s, ''),
        );
        const isForAll = access.get(`${type.name}.${name}`) === 'public';
        if (isForAll) open.push(name);
        if (codes.join() !== (isForAll ? '' : 'UNAUTHENTICATED'))
          wrong.push(`${name}: ${codes.join()}`);
      }
    }
    expect(wrong).toEqual([]);
    // Which these are is reviewed with the list of declarations.
    expect(open).not.toEqual([]);
  }, 1_200_000);
});
