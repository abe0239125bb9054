import { FLUENCY, FLUENCY_LEVELS, type FluencyDimension } from '@flipside/learnings-domain';
import { formatCalendarDay, usePageQuery } from '@flipside/platform-web';
import {
  DataTable,
  EmptyState,
  Faces,
  IconUsersGroup,
  Page,
  Section,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { FluencyFiguresQuery, type FigureShown } from './fluency-documents.js';

const SHARES: Readonly<Record<string, string>> = {
  CALIBRATED: 'Trust in AI fits',
  IMPROVED: 'Rose by a level or more since the first look',
};

/** “7 of 12”, and a whole percentage from 20 people on. */
const ofAll = ({ count, people }: FigureShown): string =>
  people < 20 ? `${count} of ${people}` : `${Math.round((count / people) * 100)} % of ${people}`;

/** Where do executives stand, all together? For the programme, never for one of them. */
export function FluencyPage() {
  const page = usePageQuery(FluencyFiguresQuery);
  const until = ({ dataOn }: FigureShown): string => formatCalendarDay(dataOn);
  const dimensions: Column<FigureShown>[] = [
    {
      id: 'what',
      header: 'What',
      isRowHeader: true,
      cell: ({ kind }) => FLUENCY[kind.toLowerCase() as FluencyDimension].name,
    },
    {
      id: 'median',
      header: 'Middle level',
      phone: 'bar',
      cell: ({ median }) => (median == null ? '–' : `${median} · ${FLUENCY_LEVELS[median] ?? ''}`),
    },
    { id: 'practising', header: 'Practising or further', cell: ofAll },
    { id: 'until', header: 'Until', cell: until },
  ];
  const shares: Column<FigureShown>[] = [
    { id: 'what', header: 'What', isRowHeader: true, cell: ({ kind }) => SHARES[kind] ?? kind },
    { id: 'share', header: 'Executives', phone: 'bar', cell: ofAll },
    { id: 'until', header: 'Until', cell: until },
  ];
  return (
    <Page
      title="Fluency"
      lead="What champions observed, over all executives. Nobody’s own level is ever here."
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={5} columns={4} />}
        isEmpty={({ fluencyFigures }) => fluencyFigures.length === 0}
        empty={
          <EmptyState title="Too early" icon={<IconUsersGroup size={22} />}>
            Figures appear after the month by whose end enough executives were observed: as many as
            the small-group limit of the programme asks for.
          </EmptyState>
        }
      >
        {({ fluencyFigures }) => (
          <Stack gap="32">
            <Section title="Levels">
              <DataTable
                caption="Levels from 0 (not yet) to 4 (helps others), observed by champions"
                columns={dimensions}
                rows={fluencyFigures.filter(({ kind }) => !SHARES[kind])}
                rowKey={({ kind }) => kind}
              />
            </Section>
            <Section title="Trust and change">
              <DataTable
                caption="Shares of executives"
                columns={shares}
                rows={fluencyFigures.filter(({ kind }) => SHARES[kind])}
                rowKey={({ kind }) => kind}
              />
            </Section>
            <Text tone="muted" size="sm">
              Levels are the latest observation of each executive until the end of a month. A figure
              appears once as many people as the small-group limit stand behind it, and stands still
              until so many changed that no two figures together tell of fewer. Trust is never added
              to a level.
            </Text>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
