import type { ReactNode } from 'react';
import { formatNumber, type PageQuery } from '@flipside/platform-web';
import {
  DataTable,
  EmptyState,
  Faces,
  FilterBar,
  LoadMore,
  SkeletonTable,
  Stack,
  Button,
  type Column,
} from '@flipside/ui';

interface MailConnection<Mail> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Mail }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface Nothing {
  readonly title: string;
  readonly text: string;
}

/** Mails that came or went: found by filters, latest first, page after page. */
export function MailList<Data, Mail extends { id: string }>(props: {
  page: PageQuery<Data>;
  mails: (data: Data) => MailConnection<Mail>;
  onLoadMore: () => Promise<void>;
  caption: string;
  columns: Column<Mail>[];
  /** The fields of the filter, and whether they leave something out. */
  filters: ReactNode;
  isFiltered: boolean;
  onReset: () => void;
  resetLabel: string;
  /** In place of the list: nothing is left by the filters, or there is nothing at all. */
  noMatch: Nothing;
  nothing: Nothing;
}) {
  const { page, mails, columns, isFiltered, onReset } = props;
  const total = page.data && mails(page.data).totalCount;
  return (
    <Stack gap="16">
      <FilterBar
        label="Find mails"
        result={
          total === undefined
            ? undefined
            : `${formatNumber(total)} ${total === 1 ? 'mail' : 'mails'}`
        }
        onReset={isFiltered ? onReset : undefined}
      >
        {props.filters}
      </FilterBar>
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={8} columns={columns.length} />}
        isEmpty={(data) => mails(data).totalCount === 0}
        empty={
          isFiltered ? (
            <EmptyState
              title={props.noMatch.title}
              action={<Button onClick={onReset}>{props.resetLabel}</Button>}
            >
              {props.noMatch.text}
            </EmptyState>
          ) : (
            <EmptyState title={props.nothing.title}>{props.nothing.text}</EmptyState>
          )
        }
      >
        {(data) => {
          const { edges, pageInfo, totalCount } = mails(data);
          return (
            <DataTable
              caption={props.caption}
              columns={columns}
              rows={edges.map((edge) => edge.node)}
              rowKey={(mail) => mail.id}
              footer={
                pageInfo.hasNextPage && (
                  <LoadMore
                    isBusy={page.isLoadingMore}
                    onLoad={() => void props.onLoadMore()}
                    rest={`${formatNumber(edges.length)} of ${formatNumber(totalCount)}`}
                  />
                )
              }
            />
          );
        }}
      </Faces>
    </Stack>
  );
}
