import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  PAIRING_STATES,
  type Answer,
  type PairingSide,
  type PairingState,
  type QuestionReaders,
} from '@flipside/pairings-domain';
import { PersonType } from '@flipside/people-api';
import { connectionOf, DayScalar, InstantScalar } from '@flipside/platform-api';
import { payloadOrRefusal } from '../pairing-refusal.type.js';
import { ReasonType } from '../rounds/matching-enums.type.js';

export const PairingStateEnum = Object.fromEntries(
  PAIRING_STATES.map((state) => [state.toUpperCase(), state]),
) as Record<string, PairingState>;
registerEnumType(PairingStateEnum, {
  name: 'PairingState',
  description: 'Where a pairing stands.',
  valuesMap: {
    PROPOSED: { description: 'Waits for both answers.' },
    ACCEPTED: { description: 'Both said yes; no session is booked yet.' },
    ACTIVE: { description: 'Sessions take place.' },
    PAUSED: { description: 'Rests.' },
    COMPLETED: { description: 'Came to its planned end.' },
    ENDED_EARLY: { description: 'Ended before.' },
    DECLINED: { description: 'One side said no.' },
    EXPIRED: { description: 'Not answered in time, or taken back.' },
  },
});

export const AnswerEnum = { PENDING: 'pending', YES: 'yes', NO: 'no' } as const;
registerEnumType(AnswerEnum, {
  name: 'PairingAnswer',
  description: 'What one side said to a proposal.',
});

export const PairingSideEnum = { EXECUTIVE: 'executive', CHAMPION: 'champion' } as const;
registerEnumType(PairingSideEnum, {
  name: 'PairingSide',
  description: 'One of the two people of a pairing.',
});

export const QuestionReadersEnum = {
  PAIR: 'pair',
  EXECUTIVE_AND_LEAD: 'executive_and_lead',
  CHAMPION_AND_LEAD: 'champion_and_lead',
} as const;
registerEnumType(QuestionReadersEnum, {
  name: 'QuestionReaders',
  description: 'Who reads a question about a proposal.',
  valuesMap: {
    PAIR: { description: 'The two people of the pairing.' },
    EXECUTIVE_AND_LEAD: { description: 'The executive and the leads of the programme.' },
    CHAMPION_AND_LEAD: { description: 'The champion and the leads of the programme.' },
  },
});

@ObjectType({
  description: 'A short text about a proposal: a question or what is answered to one.',
})
export class PairingQuestion {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field({ description: 'Who wrote it.' })
  authorName!: string;

  @Field({ description: 'Whether the viewer wrote it.' })
  isMine!: boolean;

  @Field(() => QuestionReadersEnum, { description: 'Who reads it.' })
  readers!: QuestionReaders;

  @Field({ description: 'The text, up to 500 characters.' })
  text!: string;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  at!: Date;
}

@ObjectType('Pairing', {
  description:
    'A coaching relationship between one champion and one executive. Seen by the two and by HR leads; words are for the two.',
})
export class PairingType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PairingStateEnum, { description: 'Where it stands.' })
  state!: PairingState;

  @Field(() => PersonType, { description: 'The learner.' })
  executive!: PersonType;

  @Field(() => PersonType, { description: 'The coach.' })
  champion!: PersonType;

  @Field(() => PairingSideEnum, {
    nullable: true,
    description: 'Which of the two the viewer is; null for HR leads.',
  })
  viewerSide!: PairingSide | null;

  @Field(() => Int, { description: 'Days from one session to the next.' })
  cadenceDays!: number;

  @Field(() => Int, { description: 'Length of a session in minutes.' })
  sessionMinutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the two want to reach; null for HR leads.',
  })
  goal!: string | null;

  @Field(() => [ReasonType], {
    nullable: true,
    description: 'Why they were proposed to each other; null for HR leads.',
  })
  reasons!: ReasonType[] | null;

  @Field(() => AnswerEnum, {
    nullable: true,
    description: 'The executive’s answer; null when not for the viewer.',
  })
  executiveAnswer!: Answer | null;

  @Field(() => AnswerEnum, {
    nullable: true,
    description: 'The champion’s answer; null when not for the viewer.',
  })
  championAnswer!: Answer | null;

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when both can answer.' })
  expiresAt!: Date | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When the executive, who said “not now”, comes back to the proposal.',
  })
  executiveBackOn!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When the champion, who said “not now”, comes back to the proposal.',
  })
  championBackOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When both had said yes.' })
  acceptedAt!: Date | null;

  @Field(() => DayScalar, { nullable: true, description: 'First day of its rhythm.' })
  anchorOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'First day of the pause.' })
  pausedFrom!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day back; null = until somebody resumes.',
  })
  pausedUntil!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field({ description: 'Whether the viewer may say yes.' }) viewerCanAccept!: boolean;
  @Field({ description: 'Whether the viewer may say no.' }) viewerCanDecline!: boolean;
  @Field({ description: 'Whether the viewer may let the proposal wait.' })
  viewerCanPostpone!: boolean;

  @Field(() => [QuestionReadersEnum], {
    description: 'To whom the viewer may write about the proposal now.',
  })
  viewerCanAsk!: QuestionReaders[];

  @Field({ description: 'Whether the viewer may let it rest.' }) viewerCanPause!: boolean;
  @Field({ description: 'Whether the viewer may resume it.' }) viewerCanResume!: boolean;
  @Field({ description: 'Whether the viewer may end it.' }) viewerCanEnd!: boolean;
  @Field({ description: 'Whether the viewer may complete it.' }) viewerCanComplete!: boolean;
  @Field({ description: 'Whether the viewer may set what it is about.' }) viewerCanAgree!: boolean;
}

@ObjectType({ description: 'A page of pairings.' })
export class PairingConnection extends connectionOf(PairingType) {}

@InputType({ description: 'Which pairings to list; what is left out is not asked for.' })
export class PairingFilter {
  @Field(() => [PairingStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: PairingState[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the two works in this org unit or below it today.',
  })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Published by this round.' })
  roundId?: string | null;
}

@InputType({ description: 'A pairing.' })
export class PairingInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;
}

@InputType({ description: 'A proposal that is to wait; no reason is asked.' })
export class PostponePairingInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => Int, { description: 'Come back in this many weeks: 1, 2 or 4.' })
  weeks!: number;
}

@InputType({ description: 'A question about a proposal, or an answer to one.' })
export class AskAboutPairingInput {
  @Field(() => ID, { description: 'Chosen by the sender; sending it twice stores one.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => QuestionReadersEnum, { description: 'Who reads it.' })
  readers!: QuestionReaders;

  @Field({ description: 'Up to 500 characters.' })
  text!: string;
}

@InputType({ description: 'A pause.' })
export class PausePairingInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day back; left out = until somebody resumes.',
  })
  until?: string | null;
}

@InputType({ description: 'The end of a pairing; no reason is asked.' })
export class EndPairingInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ defaultValue: false, description: 'True = it came to its planned end.' })
  isCompleted!: boolean;
}

@InputType({ description: 'What the two agree.' })
export class AgreePairingInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'What they want to reach, up to 500 characters. Read by the two.' })
  goal!: string;

  @Field(() => Int, { description: '7 to 42 days; fixed once sessions are planned.' })
  cadenceDays!: number;

  @Field(() => Int, { description: '15, 30, 45 or 60; fixed once sessions are planned.' })
  sessionMinutes!: number;
}

@ObjectType({ description: 'The pairing after the change.' })
export class PairingPayload {
  @Field(() => PairingType, { description: 'The pairing.' })
  pairing!: PairingType;
}

export const AcceptPairingResult = payloadOrRefusal('AcceptPairingResult', PairingPayload);
export const DeclinePairingResult = payloadOrRefusal('DeclinePairingResult', PairingPayload);
export const PostponePairingResult = payloadOrRefusal('PostponePairingResult', PairingPayload);
export const AskAboutPairingResult = payloadOrRefusal('AskAboutPairingResult', PairingPayload);
export const PausePairingResult = payloadOrRefusal('PausePairingResult', PairingPayload);
export const ResumePairingResult = payloadOrRefusal('ResumePairingResult', PairingPayload);
export const EndPairingResult = payloadOrRefusal('EndPairingResult', PairingPayload);
export const AgreePairingResult = payloadOrRefusal('AgreePairingResult', PairingPayload);
