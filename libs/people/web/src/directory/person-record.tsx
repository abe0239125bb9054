import {
  formatCalendarDay,
  formatNumber,
  graphql,
  languageName,
  zoneCity,
} from '@flipside/platform-web';
import { AudienceNote, Card, FactList, Stack } from '@flipside/ui';

graphql(`
  fragment PersonRecordFacts on PersonRecord {
    email
    employeeNo
    languages
    hireOn
    leaveOn
    timeZone
    reports
  }
`);

interface RecordFacts {
  email?: string | null | undefined;
  employeeNo?: string | null | undefined;
  languages: string[];
  hireOn?: string | null | undefined;
  leaveOn?: string | null | undefined;
  timeZone: string;
  reports: number;
}

const day = (on: string | null | undefined): string => (on ? formatCalendarDay(on) : '–');

/** What the roster knows, and who can read it. */
export function PersonRecordFacts({ record, isOwn }: { record: RecordFacts; isOwn: boolean }) {
  return (
    <Card title="From the staff list">
      <Stack gap="16">
        <FactList
          facts={[
            { label: 'E-mail', value: record.email ?? '–' },
            { label: 'Staff number', value: record.employeeNo ?? '–' },
            { label: 'Languages', value: record.languages.map(languageName).join(', ') || '–' },
            { label: 'First day', value: day(record.hireOn) },
            ...(record.leaveOn ? [{ label: 'Last day', value: day(record.leaveOn) }] : []),
            { label: 'Time zone', value: `${zoneCity(record.timeZone)} (${record.timeZone})` },
            { label: 'Direct reports', value: formatNumber(record.reports) },
          ]}
        />
        <AudienceNote audience="PROGRAMME">
          {isOwn ? 'You and HR leads can read this.' : 'HR leads and this person can read this.'}
        </AudienceNote>
      </Stack>
    </Card>
  );
}
