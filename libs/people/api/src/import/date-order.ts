import {
  RowReader,
  type ColumnMapping,
  type DateOrder,
  type Layout,
} from '@flipside/people-domain';

/** The order that the dates of a whole file prove; null when none does. */
export function decidedOrder(reader: RowReader): DateOrder | null {
  const { DMY, MDY } = reader.evidence;
  return DMY > MDY ? 'DMY' : MDY > DMY ? 'MDY' : null;
}

/** The order that the sample's dates prove. */
export function orderOfSample(
  layout: Layout,
  mapping: ColumnMapping,
  latestYear: number,
): DateOrder | null {
  const reader = new RowReader(
    { header: layout.header, mapping, dateOrder: 'DMY', latestYear },
    () => undefined,
  );
  layout.sample.forEach((cells, at) => reader.read(cells, at));
  return decidedOrder(reader);
}
