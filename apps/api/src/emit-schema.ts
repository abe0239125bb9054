import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './contexts.js';

/** Prints the whole schema; needs no database. */
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
  logger: ['error'],
});
const schema = await app.get(GraphQLSchemaFactory).create([...resolvers]);
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
