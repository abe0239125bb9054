import { formatCalendarDay, formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { CoverageOutlookQuery } from '@flipside/platform-web/gql';
import {
  type Column,
  DataTable,
  Figure,
  GapSpark,
  IconChevronDown,
  IconChevronUp,
  Section,
  StepsFigure,
  Text,
} from '@flipside/ui';
import { useRef } from 'react';
import { ExportMenu } from './export-menu.js';
import '../champions.css';

const OutlookDocument = graphql(`
  query CoverageOutlook($unitIds: [ID!]!) {
    coverageOutlook(unitIds: $unitIds) {
      unitId
      gapAhead
      months {
        on
        required
        champions
        gap
      }
    }
  }
`);

export type UnitOutlook = CoverageOutlookQuery['coverageOutlook'][number];
type Month = UnitOutlook['months'][number];

/** More rows than this have no drawing; nobody reads so many. */
const MOST_ROWS = 200;

/** Where units come from and where they are likely to be; comes after the list, which does not wait for it. */
export function useOutlook(
  unitIds: readonly string[],
  isPaused = false,
): ReadonlyMap<string, UnitOutlook> {
  const { data } = usePageQuery(OutlookDocument, {
    variables: { unitIds: unitIds.slice(0, MOST_ROWS) },
    isPaused: isPaused || unitIds.length === 0,
  });
  return new Map(data?.coverageOutlook.map((outlook) => [outlook.unitId, outlook]));
}

/** "−3", with what it is today where that is another number. */
export function AheadCell({ outlook, gap }: { outlook: UnitOutlook | undefined; gap: number }) {
  if (!outlook) return null;
  const { gapAhead } = outlook;
  const words = gapAhead === 0 ? 'ok' : `−${formatNumber(gapAhead)}`;
  return (
    <span title={gapAhead === gap ? 'As today' : undefined}>
      {words}
      {gapAhead !== gap && (
        <span className="fs-hidden">, {gapAhead > gap ? 'more missing' : 'fewer missing'}</span>
      )}
      {gapAhead > gap && <IconChevronUp size={14} aria-hidden />}
      {gapAhead < gap && <IconChevronDown size={14} aria-hidden />}
    </span>
  );
}

/** A year of gaps as bars, on one scale for the whole table, with its first and last number. */
export function TrendCell({ outlook, most }: { outlook: UnitOutlook | undefined; most: number }) {
  const [first, last] = [outlook?.months[0], outlook?.months.at(-1)];
  if (!outlook || !first || !last) return null;
  return (
    <span className="champions-trend">
      <GapSpark gaps={gapsOf(outlook.months)} most={most} name={inWords(first, last)} />
      <Text as="span" size="sm" tone="muted" aria-hidden>
        {first === last
          ? formatNumber(last.gap)
          : `${formatNumber(first.gap)} to ${formatNumber(last.gap)}`}
      </Text>
    </span>
  );
}

const MONTHS = 13;

/** Always thirteen places, so that months without the unit stay empty at the start. */
function gapsOf(months: readonly Month[]): (number | null)[] {
  const gaps = months.slice(-MONTHS).map(({ gap }) => gap);
  return [...Array.from({ length: MONTHS - gaps.length }, () => null), ...gaps];
}

function inWords(first: Month, last: Month): string {
  if (first === last) return `${formatNumber(last.gap)} missing today, nothing earlier`;
  return `${formatNumber(first.gap)} missing on ${formatCalendarDay(first.on)}, ${formatNumber(last.gap)} today`;
}

/** The largest gap of all rows and months: the height of a full bar. */
export function mostMissing(outlooks: Iterable<UnitOutlook>): number {
  return [...outlooks].reduce(
    (most, { months }) => months.reduce((high, { gap }) => Math.max(high, gap), most),
    1,
  );
}

const MOST_FIGURES = 12;

interface SmallMultiplesProps {
  /** The unit above. */
  name: string;
  asOf: string;
  units: readonly { readonly id: string; readonly name: string; readonly gap: number }[];
}

interface Drawn {
  id: string;
  name: string;
  months: readonly Month[];
}

const hadOf = ({ champions, required }: Month): string =>
  `${formatNumber(champions)} of ${formatNumber(required)}`;

const multipleColumns: Column<Drawn>[] = [
  { id: 'name', header: 'Unit', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'since',
    header: 'Since',
    cell: ({ months: [first] }) => first && formatCalendarDay(first.on),
  },
  {
    id: 'then',
    header: 'Then',
    align: 'end',
    cell: ({ months: [first] }) => first && hadOf(first),
  },
  {
    id: 'now',
    header: 'Today',
    align: 'end',
    phone: 'aside',
    cell: ({ months }) => months.slice(-1).map(hadOf),
  },
];

/** The trend of each unit below, all on one scale, the largest gap first. */
export function SmallMultiples({ name: above, asOf, units }: SmallMultiplesProps) {
  const figure = useRef<HTMLDivElement>(null);
  const shown = [...units].sort((a, b) => b.gap - a.gap).slice(0, MOST_FIGURES);
  const outlook = useOutlook(shown.map(({ id }) => id));
  const drawn = shown.flatMap(({ id, name }): Drawn[] => {
    const months = outlook.get(id)?.months ?? [];
    return months.length >= 2 ? [{ id, name, months }] : [];
  });
  if (drawn.length === 0) return null;
  const most = Math.max(
    ...drawn.flatMap(({ months }) => months.flatMap((m) => [m.required, m.champions])),
  );
  return (
    <Section
      title="Trend of the units below"
      lead="Needed and active champions over a year; all on the same scale, the largest gap first."
      actions={
        <ExportMenu
          name={`coverage-trend-below-${above}`}
          title={`Coverage trend of the units below ${above}`}
          asOf={asOf}
          filters={`The ${formatNumber(drawn.length)} with the largest gaps`}
          header={['Unit', 'Day', 'Needed', 'Active', 'Missing']}
          rows={() =>
            drawn.flatMap(({ name, months }) =>
              months.map(({ on, required, champions, gap }) => [
                name,
                on,
                required,
                champions,
                gap,
              ]),
            )
          }
          figure={figure}
        />
      }
    >
      <Figure
        frame={figure}
        table={
          <DataTable
            caption="Trend of the units below"
            columns={multipleColumns}
            rows={drawn}
            rowKey={({ id }) => id}
          />
        }
      >
        <ul className="champions-multiples">
          {drawn.map(({ id, name, months }) => {
            const [first, last] = [months[0], months.at(-1)];
            return (
              <li key={id}>
                <Text as="span" size="sm">
                  {name}
                </Text>
                <StepsFigure
                  isSmall
                  most={most}
                  name={first && last ? `${name}: ${inWords(first, last)}` : name}
                  needLabel="Needed"
                  haveLabel="Active"
                  points={months.map(({ on, required, champions }) => ({
                    at: Date.parse(on),
                    label: formatCalendarDay(on),
                    need: required,
                    have: champions,
                  }))}
                />
              </li>
            );
          })}
        </ul>
      </Figure>
    </Section>
  );
}
