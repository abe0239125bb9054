import { formatCalendarDay, graphql } from '@flipside/platform-web';

graphql(`
  fragment FigureFields on Figure {
    key
    kind
    title
    definition
    sentence
    isWithheld
    n
    of
    from
    dataOn
    note
    numbers {
      label
      text
      value
    }
    units {
      unitId
      unitName
      n
      sentence
      numbers {
        label
        text
        value
      }
    }
  }
`);

export const OutcomesReportQuery = graphql(`
  query OutcomesReport {
    outcomesReport {
      asOf
      lastMonth
      closesOn
      smallGroupLimit
      timeZone
      figures {
        ...FigureFields
      }
      rates {
        executive
        champion
        staff
        currency
        approvedBy
        holdsFrom
      }
      money {
        title
        text
        formula
        from
        approvedBy
      }
    }
  }
`);

export interface FigureShown {
  key: string;
  kind: 'OUTCOME' | 'ACTIVITY';
  title: string;
  definition: string;
  sentence: string;
  isWithheld: boolean;
  n?: number | null;
  of: string;
  from?: string | null;
  dataOn?: string | null;
  note?: string | null;
  numbers: readonly NumberShown[];
  units: readonly {
    unitId: string;
    unitName: string;
    n: number;
    sentence: string;
    numbers: readonly NumberShown[];
  }[];
}

interface NumberShown {
  label: string;
  text: string;
  value?: number | null;
}

export interface ReportShown {
  asOf: string;
  lastMonth?: string | null;
  closesOn: string;
  smallGroupLimit: number;
  timeZone: string;
  figures: readonly FigureShown[];
  rates?: {
    executive: number;
    champion: number;
    staff: number;
    currency: string;
    approvedBy: string;
    holdsFrom: string;
  } | null;
  money: readonly {
    title: string;
    text: string;
    formula: string;
    from: string;
    approvedBy: string;
  }[];
}

export const CATEGORIES = [
  { code: 'manual_effort', title: 'Manual effort' },
  { code: 'cycle_time', title: 'Time from start to finish' },
  { code: 'decision_quality', title: 'Quality of decisions' },
  { code: 'customer_experience', title: 'Customer experience' },
  { code: 'new_workflow', title: 'New ways of working' },
] as const;

export const GRADES = [
  { code: 'claimed', title: 'Claimed by one person' },
  { code: 'corroborated', title: 'Confirmed by a second' },
  { code: 'measured', title: 'Measured before and after' },
] as const;

/** The figure of a category and grade. @throws never: a figure the server does not know is withheld */
export const figureAt = (report: ReportShown, key: string): FigureShown | undefined =>
  report.figures.find((each) => each.key === key);

/** "November 2026". */
export const monthWords = (day: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Month and data date that most figures have, said once; null while there is no figure. */
export function usualDates({ figures }: ReportShown): string | null {
  const all = figures.flatMap((figure) => datesOf(figure) ?? []);
  const count = (dates: string): number => all.filter((each) => each === dates).length;
  return all.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

const datesOf = ({ from, dataOn }: FigureShown): string | null =>
  from && dataOn ? `${monthWords(from)}, data up to ${formatCalendarDay(dataOn)}` : null;

/** "Where nothing else is said: November 2026, data up to Mon, 30 Nov." */
export const usualWords = (report: ReportShown): string => {
  const dates = usualDates(report);
  return dates === null ? '' : `Where a number says nothing else: ${dates}.`;
};

/** What stands beside every number: whom it counts, and its month and data date where they are not the usual ones. */
export function factsWords(figure: FigureShown, usual: string | null): string | null {
  const dates = datesOf(figure);
  if (figure.n == null || dates === null) return null;
  return `n = ${figure.n} ${figure.of}${dates === usual ? '' : `, ${dates}`}`;
}

/** The last part of a key names a whole figure, not a category: these follow the table. */
export const otherOutcomes = (report: ReportShown): FigureShown[] =>
  report.figures.filter(({ key, kind }) => kind === 'OUTCOME' && !key.startsWith('outcome:'));

export const activities = (report: ReportShown): FigureShown[] =>
  report.figures.filter(({ kind }) => kind === 'ACTIVITY');
