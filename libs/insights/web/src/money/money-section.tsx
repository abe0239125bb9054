import { Button, Card, Columns, Section, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { monthWords, type ReportShown } from '../outcomes/report-documents.js';
import { RatesSheet } from './rates-sheet.js';

/** What the programme costs and what its hours are worth: nothing before finance approved what an hour costs. */
export function MoneySection({ report }: { report: ReportShown }) {
  const [isOpen, setOpen] = useState(false);
  const { rates, money } = report;
  return (
    <Section
      title="In money"
      lead="Hours saved are not money saved. Claimed hours have no price, and no line is added to another."
      actions={
        <Button onClick={() => setOpen(true)}>
          {rates ? 'Change hourly rates' : 'Set hourly rates'}
        </Button>
      }
    >
      <Stack gap="12">
        {money.length === 0 && (
          <Text tone="muted">
            {rates
              ? 'Shown for months that end with approved rates, once their figures are published.'
              : 'Shown once finance has approved what an hour costs.'}
          </Text>
        )}
        <Columns min="20rem">
          {money.map(({ title, text, formula, from, approvedBy }) => (
            <Card key={title} level={3} title={title} tone="sunken">
              <Stack gap="8">
                <Text weight="medium">{text}</Text>
                <Text size="sm" tone="muted">
                  {formula}. {monthWords(from)}, rates approved by {approvedBy}.
                </Text>
              </Stack>
            </Card>
          ))}
        </Columns>
      </Stack>
      <RatesSheet
        key={rates?.holdsFrom ?? 'first'}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        report={report}
      />
    </Section>
  );
}
