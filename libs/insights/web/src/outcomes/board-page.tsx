import { formatCalendarDay, graphql, usePageQuery, useViewer } from '@flipside/platform-web';
import {
  Button,
  Faces,
  IconPrinter,
  Page,
  Section,
  Skeleton,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { CategoriesTable } from './categories-table.js';
import { ExportFigures } from './export-figures.js';
import {
  activities,
  factsWords,
  monthWords,
  otherOutcomes,
  OutcomesReportQuery,
  usualDates,
  usualWords,
  type FigureShown,
  type ReportShown,
} from './report-documents.js';
import './board-page.css';

const BoardStoriesQuery = graphql(`
  query BoardStories {
    sharedStories(first: 3) {
      edges {
        node {
          id
          result
          tellers
        }
      }
    }
  }
`);

/** The newest three stories that both people of a pairing share. Taken back, one is gone from here too. */
function BoardStories() {
  const page = usePageQuery(BoardStoriesQuery);
  return (
    <Section title="In their words">
      <Faces
        of={page}
        skeleton={<Skeleton lines={3} />}
        isEmpty={({ sharedStories }) => sharedStories.edges.length === 0}
        empty={<Text tone="muted">No pair has shared a story yet.</Text>}
      >
        {({ sharedStories }) => (
          <ul>
            {sharedStories.edges.map(({ node: { id, result, tellers } }) => (
              <li key={id}>
                {result}{' '}
                <Text as="span" size="sm" tone="muted">
                  {tellers.length > 0
                    ? new Intl.ListFormat('en').format(tellers)
                    : 'Two colleagues who stay unnamed'}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Faces>
    </Section>
  );
}

/** How a number is counted, over whom, and of when where that is not the usual month. */
function FigureFacts({ figure, report }: { figure: FigureShown; report: ReportShown }) {
  const facts = factsWords(figure, usualDates(report));
  return (
    <Text as="span" size="sm" tone="muted">
      {figure.definition} {facts && `${facts}.`}
    </Text>
  );
}

/** One page for the board: the same figures as on the outcomes page, to be printed. */
export function BoardPage() {
  const page = usePageQuery(OutcomesReportQuery);
  const viewer = useViewer();
  const report = page.data?.outcomesReport;
  return (
    <Page
      title="Is work changing?"
      lead={
        report?.lastMonth ? `For the board, up to ${monthWords(report.lastMonth)}` : 'For the board'
      }
      width="wide"
      actions={
        <>
          {report && <ExportFigures report={report} />}
          <Button
            variant="primary"
            icon={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            Print this page
          </Button>
        </>
      }
    >
      <Faces of={page} skeleton={<SkeletonTable rows={5} columns={4} />}>
        {({ outcomesReport }) => (
          <div className="insights-board">
            <Section title="Outcomes">
              <Stack gap="16">
                <CategoriesTable report={outcomesReport} />
                <ul>
                  {otherOutcomes(outcomesReport)
                    .filter(({ isWithheld }) => !isWithheld)
                    .map((figure) => (
                      <li key={figure.key}>
                        <strong>{figure.title}:</strong> {figure.sentence}{' '}
                        <FigureFacts figure={figure} report={outcomesReport} />
                      </li>
                    ))}
                </ul>
              </Stack>
            </Section>
            <BoardStories />
            <Section title="Activity, which is not a result">
              <ul>
                {activities(outcomesReport).map((figure) => (
                  <li key={figure.key}>
                    {figure.title}: {figure.sentence}{' '}
                    <FigureFacts figure={figure} report={outcomesReport} />
                  </li>
                ))}
              </ul>
            </Section>
            <Section title="How to read this">
              <Text size="sm" tone="muted">
                {usualWords(outcomesReport)} Claimed, corroborated and measured are three kinds of
                evidence and are never added. Hours are people’s own estimates, so they are ranges
                of ten; checking and set-up are taken off and losses stay in. A change counts for 90
                days unless it is renewed. Hours saved are not money saved. Figures of fewer than{' '}
                {outcomesReport.smallGroupLimit} pairings or people are withheld, and so is what
                would give them away. Closed months are never changed; corrections are booked in the
                month in which they became known. Made on {formatCalendarDay(outcomesReport.asOf)}{' '}
                by {viewer.name}, days of {outcomesReport.timeZone}.
              </Text>
            </Section>
          </div>
        )}
      </Faces>
    </Page>
  );
}
