import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { championsCli } from '@flipside/champions-api';
import { pairingsCli } from '@flipside/pairings-api';
import { peopleCli } from '@flipside/people-api';
import { planningCli } from '@flipside/sessions-api';
import { Command } from 'commander';
import { COMMAND_RULES, FIGURE_RULES } from './published-figures.js';
import { servedSchema, testApp, type TestApp } from './test-app.js';

let app: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  app = await testApp();
  schema = await servedSchema(app);
});
afterAll(() => app.close());

const IN_WORDS = /sentence|in words|how many|share|number of|as a range|\bcounts?\b/i;

/** Fields of every answer that hold a number, or words that may hold one, as `Type.field`. */
const numbers = (): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) &&
    !type.name.startsWith('__') &&
    !type.name.endsWith('Refusal') &&
    !['Query', 'Mutation'].includes(type.name)
      ? Object.values(type.getFields())
          .filter((field) => {
            const { name } = getNamedType(field.type);
            const isWords = name === 'String' && IN_WORDS.test(field.description ?? '');
            return isWords || ['Int', 'Float'].includes(name);
          })
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );

const ruled = (rules: string[] = Object.keys(FIGURE_RULES)): string[] =>
  rules.flatMap((rule) =>
    Object.entries(FIGURE_RULES[rule]?.of ?? {}).flatMap(([type, fields]) =>
      fields.split(' ').map((field) => `${type}.${field}`),
    ),
  );

describe('numbers that the interface tells', () => {
  it('stand under one rule each, all of them', () => {
    const all = ruled();
    expect(all.filter((field, at) => all.indexOf(field) !== at)).toEqual([]);
    expect([...all].sort()).toEqual(numbers().sort());
    console.log(
      Object.keys(FIGURE_RULES)
        .map((rule) => `${rule} ${ruled([rule]).length}`)
        .join(', '),
    );
  });

  it('are printed by no command beside those that are ruled, and by none of them where they are released', () => {
    const program = new Command();
    const unused = () => Promise.reject(new Error('Nothing is run here'));
    for (const add of [peopleCli, championsCli, pairingsCli, planningCli]) add(program, unused);
    const names = ({ commands }: Command, before = ''): string[] =>
      commands.flatMap((command) =>
        command.commands.length > 0
          ? names(command, `${command.name()} `)
          : [`${before}${command.name()}`],
      );
    expect(names(program).sort()).toEqual(Object.keys(COMMAND_RULES).sort());
    for (const rule of Object.values(COMMAND_RULES)) {
      expect(Object.keys(FIGURE_RULES)).toContain(rule);
      expect(['released', 'rounds']).not.toContain(rule);
    }
  });

  it('are read by the programme alone where they are of many people’s own', () => {
    // Released figures hang on these two questions; what a round does to groups on those of impact analysts.
    const askedBy = (types: readonly string[]) =>
      Object.values(schema.getQueryType()?.getFields() ?? {})
        .filter((field) => types.includes(getNamedType(field.type).name))
        .map(({ name }) => name);
    expect(askedBy(['OutcomesReport', 'FluencyFigure'])).toEqual([
      'fluencyFigures',
      'outcomesReport',
    ]);
    expect(askedBy(['ImpactOutcome'])).toEqual(['impactReport']);
  });
});
