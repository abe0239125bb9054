import { formatCalendarDay, usePageQuery } from '@flipside/platform-web';
import {
  Columns,
  EmptyState,
  Faces,
  LinkButton,
  Page,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { MoneySection } from '../money/money-section.js';
import { CategoriesTable } from './categories-table.js';
import { ExportFigures } from './export-figures.js';
import { FigureCard } from './figure-section.js';
import {
  activities,
  monthWords,
  otherOutcomes,
  OutcomesReportQuery,
  usualDates,
  usualWords,
} from './report-documents.js';
import { UnitFigures } from './units-table.js';

/** Is work changing? Outcomes first and apart; activity last, labelled as such. */
export function OutcomesPage() {
  const page = usePageQuery(OutcomesReportQuery);
  const report = page.data?.outcomesReport;
  return (
    <Page
      title="Outcomes"
      lead={`Is work changing? Figures of fewer than ${report?.smallGroupLimit ?? 5} pairings or people are withheld.`}
      width="wide"
      actions={
        <>
          {report && <ExportFigures report={report} />}
          <LinkButton to="/outcomes/board" variant="primary">
            Make the board page
          </LinkButton>
        </>
      }
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={5} columns={4} />}
        isEmpty={(data) => data.outcomesReport.lastMonth == null}
        empty={
          <EmptyState title="Too early: no month is closed yet">
            {report && (
              <>
                Pairs record a change in work on the page of a session. A month is closed three days
                after it ends; the next one on {formatCalendarDay(report.closesOn)}.
              </>
            )}
          </EmptyState>
        }
      >
        {({ outcomesReport }) => (
          <Stack gap="32">
            <Section
              title="Outcomes: changes in work"
              lead={`Closed up to ${monthWords(outcomesReport.lastMonth ?? outcomesReport.asOf)}. Grades stand side by side and are never added; what is learned later is booked later. ${usualWords(outcomesReport)}`}
            >
              <CategoriesTable report={outcomesReport} />
            </Section>
            <Section title="Outcomes: does it last and spread?">
              <Columns min="20rem">
                {otherOutcomes(outcomesReport).map((figure) => (
                  <FigureCard key={figure.key} figure={figure} usual={usualDates(outcomesReport)} />
                ))}
              </Columns>
            </Section>
            <Section
              title="Outcomes by unit"
              lead="A unit is shown when enough pairings or people stand behind it and behind everything that is left."
            >
              <UnitFigures report={outcomesReport} />
            </Section>
            <Section
              title="Activity: did people take part?"
              lead="Activity is not a result. It stands here so that it is not mistaken for one."
            >
              <Columns min="20rem">
                {activities(outcomesReport).map((figure) => (
                  <FigureCard key={figure.key} figure={figure} usual={usualDates(outcomesReport)} />
                ))}
              </Columns>
            </Section>
            <MoneySection report={outcomesReport} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
