import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  refusalOf,
  SetHourlyRatesInput,
  SetHourlyRatesResult,
  type HourlyRatesPayload,
  type InsightsRefusalType,
} from './hourly-rates.type.js';
import { SetHourlyRates } from './set-hourly-rates.js';

@Resolver()
export class HourlyRatesResolver {
  constructor(private readonly setting: SetHourlyRates) {}

  @Roles('HR_LEAD')
  @Mutation(() => SetHourlyRatesResult, {
    description: 'Sets what an hour costs or is worth from a day on, as finance approved it.',
  })
  async setHourlyRates(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The rates.' }) input: SetHourlyRatesInput,
  ): Promise<HourlyRatesPayload | InsightsRefusalType> {
    const result = await this.setting.run(viewer, input);
    return result.ok ? { rates: result.value } : refusalOf(result.refusal);
  }
}
