import { FLUENCY, FLUENCY_LEVELS } from '@flipside/learnings-domain';
import { useDates, usePageQuery } from '@flipside/platform-web';
import type { BeforeAndNowQuery as BeforeAndNowAnswer } from '@flipside/platform-web/gql';
import {
  AudienceNote,
  DataTable,
  Faces,
  Section,
  Skeleton,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { BeforeAndNowQuery, dimensionOf } from './fluency-documents.js';

type Change = BeforeAndNowAnswer['beforeAndNow'][number];

/** Where did I see myself first, and where now? Nobody else set it. */
export function BeforeAndNow() {
  const page = usePageQuery(BeforeAndNowQuery);
  const dates = useDates();
  const at = (level: number, day: string): string =>
    `${level} · ${FLUENCY_LEVELS[level] ?? ''}, ${dates.day(day)}`;
  const columns: Column<Change>[] = [
    {
      id: 'what',
      header: 'What',
      isRowHeader: true,
      cell: ({ dimension }) => FLUENCY[dimensionOf(dimension)].name,
    },
    {
      id: 'then',
      header: 'Before, seen from now',
      cell: ({ then }) => (then == null ? '–' : `${then} · ${FLUENCY_LEVELS[then] ?? ''}`),
    },
    { id: 'before', header: 'Before', cell: ({ before, beforeAt }) => at(before, beforeAt) },
    { id: 'now', header: 'Now', phone: 'bar', cell: ({ now, nowAt }) => at(now, nowAt) },
  ];
  return (
    <Section title="Before and now" lead="As you set it yourself. No target, and no sum.">
      <Faces
        of={page}
        skeleton={<Skeleton lines={4} />}
        isEmpty={(data) => data.beforeAndNow.length === 0}
        empty={
          <Text tone="muted">
            On the page of your pairing you say where you are. From the second time on, both stand
            here side by side.
          </Text>
        }
      >
        {({ beforeAndNow }) => (
          <Stack gap="12">
            <DataTable
              caption="Levels from 0 (not yet) to 4 (helps others), as you see them"
              columns={columns}
              rows={beforeAndNow}
              rowKey={({ dimension }) => dimension}
            />
            <Text size="sm" tone="muted">
              Nearly everybody rates themselves too high at first. What you see looking back is
              often nearer.
            </Text>
            <AudienceNote audience="PAIR">
              Only you see this table. Each look you took is read by your champion, too, and never
              by HR.
            </AudienceNote>
          </Stack>
        )}
      </Faces>
    </Section>
  );
}
