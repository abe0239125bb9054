import { isDay } from '@flipside/kernel';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { barrier } from './errors.js';

const textOf = (name: string, node: ValueNode): string => {
  if (node.kind !== Kind.STRING) throw barrier('BAD_INPUT', `${name} must be written as text.`);
  return node.value;
};

function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T | null,
  example: string,
  serialize: (value: unknown) => string = String,
) {
  const read = (value: unknown): T => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw barrier('BAD_INPUT', `${name} must look like ${example}.`);
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize,
    parseValue: read,
    parseLiteral: (node) => read(textOf(name, node)),
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with offset ↔ Date. A text without an offset is refused: it would depend on the reader's clock. */
export const InstantScalar = textScalar<Date>(
  'Instant',
  'A point in time, ISO 8601 with offset, for example 2026-11-24T09:30:00Z.',
  (text) => {
    if (!INSTANT.test(text) || !isDay(text.slice(0, 10))) return null;
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : at;
  },
  '2026-11-24T09:30:00Z',
  (value) => new Date(value as string | Date).toISOString(),
);

export const DayScalar = textScalar<string>(
  'Day',
  'A calendar day without time or zone, for example 2026-11-24.',
  (text) => (isDay(text) ? text : null),
  '2026-11-24',
);

export const TimeZoneScalar = textScalar<string>(
  'TimeZone',
  'A time zone by its IANA name, for example Europe/Berlin.',
  (text) => {
    try {
      return /^[A-Za-z]/.test(text)
        ? new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
        : null;
    } catch {
      return null;
    }
  },
  'Europe/Berlin',
);

export const EmailScalar = textScalar<string>(
  'EmailAddress',
  'An e-mail address.',
  (text) =>
    /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text.trim()) && text.length <= 254
      ? text.trim()
      : null,
  'ana@example.com',
);

export const LocalTimeScalar = textScalar<string>(
  'LocalTime',
  'A time of day on the wall clock, 24 hours, for example 09:30.',
  (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null),
  '09:30',
);
