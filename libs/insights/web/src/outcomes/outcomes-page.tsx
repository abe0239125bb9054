import { formatCalendarDay, graphql, usePageQuery } from '@flipside/platform-web';
import {
  Button,
  EmptyState,
  Faces,
  IconPrinter,
  Page,
  Section,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { CategoriesTable } from './categories-table.js';
import { PracticesFigure } from './practices-figure.js';

const OutcomesSummaryQuery = graphql(`
  query OutcomesSummary {
    outcomesSummary {
      asOf
      smallGroupLimit
      isTooEarly
      pairingsSoFar
      categories {
        category
        claimed {
          ...OutcomeCellFields
        }
        corroborated {
          ...OutcomeCellFields
        }
        measured {
          ...OutcomeCellFields
        }
      }
      practices {
        tried
        kept
        passedOn
      }
      participation {
        held
        planned
      }
    }
  }
`);

/** Is work changing? Outcomes first, practices next, participation last and small. */
export function OutcomesPage() {
  const page = usePageQuery(OutcomesSummaryQuery);
  return (
    <Page
      title="Outcomes"
      lead="Is work changing? Figures speak of five pairings or more, or they are withheld."
      width="wide"
      actions={
        <Button icon={<IconPrinter size={18} />} onClick={() => window.print()}>
          Print this page
        </Button>
      }
    >
      <Faces of={page} skeleton={<SkeletonTable rows={5} columns={4} />}>
        {({ outcomesSummary: summary }) => (
          <Stack gap="32">
            {summary.isTooEarly ? (
              <EmptyState title={tooEarly(summary)}>
                Pairs record a change in work on the page of a session. Figures appear once{' '}
                {summary.smallGroupLimit} pairings have recorded something.
              </EmptyState>
            ) : (
              <Section
                title="Changes in work"
                lead={`Recorded before ${formatCalendarDay(summary.asOf)} and still holding. Grades stand side by side and are never added.`}
              >
                <CategoriesTable rows={summary.categories} limit={summary.smallGroupLimit} />
              </Section>
            )}
            <PracticesFigure
              practices={summary.practices}
              limit={summary.smallGroupLimit}
              asOf={summary.asOf}
            />
            <Text size="sm" tone="muted">
              Participation: {summary.participation.held} of {summary.participation.planned}{' '}
              sessions that were due in the last 26 weeks took place.
            </Text>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

const tooEarly = (summary: { pairingsSoFar: number; smallGroupLimit: number }): string =>
  `Too early: ${summary.pairingsSoFar} of the ${summary.smallGroupLimit} pairings needed`;
