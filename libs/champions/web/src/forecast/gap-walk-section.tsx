import { formatCalendarDay, formatNumber } from '@flipside/platform-web';
import type { CoverageForecastQuery, WalkKind } from '@flipside/platform-web/gql';
import {
  Checkbox,
  type Column,
  DataTable,
  Section,
  SegmentedControl,
  Stack,
  Text,
} from '@flipside/ui';

type Forecast = CoverageForecastQuery['coverageForecast'];
type Step = Forecast['walk']['steps'][number];

/** What somebody tries out. */
export interface Tried {
  lose: number;
  add: number;
  peopleChange: number;
  targetRatio: number | null;
  losing: string[];
}
export interface Trying {
  forecast: Forecast;
  tried: Tried;
  onTry: (tried: Tried) => void;
}

const WALK_WORDS: Record<WalkKind, string> = {
  STARTS: 'Start, return or arrive',
  PIPELINE: 'On the way, as experience says',
  TERMS: 'Terms end',
  LEAVERS: 'Leave the company',
  MOVERS: 'Move elsewhere',
  BREAKS: 'Take a break',
  EXITS: 'Stop early, as experience says',
  PEOPLE: 'More or fewer people to cover',
};

/** From today’s gap to the likely one, with the people behind each step; each can be tried without. */
export function Walk({
  forecast: { walk },
  tried,
  onTry,
  walkDays,
  onDays,
}: Trying & { walkDays: number; onDays: (days: number) => void }) {
  const columns: Column<Step>[] = [
    { id: 'kind', header: 'Step', isRowHeader: true, cell: ({ kind }) => WALK_WORDS[kind] },
    {
      id: 'change',
      header: 'Change',
      align: 'end',
      phone: 'aside',
      cell: ({ change }) => signed(change),
    },
    {
      id: 'people',
      header: 'Who',
      cell: ({ kind, persons }) => (
        <People kind={kind} persons={persons} tried={tried} onTry={onTry} />
      ),
    },
  ];
  return (
    <Section
      title="What changes the gap"
      lead={`${signed(walk.from)} today, ${signed(walk.to)} in ${walk.days} days.`}
      actions={
        <SegmentedControl
          aria-label="Days ahead"
          data={['30', '90', '180', '365'].map((value) => ({ value, label: value }))}
          value={String(walkDays)}
          onChange={(value) => onDays(Number(value))}
        />
      }
    >
      {walk.steps.length === 0 ? (
        <Text tone="muted">Nothing is known that would change it.</Text>
      ) : (
        <DataTable
          caption="Steps from today’s gap to the likely one"
          columns={columns}
          rows={walk.steps}
          rowKey={({ kind }) => kind}
        />
      )}
    </Section>
  );
}

const signed = (n: number): string =>
  n > 0 ? `+${formatNumber(n)}` : n < 0 ? `−${formatNumber(-n)}` : '0';

const MOST_NAMES = 12;

function People({
  kind,
  persons,
  tried,
  onTry,
}: { kind: WalkKind; persons: Step['persons'] } & Omit<Trying, 'forecast'>) {
  const isCounted = kind !== 'PIPELINE' && kind !== 'STARTS';
  return (
    <Stack gap="4">
      {persons.slice(0, MOST_NAMES).map(({ personId, name, on }) => {
        const words = on ? `${name}, ${formatCalendarDay(on)}` : name;
        if (!isCounted)
          return (
            <Text key={personId} size="sm">
              {words}
            </Text>
          );
        const isLost = tried.losing.includes(personId);
        return (
          <Checkbox
            key={personId}
            size="sm"
            label={`${words}; leave now`}
            checked={isLost}
            onChange={() =>
              onTry({
                ...tried,
                losing: isLost
                  ? tried.losing.filter((id) => id !== personId)
                  : [...tried.losing, personId],
              })
            }
          />
        );
      })}
      {persons.length > MOST_NAMES && (
        <Text size="sm" tone="muted">
          and {formatNumber(persons.length - MOST_NAMES)} more
        </Text>
      )}
    </Stack>
  );
}

/** What to start by when. */
export function Plan({ forecast: { plan, targetRatio, name } }: { forecast: Forecast }) {
  return (
    <Section
      title="What to start"
      lead={
        plan.length === 0 ? `${name} is likely to hold 1 per ${targetRatio} for a year.` : undefined
      }
    >
      {plan.length > 0 && (
        <ol>
          {plan.map((line) => (
            <li key={line.month}>
              Start {formatNumber(line.nominations)}{' '}
              {line.nominations === 1 ? 'nomination' : 'nominations'} by{' '}
              {formatCalendarDay(line.by)} to hold 1 per {targetRatio} in {monthInWords(line.month)}
              .
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthInWords = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
