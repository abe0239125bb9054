import { touchedBy, applyFacts } from './import-facts.js';
import type { Difference } from './find-changes.js';
import type { ChangeKind } from './changes-sql.js';
import type { ImportRun } from './import-run.store.js';
import type { ImportDifference, ImportRunType } from './import-run.type.js';
import { needsConfirmation } from '@flipside/people-domain';

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/** Where the count of each kind stands in a difference. */
const COUNT_OF: Readonly<Record<ChangeKind, keyof Difference>> = {
  join: 'joins',
  rejoin: 'rejoins',
  former: 'formers',
  leave: 'leaves',
  missing: 'missing',
  unit: 'unitMoves',
  location: 'locationMoves',
  manager: 'managerChanges',
  level: 'levelChanges',
  terms: 'termChanges',
  name: 'nameChanges',
  title: 'titleChanges',
  detail: 'detailChanges',
  newUnit: 'newUnits',
  newLocation: 'newLocations',
};

function differenceAnswer(difference: Difference): ImportDifference {
  const leavers = difference.leaves + difference.missing;
  return {
    present: difference.present,
    touched: touchedBy(difference),
    unchanged: difference.unchanged,
    leftOutRows: difference.leftOutRows,
    skippedFormers: difference.skippedFormers,
    leavers,
    needsConfirmation: needsConfirmation({ present: difference.present, leavers }),
    changes: (Object.keys(COUNT_OF) as ChangeKind[])
      .map((kind) => ({ kind, count: difference[COUNT_OF[kind]] }))
      .filter(({ count }) => count > 0),
  };
}

/** A run as the API shows it. */
export function runAnswer(run: ImportRun): ImportRunType {
  const { counts, format, mapping } = run;
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  return {
    id: run.id,
    fileName: run.fileName,
    fileBytes: run.fileBytes,
    state: run.state,
    step: counts.step ?? null,
    rowsDone: counts.done ?? null,
    rows: counts.rows ?? null,
    passedOver: counts.passedOver ?? null,
    needs: run.state === 'mapping' ? [...(counts.needs ?? [])] : [],
    failure: run.failure,
    encoding: format.encoding ?? null,
    separator:
      format.delimiter === undefined ? null : (SEPARATORS[format.delimiter] ?? format.delimiter),
    headerRow: format.headerRow ?? null,
    dateOrder:
      run.options.dateOrder ?? (format.isDateOrderSure ? (format.dateOrder ?? null) : null),
    isFull: run.options.isFull,
    asOf: run.asOf,
    createdAt: run.createdAt,
    appliedAt: run.appliedAt,
    columns: run.columns.map(({ heading, samples }, index) => ({
      index,
      heading,
      samples: [...samples],
      field: fieldOf.get(index) ?? null,
    })),
    difference: counts.difference ? differenceAnswer(counts.difference) : null,
    errors: counts.difference ? applyFacts(run, counts.difference).errors : 0,
  };
}
