import { Pagination as KitPagination, type PaginationProps } from '@mantine/core';

const LABELS = {
  first: 'First page',
  previous: 'Page before',
  next: 'Next page',
  last: 'Last page',
};

/** Pages of a list of fixed length; lists that grow use LoadMore. */
export function Pagination(props: PaginationProps) {
  return (
    <KitPagination
      getControlProps={(control) => ({ 'aria-label': LABELS[control] })}
      getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
      {...props}
    />
  );
}
