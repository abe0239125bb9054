import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  costOfAllowance,
  costOfSessions,
  FIGURES,
  fluencyKey,
  GRADE_TITLES,
  hoursRange,
  outcomeKey,
  ratesOn,
  sentenceOf,
  worthOfHours,
  type FigureDefinition,
  type HourlyRates,
  type Money,
} from '@flipside/insights-domain';
import { firstOfNextMonth, FLUENCY_FIGURES, monthOf } from '@flipside/learnings-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { allRates } from '../money/set-hourly-rates.js';
import { programmeDay } from '../programme-day.js';
import { OPEN_DAYS_AFTER } from './close-months.job.js';
import type { Figure, FigureNumber, FluencyFigure, OutcomesReport } from './figure.type.js';

interface Released {
  figure: string;
  cut: string;
  month: Day;
  people: number;
  numbers: (number | null)[] | null;
  unitName: string | null;
}

/** The one way to a figure: what the page draws, what is exported and what the interface answers. Four statements. */
@Injectable()
export class FiguresReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async report(): Promise<OutcomesReport> {
    const { today, zone, smallGroupLimit } = await programmeDay(this.db, this.clock);
    const [released, last, rates] = await Promise.all([
      this.db.rows<Released>(
        `select distinct on (r.figure, r.cut) r.figure, r.cut, r.month, r.people, r.numbers,
           coalesce(u.name, g.name) as "unitName"
         from figure_release r
         join (select figure, max(month) as month from figure_release group by figure) newest using (figure, month)
         left join org_unit u on u.id::text = r.cut
         left join goal_category g on r.figure = 'goals' and g.code = r.cut
         order by r.figure, r.cut`,
      ),
      this.db.one<{ month: Day | null }>(`select max(month) as month from outcome_month`),
      allRates(this.db),
    ]);
    const lastMonth = last?.month ?? null;
    return {
      asOf: today,
      lastMonth,
      closesOn: addDays(monthOf(today), OPEN_DAYS_AFTER),
      smallGroupLimit,
      timeZone: zone,
      figures: FIGURES.map((figure) =>
        figureOf(
          figure,
          released.filter((each) => each.figure === figure.key),
          lastMonth,
          smallGroupLimit,
        ),
      ),
      rates: rates.at(-1) ?? null,
      money: MONEY.flatMap(({ key, title, of }) => {
        const figure = released.find((each) => each.figure === key && each.cut === '');
        const held = figure && ratesOn(rates, lastDayOf(figure.month));
        if (!figure?.numbers || !held) return [];
        const { text, formula } = of(figure.numbers, held);
        return { title, text, formula, from: figure.month, approvedBy: held.approvedBy };
      }),
    };
  }

  /** Fluency as it was last published; what is withheld is left out. One statement. */
  async fluency(): Promise<FluencyFigure[]> {
    const rows = await this.db.rows<Omit<Released, 'cut' | 'unitName'>>(
      `select distinct on (figure) figure, month, people, numbers from figure_release
       where figure = any ($1) and cut = '' order by figure, month desc`,
      [FLUENCY_FIGURES.map(fluencyKey)],
    );
    return FLUENCY_FIGURES.flatMap((kind) => {
      const row = rows.find(({ figure }) => figure === fluencyKey(kind));
      if (!row?.numbers) return [];
      const [, count, median] = row.numbers;
      return {
        kind,
        dataOn: lastDayOf(row.month),
        people: row.people,
        count: count ?? 0,
        median: median ?? null,
      };
    });
  }
}

/** What is said in money: never claimed hours, and no line added to another. */
const MONEY: readonly {
  key: string;
  title: string;
  of: (numbers: readonly (number | null)[], rates: HourlyRates) => Money;
}[] = [
  { key: 'time_given', title: 'Cost of the time that sessions took', of: costOfSessions },
  { key: 'time_allowed', title: 'Cost of the time set aside for champions', of: costOfAllowance },
  ...(['corroborated', 'measured'] as const).map((grade) => ({
    key: outcomeKey('manual_effort', grade),
    title: `Worth of the net hours ${GRADE_TITLES[grade]}`,
    of: worthOfHours,
  })),
];

const lastDayOf = (month: Day): Day => addDays(firstOfNextMonth(month), -1);

function figureOf(
  definition: FigureDefinition,
  released: readonly Released[],
  lastMonth: Day | null,
  limit: number,
): Figure {
  const { key, kind, title, of } = definition;
  const company = released.find(({ cut }) => cut === '');
  const numbers = company?.numbers ?? null;
  const base = { key, kind, title, of, definition: definition.definition };
  if (!company || numbers === null)
    return {
      ...base,
      sentence: `Fewer than ${limit} ${of}. Shown once there are ${limit}.`,
      isWithheld: true,
      n: null,
      from: null,
      dataOn: null,
      numbers: [],
      units: [],
    };
  return {
    ...base,
    sentence: sentenceOf(key, numbers),
    isWithheld: false,
    n: company.people,
    from: company.month,
    dataOn: lastDayOf(company.month),
    ...(lastMonth !== null &&
      company.month < lastMonth && {
        note: `Fewer than ${limit} ${of} changed since. A newer figure would tell about a few.`,
      }),
    numbers: numbersOf(definition, numbers),
    units: released
      .filter(({ cut }) => cut !== '')
      .map((unit) => ({
        unitId: unit.cut,
        unitName: unit.unitName ?? '',
        n: unit.people,
        sentence: sentenceOf(key, unit.numbers ?? []),
        numbers: numbersOf(definition, unit.numbers ?? []),
      }))
      .sort((a, b) => a.unitName.localeCompare(b.unitName, 'en')),
  };
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

function numbersOf(
  { numbers: labels }: FigureDefinition,
  numbers: readonly (number | null)[],
): FigureNumber[] {
  return labels.map((label, at) => {
    const value = numbers[at] ?? null;
    if (value === null) return { label, text: '–', value: null };
    if (!label.includes('hours')) return { label, text: plain.format(value), value };
    const { low, high } = hoursRange(value);
    return { label, text: `${low} to ${high}`, value: low };
  });
}
