import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { ruleSentence, type TrendStructure } from '@flipside/champions-domain';
import { barrier, CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { CoverageUnitReader } from './coverage-unit.reader.js';
import { CoverageUnitType, SeatPlan } from './coverage-unit.type.js';
import { levelsView, matrixView, nodeOf, reportOf } from './coverage-view.js';
import { type CoverageBasis, type CoverageCut, CoverageReader } from './coverage.reader.js';
import {
  CoverageBasisEnum,
  CoverageCutEnum,
  CoverageMatrixType,
  CoverageReportType,
  LevelReportType,
  TrendPointType,
  TrendStructureEnum,
} from './coverage.type.js';
import { SeatPlans } from './seat-plan.reader.js';

@ArgsType()
class OnDay {
  @Field(() => DayScalar, { nullable: true, description: 'Any day; today if left out.' })
  asOf?: string;

  @Field(() => CoverageBasisEnum, {
    nullable: true,
    description:
      'For a day that is over: as shown then, where that was kept, or from records as known now.',
  })
  basis?: CoverageBasis;

  @Field(() => String, {
    nullable: true,
    description: 'Counts only champions who name this skill today.',
  })
  skill?: string;
}

@Resolver()
export class CoverageResolver {
  constructor(
    private readonly reader: CoverageReader,
    private readonly unitReader: CoverageUnitReader,
    private readonly seats: SeatPlans,
  ) {}

  @Query(() => CoverageReportType, {
    description: 'Where the company has its champions, and where it is short.',
  })
  @Roles('HR_LEAD')
  async coverage(
    @Args() on: OnDay,
    @Args('by', {
      type: () => CoverageCutEnum,
      defaultValue: CoverageCutEnum.UNIT,
      description: 'The cut.',
    })
    by?: CoverageCut,
  ): Promise<CoverageReportType> {
    return reportOf(await this.reader.coverage({ ...on, by: by ?? 'unit' }));
  }

  @Query(() => CoverageMatrixType, { description: 'Which site-and-department cells are empty.' })
  @Roles('HR_LEAD')
  async coverageMatrix(
    @Args() on: OnDay,
    @Args('under', {
      type: () => ID,
      nullable: true,
      description: 'The unit whose children are the rows; the top if left out.',
    })
    under?: string,
  ): Promise<CoverageMatrixType> {
    return matrixView(
      await this.reader.matrix({ ...on, under: under == null ? null : idOf(under) }),
    );
  }

  @Query(() => LevelReportType, {
    description: 'The company by level, or one unit, or one site.',
  })
  @Roles('HR_LEAD')
  async coverageByLevel(
    @Args() on: OnDay,
    @Args('unitId', {
      type: () => ID,
      nullable: true,
      description: 'Only people of this unit and everything below it.',
    })
    unitId?: string | null,
    @Args('locationId', {
      type: () => ID,
      nullable: true,
      description: 'Only people of this site; never together with a unit.',
    })
    locationId?: string | null,
  ): Promise<LevelReportType> {
    return levelsView(
      await this.reader.levels({
        ...on,
        unitId: unitId == null ? null : idOf(unitId),
        locationId: locationId == null ? null : idOf(locationId),
      }),
    );
  }

  @Query(() => [TrendPointType], {
    description:
      'Ends of the last 24 months and today; months in which the unit was not there are left out.',
  })
  @Roles('HR_LEAD')
  coverageTrend(
    @Args('unitId', {
      type: () => ID,
      nullable: true,
      description: 'The unit; the company if left out.',
    })
    unitId?: string,
    @Args('structure', {
      type: () => TrendStructureEnum,
      defaultValue: TrendStructureEnum.TODAY,
      description: 'Whose tree the past is counted in.',
    })
    structure?: TrendStructure,
  ): Promise<TrendPointType[]> {
    return this.reader.trend(unitId == null ? null : idOf(unitId), structure ?? 'today');
  }

  @Query(() => CoverageUnitType, { description: 'The story of one unit.' })
  @Roles('HR_LEAD')
  async coverageUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The unit.' }) id: string,
    @Args() on: OnDay,
  ): Promise<CoverageUnitType> {
    const { report, unit, above, children, seatPlan, ...story } = await this.unitReader.unit(
      viewer,
      idOf(id),
      on,
    );
    const view = (each: typeof unit) => nodeOf(each, report);
    return {
      ...story,
      asOf: report.asOf,
      basis: report.basis,
      rule: ruleSentence(report.rules),
      unit: view(unit),
      above: above.map(view),
      children: children.map(view),
      seatPlan: {
        ...seatPlan,
        seats: seatPlan.seats.map((seat) => ({ ...seat, unit: view(seat.unit) })),
      },
    };
  }

  @Mutation(() => SeatPlan, {
    description: 'Splits a unit’s seats anew, for the rest of the quarter.',
  })
  @Roles('HR_LEAD')
  async planSeatsAnew(
    @CurrentViewer() viewer: Viewer,
    @Args('unitId', { type: () => ID, description: 'The unit whose children get the seats.' })
    unitId: string,
  ): Promise<SeatPlan> {
    await this.seats.planAnew(viewer, idOf(unitId));
    const { report, seatPlan } = await this.unitReader.unit(viewer, unitId);
    return {
      ...seatPlan,
      seats: seatPlan.seats.map((seat) => ({ ...seat, unit: nodeOf(seat.unit, report) })),
    };
  }
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function idOf(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}
