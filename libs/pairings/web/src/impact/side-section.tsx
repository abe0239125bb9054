import { graphql, useDates } from '@flipside/platform-web';
import type { ImpactSideSectionFragment } from '@flipside/platform-web/gql';
import { Badge, DataTable, Row, Section, Stack, Text, type Column } from '@flipside/ui';
import { plural } from '../pairing-words.js';
import { impactFigures, keptFigures, type Group } from './impact-figures.js';
import { chanceInWords, namesInWords, shareInWords } from './impact-words.js';

graphql(`
  fragment ImpactSideSection on ImpactSide {
    everybody {
      people
      matched
    }
    unknown
    withheldGroups
    withheldPeople
    chance
    kept {
      figure
      since
    }
    groups {
      names
      isKnown
      people
      matched
      ratio
      isBelowFourFifths
      chance
      aboveMedian {
        part
        of
      }
      seniority {
        mean
        of
      }
      load {
        mean
        of
      }
      accepted {
        part
        of
      }
    }
  }
`);

interface SideSectionProps {
  title: string;
  side: ImpactSideSectionFragment;
  isChampions: boolean;
  /** False until people have been asked. */
  isPublished: boolean;
}

/** One side of a round, group by group: how many were matched, and how that compares with the best-off group. */
export function SideSection({ title, side, isChampions, isPublished }: SideSectionProps) {
  const { everybody, unknown, withheldGroups, withheldPeople, chance, groups, kept } = side;
  const dates = useDates();
  return (
    <Section
      title={title}
      lead={`${shareInWords({ part: everybody.matched, of: everybody.people })} matched.`}
    >
      <Stack gap="12">
        {groups.length > 0 ? (
          <DataTable
            caption={`${title} by group`}
            columns={columnsOf(isChampions, isPublished)}
            rows={groups}
            rowKey={({ names }) => namesInWords(names)}
          />
        ) : (
          <Text>Every group is too small to be shown.</Text>
        )}
        <Stack gap="4">
          {chance != null && groups.length > 0 && (
            <Text size="sm">
              Differences as large as these, over all groups shown together, come about by chance{' '}
              {chanceInWords(chance)} rounds.
            </Text>
          )}
          {withheldGroups > 0 && (
            <Text size="sm" tone="muted">
              {plural(withheldGroups, 'group', 'groups')} with{' '}
              {plural(withheldPeople, 'person', 'people')} together{' '}
              {withheldGroups === 1 ? 'is' : 'are'} not shown, so that no figure speaks of few
              people, by itself or by subtraction.
            </Text>
          )}
          {keptFigures(kept).map(({ headers, since }) => (
            <Text key={since} size="sm" tone="muted">
              {headers.join(', ')}: as on {dates.day(since)}. Something changed since, for too few
              people to tell.
            </Text>
          ))}
          {unknown > 0 && (
            <Text size="sm" tone="muted">
              The group of {plural(unknown, 'person', 'people')} is not known.
            </Text>
          )}
        </Stack>
      </Stack>
    </Section>
  );
}

function columnsOf(isChampions: boolean, isPublished: boolean): Column<Group>[] {
  return [
    {
      id: 'group',
      header: 'Group',
      isRowHeader: true,
      cell: ({ names, isBelowFourFifths }) => (
        <Row gap="8">
          {namesInWords(names)}
          {isBelowFourFifths && <Badge tone="close">below 0.80</Badge>}
        </Row>
      ),
    },
    ...impactFigures({ isChampions, isPublished }).map(({ id, header, words }): Column<Group> => ({
      id,
      header,
      align: 'end',
      cell: words,
    })),
  ];
}
