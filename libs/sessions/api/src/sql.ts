import type { Tx } from '@flipside/platform-api';

/** Anything that reads with SQL: the database or a unit of work. */
export type Sql = Pick<Tx, 'rows' | 'one'>;

/** A wall-time column as 'YYYY-MM-DDTHH:MM': a Date would read it in the server's own zone. */
export const localSql = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;
