import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '@flipside/kernel';
import type { CertificationState } from '@flipside/pairings-domain';
import { connectionOf, DayScalar } from '@flipside/platform-api';
import { payloadOrRefusal } from '../pairing-refusal.type.js';
import type { CertifiedFilter } from './certification.reader.js';

export const CertificationStateEnum = {
  NONE: 'none',
  CERTIFIED: 'certified',
  ENDS_SOON: 'ends_soon',
  ENDED: 'ended',
  WITHDRAWN: 'withdrawn',
} as const;
registerEnumType(CertificationStateEnum, {
  name: 'CertificationState',
  description: 'Where the certification of a champion stands today.',
  valuesMap: {
    NONE: { description: 'Never certified.' },
    CERTIFIED: { description: 'Valid.' },
    ENDS_SOON: { description: 'Valid, and ends within 30 days.' },
    ENDED: { description: 'No longer valid.' },
    WITHDRAWN: { description: 'Withdrawn by an HR lead before its end.' },
  },
});

export const CertifiedFilterEnum = { ALL: 'all', VALID: 'valid', NOT_VALID: 'not_valid' } as const;
registerEnumType(CertifiedFilterEnum, {
  name: 'CertifiedFilter',
  description: 'Which champions of today to list.',
  valuesMap: {
    ALL: { description: 'All of them.' },
    VALID: { description: 'Those whose certification is valid.' },
    NOT_VALID: { description: 'Those without a valid certification.' },
  },
});

@ObjectType('ChampionCertification', {
  description: 'Whether a champion is certified, on what and until when.',
})
export class ChampionCertificationType {
  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  @Field(() => CertificationStateEnum, { description: 'Where it stands today.' })
  state!: CertificationState;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was noted.' })
  certifiedOn!: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day from which it is no longer valid.',
  })
  validUntil!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day from which it is withdrawn.' })
  withdrawnOn!: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it rests on; null unless it is yours or you run the programme.',
  })
  evidence!: string | null;

  /** Not a field: read by the loader. */
  recordedById!: string | null;

  @Field({ description: 'Whether you may note, renew or withdraw it.' })
  viewerCanChange!: boolean;
}

@ObjectType({ description: 'A page of champions with their certification.' })
export class ChampionCertificationConnection extends connectionOf(
  ChampionCertificationType,
  'ChampionCertification',
) {}

@ObjectType({ description: 'How many champions of today are certified.' })
export class CertificationCounts {
  @Field(() => Int, { description: 'Champions of today, resting ones included.' })
  champions!: number;

  @Field(() => Int, { description: 'Those whose certification is valid today.' })
  certified!: number;
}

@InputType({ description: 'Which champions of today to list.' })
export class CertificationFilterInput {
  @Field(() => CertifiedFilterEnum, { defaultValue: 'all', description: 'By certification.' })
  show!: CertifiedFilter;

  @Field({ defaultValue: '', description: 'Part of the name.' })
  text!: string;
}

@InputType({ description: 'That a champion is certified.' })
export class RecordCertificationInput {
  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  @Field({
    description: 'What it rests on, such as a course or an interview; up to 300 characters.',
  })
  evidence!: string;

  @Field(() => DayScalar, { description: 'The day from which it is no longer valid.' })
  validUntil!: Day;
}

@InputType({ description: 'The champion whose certification is meant.' })
export class CertificationInput {
  @Field(() => ID, { description: 'The champion.' })
  championId!: string;
}

@ObjectType({ description: 'The certification as it stands now.' })
export class CertificationPayload {
  @Field(() => ChampionCertificationType, { description: 'The certification.' })
  certification!: ChampionCertificationType;
}

export const RecordCertificationResult = payloadOrRefusal(
  'RecordCertificationResult',
  CertificationPayload,
);
export const WithdrawCertificationResult = payloadOrRefusal(
  'WithdrawCertificationResult',
  CertificationPayload,
);
