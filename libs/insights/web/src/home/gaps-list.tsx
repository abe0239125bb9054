import { graphql } from '@flipside/platform-web';
import { LinkButton } from '@flipside/ui';
import { ShortList } from './short-list.js';

graphql(`
  fragment GapListFields on GapList {
    totalCount
    rows {
      unitId
      name
      people
      champions
      required
      gap
    }
  }
`);

interface Gap {
  unitId: string;
  name: string;
  people: number;
  champions: number;
  required: number;
  gap: number;
}

interface GapsListProps {
  list: { totalCount: number; rows: readonly Gap[] };
}

/** Where people are short of champions. The first row's action is the one primary button of the page. */
export function GapsList({ list }: GapsListProps) {
  return (
    <ShortList
      title="Biggest gaps"
      all={{
        label: list.totalCount > list.rows.length ? `All ${list.totalCount} gaps` : 'All units',
        to: '/coverage',
      }}
      empty="Every unit has its champions."
      rows={list.rows.map((gap, place) => ({
        id: gap.unitId,
        name: gap.name,
        to: `/coverage/${gap.unitId}`,
        note: gapWords(gap),
        action: (
          <LinkButton
            to={`/coverage/${gap.unitId}?recruit=1`}
            size="small"
            variant={place === 0 ? 'primary' : 'secondary'}
            aria-label={`Recruit in ${gap.name}`}
          >
            Recruit
          </LinkButton>
        ),
      }))}
    />
  );
}

/** "No champion. Needs 5 for 104 people." or "Needs 2 more: has 3 of 5 for 121 people." */
export function gapWords({ champions, required, gap, people }: Gap): string {
  const whom = `${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}`;
  if (champions === 0) return `No champion. Needs ${required} for ${whom}.`;
  return `Needs ${gap} more: has ${champions} of ${required} for ${whom}.`;
}
