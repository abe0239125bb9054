import { Inject } from '@nestjs/common';
import { Field, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { CLOCK, HealthState, InstantScalar, Roles, worstOf } from '@flipside/platform-api';
import { HealthReader } from './health.reader.js';

registerEnumType(HealthState, {
  name: 'HealthState',
  description: 'How well something is.',
  valuesMap: {
    OK: { description: 'As it should be.' },
    WARN: { description: 'Works, but somebody should look.' },
    FAIL: { description: 'Does not work.' },
  },
});

@ObjectType('HealthCheck', { description: 'One thing that was looked at.' })
export class HealthCheckType {
  @Field({ description: 'Short and stable name, for programs.' })
  id!: string;

  @Field({ description: 'What was looked at.' })
  title!: string;

  @Field(() => HealthState, { description: 'How well it is.' })
  state!: HealthState;

  @Field({ description: 'What was found.' })
  finding!: string;

  @Field(() => String, { nullable: true, description: 'What to do; null when all is well.' })
  advice!: string | null;
}

@ObjectType({ description: 'The state of the installation.' })
export class HealthReport {
  @Field(() => InstantScalar, { description: 'When it was looked at.' })
  checkedAt!: Date;

  @Field(() => HealthState, { description: 'The worst of all checks.' })
  state!: HealthState;

  @Field(() => [HealthCheckType], { description: 'Every check, in a fixed order.' })
  checks!: HealthCheckType[];
}

@Resolver()
export class HealthResolver {
  constructor(
    private readonly reader: HealthReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => HealthReport, { description: 'What is wrong with the installation and what to do.' })
  @Roles('ADMINISTRATOR')
  async health(): Promise<HealthReport> {
    const checks = await this.reader.checks();
    return {
      checkedAt: this.clock.now(),
      state: worstOf(checks),
      checks: checks.map((check) => ({ ...check })),
    };
  }
}
