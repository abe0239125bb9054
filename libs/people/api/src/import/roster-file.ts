import type { Day } from '@flipside/kernel';
import type {
  ColumnMapping,
  DateOrder,
  Encoding,
  Layout,
  ProblemKind,
  RosterPlace,
  RosterUnit,
} from '@flipside/people-domain';
import type { MayHave } from './run-facts.js';

/** What is known before a file is read. */
export interface ReadWish {
  /** A mapping for this header, if somebody chose or saved one; called once the header is known. */
  readonly mappingFor: (
    header: readonly string[],
    guessed: ColumnMapping,
  ) => Promise<ColumnMapping | null>;
  readonly dateOrder: DateOrder | null;
  /** Two-digit years up to this one are of its century. */
  readonly latestYear: number;
  /** Told now and then how many rows are read. */
  readonly progress?: (rows: number) => Promise<void>;
}

/** What a file held. */
export interface ReadFile {
  readonly encoding: Encoding;
  readonly layout: Layout;
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly isDateOrderSure: boolean;
  readonly bytes: number;
  /** Rows staged, refused ones included; null when the mapping lacks a needed field and nothing was staged. */
  readonly rows: number | null;
  readonly passedOver: number;
  /** What the database has to look at more closely; false is certain. */
  readonly mayHave: Omit<MayHave, 'sameId' | 'sameEmail'>;
  /** Whether the company was empty, so that it may take the people over as they were read. */
  readonly isFirst: boolean;
  /** First hire date. */
  readonly earliest: Day | null;
  readonly problems: ReadonlyMap<ProblemKind, number>;
  readonly units: readonly RosterUnit[];
  readonly unitCircles: readonly string[];
  readonly places: readonly RosterPlace[];
}
