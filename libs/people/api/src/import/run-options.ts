import { z } from 'zod';
import {
  ROSTER_FIELDS,
  type ColumnMapping,
  type DateOrder,
  type RosterField,
} from '@flipside/people-domain';

/** What a person decided about a run; everything else is found out from the file. */
export const runOptions = z.object({
  /** Which number comes first in 03/04/2024; unset: the file decides. */
  dateOrder: z.enum(['DMY', 'MDY']).optional(),
  /** A full roster proposes people it does not hold as leavers; unset: full. */
  isFull: z.boolean().default(true),
  /** Time zones chosen for locations, by the location's code. */
  zones: z.record(z.string(), z.string()).default({}),
  /** Levels of the manager chain that make units when the file has no unit column. */
  chainDepth: z.number().int().min(1).max(8).default(3),
  /** Kinds of problems that do not count for "nothing goes in if anything is wrong". */
  ignored: z.array(z.string()).default([]),
});

export type RunOptions = z.infer<typeof runOptions>;

const columnMapping = z.partialRecord(z.enum(ROSTER_FIELDS), z.number().int().min(0).max(500));

/** A stored mapping; fields that this release does not know are dropped. */
export function readMapping(stored: unknown): ColumnMapping {
  const entries = Object.entries((stored ?? {}) as Record<string, unknown>).filter(([field]) =>
    ROSTER_FIELDS.includes(field as RosterField),
  );
  const parsed = columnMapping.safeParse(Object.fromEntries(entries));
  return parsed.success ? parsed.data : {};
}

/** What the reading of a file found out about its form. */
export interface FileFormat {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly dateOrder: DateOrder;
  /** False when 03/04/2024 could be read both ways and nobody has decided. */
  readonly isDateOrderSure: boolean;
}
