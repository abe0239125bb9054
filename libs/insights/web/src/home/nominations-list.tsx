import { graphql } from '@flipside/platform-web';
import { LinkButton } from '@flipside/ui';
import { ShortList } from './short-list.js';

graphql(`
  fragment NominationListFields on NominationList {
    totalCount
    rows {
      id
      nomineeName
      unitName
      stage
      days
    }
  }
`);

interface Nomination {
  id: string;
  nomineeName: string;
  unitName?: string | null;
  stage: string;
  days: number;
}

interface NominationsListProps {
  list: { totalCount: number; rows: readonly Nomination[] };
}

export function NominationsList({ list }: NominationsListProps) {
  return (
    <ShortList
      title="Nominations ageing"
      all={{
        label:
          list.totalCount > list.rows.length
            ? `All ${list.totalCount} nominations`
            : 'All nominations',
        to: '/recruiting',
      }}
      empty="No nomination waits for your decision."
      rows={list.rows.map((nomination) => ({
        id: nomination.id,
        name: nomination.nomineeName,
        to: `/recruiting?open=${nomination.id}`,
        note: `${capital(nomination.stage)} ${daysWords(nomination.days)}${nomination.unitName ? `, ${nomination.unitName}` : ''}`,
        action: (
          <LinkButton
            to={`/recruiting?open=${nomination.id}`}
            size="small"
            aria-label={`Decide about ${nomination.nomineeName}`}
          >
            Decide
          </LinkButton>
        ),
      }))}
    />
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const daysWords = (days: number): string => {
  if (days === 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
};
