import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { type ForecastPoint, requiredChampions, type WhatIf } from '@flipside/champions-domain';
import { barrier, Roles } from '@flipside/platform-api';
import { dayInWords } from '../champion-mail.js';
import { nodeOf } from '../coverage/coverage-view.js';
import { ForecastReader, type UnitForecast, type UnitOutlook } from './forecast.reader.js';
import { CoverageForecast, ShortNext, UnitOutlookType, WhatIfArgs } from './forecast.type.js';

const MOST_TRIED = 10_000;
const MOST_ROWS = 200;
const WALKS = [30, 90, 180, 365];

@Resolver()
export class ForecastResolver {
  constructor(private readonly reader: ForecastReader) {}

  @Query(() => CoverageForecast, {
    description: 'What coverage will be, with ranges and the people behind them.',
  })
  @Roles('HR_LEAD')
  async coverageForecast(
    @Args('unitId', {
      type: () => ID,
      nullable: true,
      description: 'The unit; the company if left out.',
    })
    unitId?: string,
    @Args('whatIf', { nullable: true, description: 'Something to try out.' }) whatIf?: WhatIfArgs,
    @Args('walkDays', {
      type: () => Int,
      defaultValue: 90,
      description: 'Where the steps lead: 30, 90, 180 or 365 days.',
    })
    walkDays?: number,
  ): Promise<CoverageForecast> {
    if (unitId != null && !isId(unitId)) throw barrier('NOT_FOUND');
    if (!WALKS.includes(walkDays ?? 90))
      throw barrier('BAD_INPUT', 'Steps lead 30, 90, 180 or 365 days ahead.');
    return viewOf(await this.reader.forecast(unitId ?? null, checked(whatIf), walkDays ?? 90));
  }

  @Query(() => [ShortNext], {
    description: 'Units whose gap is likely to grow within 90 days, at most 20.',
  })
  @Roles('HR_LEAD')
  async coverageShortNext(): Promise<ShortNext[]> {
    const { report, units } = await this.reader.shortNext(90, 20);
    return units.map(({ unit, gap }) => ({ unit: nodeOf(unit, report), gap }));
  }

  @Query(() => [UnitOutlookType], {
    description: 'A year of months and the likely gap in 90 days, for rows of a list.',
  })
  @Roles('HR_LEAD')
  coverageOutlook(
    @Args('unitIds', { type: () => [ID], description: 'Units, at most 200.' }) unitIds: string[],
  ): Promise<UnitOutlook[]> {
    if (unitIds.length > MOST_ROWS) throw barrier('BAD_INPUT', 'Ask for at most 200 units.');
    if (unitIds.some((id) => !isId(id))) throw barrier('NOT_FOUND');
    return this.reader.outlook(unitIds, 90);
  }
}

/** @throws Barrier BAD_INPUT for numbers nobody can mean */
function checked(wish: WhatIfArgs | undefined): WhatIf {
  const { lose, add, peopleChange, targetRatio, losing } = wish ?? {};
  const isOff = (n: number | null | undefined, low: number, high: number) =>
    n != null && (n < low || n > high);
  if (
    isOff(lose, 0, MOST_TRIED) ||
    isOff(add, 0, MOST_TRIED) ||
    isOff(peopleChange, -1_000_000, 1_000_000) ||
    isOff(targetRatio, 1, 1000) ||
    (losing ?? []).some((id) => !isId(id))
  ) {
    throw barrier('BAD_INPUT', 'Try 0 to 10,000 champions and a target of 1 to 1,000 people.');
  }
  return {
    ...(lose != null && { lose }),
    ...(add != null && { add }),
    ...(peopleChange != null && { peopleChange }),
    ...(targetRatio != null && { targetRatio }),
    ...(losing != null && { losing }),
  };
}

function viewOf({ unit, input, forecast, walk, walkDays, plan }: UnitForecast): CoverageForecast {
  const { today, people, champions, targetRatio } = input;
  return {
    unitId: unit?.id ?? null,
    name: unit?.name ?? 'The company',
    today,
    people,
    champions,
    targetRatio,
    required: requiredChampions(people, targetRatio, input.rounding),
    sentence: sentenceOf(forecast.points.find(({ days }) => days === walkDays)),
    points: forecast.points.map((point) => ({ ...point })),
    isDrawn: forecast.isDrawn,
    peopleFrom: forecast.peopleFrom,
    cliffs: forecast.cliffs.map((cliff) => ({ ...cliff })),
    basis: forecast.basis,
    walk: {
      days: walkDays,
      from: walk.from,
      to: walk.to,
      steps: walk.steps.map((step) => ({ ...step, persons: step.persons.slice(0, 200) })),
    },
    plan,
  };
}

function sentenceOf(point: ForecastPoint | undefined): string {
  if (!point) return '';
  const { champions, required, on } = point;
  const range =
    champions.low === champions.high
      ? `${champions.low}`
      : `between ${champions.low} and ${champions.high}`;
  const likely =
    champions.likely > required.likely
      ? `${champions.likely} champions where ${required.likely} are needed`
      : `${champions.likely} of ${required.likely} champions`;
  return `Most likely ${likely} by ${dayInWords(on)}; ${range} in 8 of 10 cases.`;
}
