import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { declarations } from './declarations.js';
import { servedSchema, testApp, type TestApp } from './test-app.js';

let app: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  app = await testApp();
  schema = await servedSchema(app);
});
afterAll(() => app.close());

const rootFields = (): { operation: string; field: GraphQLField<unknown, unknown> }[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ operation: type?.name ?? '', field })),
  );

describe('who may ask', () => {
  it('is declared for every root field and reviewed here', () => {
    const declared = declarations();
    const lines = rootFields()
      .map(({ operation, field }) => {
        const access = declared.get(`${operation}.${field.name}`);
        return `${operation}.${field.name}: ${access === 'public' ? 'everybody' : (access?.join(', ') ?? 'NOBODY DECIDED')}`;
      })
      .sort();
    expect(lines.filter((line) => line.endsWith('NOBODY DECIDED'))).toEqual([]);
    expect(lines).toMatchSnapshot();
  });
});

describe('the schema as a manual', () => {
  it('describes every type, field and argument', () => {
    const silent: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        type.name.startsWith('__') ||
        ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name)
      )
        continue;
      if (!type.description) silent.push(type.name);
      if (!('getFields' in type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        if ('args' in field)
          silent.push(
            ...(field as GraphQLField<unknown, unknown>).args
              .filter((arg) => !arg.description)
              .map((arg) => `${type.name}.${field.name}(${arg.name})`),
          );
      }
    }
    for (const { operation, field } of rootFields()) {
      if (!field.description) silent.push(`${operation}.${field.name}`);
      silent.push(
        ...field.args
          .filter((arg) => !arg.description && arg.name !== 'input')
          .map((arg) => `${operation}.${field.name}(${arg.name})`),
      );
    }
    expect(silent).toEqual([]);
  });
});
