import { formatCalendarDay, formatNumber, useDates } from '@flipside/platform-web';
import { Alert, Headline, LinkButton, Text } from '@flipside/ui';
import type { Report } from './coverage-tree-rows.js';

/** The finding first, then people and what is missing, then the rule and how old the figures are. */
export function CoverageWords({ report, skill }: { report: Report; skill: string }) {
  const dates = useDates();
  const { headline, asOf, isPast, basis } = report;
  const imported = headline.lastImportAt
    ? `Staff list of ${dates.day(headline.lastImportAt)}.`
    : 'No staff list was imported yet.';
  const figures = `${unbroken(headline.totalSentence)} ${headline.gapSentence}`;
  return (
    <>
      {headline.isStale && (
        <Alert
          tone="warning"
          title="The staff list is old"
          action={
            <LinkButton size="small" to="/import">
              Import a new one
            </LinkButton>
          }
        >
          {imported} People may have joined, moved or left since.
        </Alert>
      )}
      <Headline
        notes={
          <>
            {headline.spreadSentence && (
              <Text as="span" weight="medium">
                {figures}{' '}
              </Text>
            )}
            {skill && `Only champions good at ${skill} are counted, as their profiles say today. `}
            {formatNumber(headline.peopleCovered)} of {formatNumber(headline.people)} people are in
            groups that meet their target. {headline.effectiveSentence} {headline.rule}{' '}
            {formatCalendarDay(asOf)}
            {isPast &&
              (basis === 'SHOWN' ? ', as it was shown then' : ', from records as known now')}
            . {imported}
          </>
        }
      >
        {headline.spreadSentence || figures}
      </Headline>
    </>
  );
}

/** Keeps "1 per 22.6" on one line. */
function unbroken(sentence: string): string {
  return sentence.replace(/1 per (?=\d)/gu, '1\u00A0per\u00A0');
}
