import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { ruleSentence } from '@flipside/champions-domain';
import { barrier, CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { CoverageUnitReader } from './coverage-unit.reader.js';
import { CoverageUnitType } from './coverage-unit.type.js';
import { nodeOf, reportOf } from './coverage-view.js';
import { type CoverageCut, CoverageReader } from './coverage.reader.js';
import { CoverageCutEnum, CoverageReportType } from './coverage.type.js';

@Resolver()
export class CoverageResolver {
  constructor(
    private readonly reader: CoverageReader,
    private readonly unitReader: CoverageUnitReader,
  ) {}

  @Query(() => CoverageReportType, {
    description: 'Where the company has its champions, and where it is short.',
  })
  @Roles('HR_LEAD')
  async coverage(
    @Args('asOf', {
      type: () => DayScalar,
      nullable: true,
      description: 'Any day; today if left out.',
    })
    asOf?: string,
    @Args('by', {
      type: () => CoverageCutEnum,
      defaultValue: CoverageCutEnum.UNIT,
      description: 'The cut.',
    })
    by?: CoverageCut,
  ): Promise<CoverageReportType> {
    return reportOf(await this.reader.coverage({ asOf: asOf ?? null, by: by ?? 'unit' }));
  }

  @Query(() => CoverageUnitType, { description: 'The story of one unit.' })
  @Roles('HR_LEAD')
  async coverageUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The unit.' }) id: string,
    @Args('asOf', {
      type: () => DayScalar,
      nullable: true,
      description: 'Any day; today if left out.',
    })
    asOf?: string,
  ): Promise<CoverageUnitType> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    const { report, unit, above, children, ...story } = await this.unitReader.unit(
      viewer,
      id,
      asOf ?? null,
    );
    return {
      ...story,
      asOf: report.asOf,
      rule: ruleSentence(report.rules),
      unit: nodeOf(unit),
      above: above.map(nodeOf),
      children: children.map(nodeOf),
    };
  }
}
