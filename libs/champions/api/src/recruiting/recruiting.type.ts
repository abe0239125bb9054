import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { CallAudience, CallLanguage } from '@flipside/champions-domain';
import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';

export const CallAudienceEnum = { MANAGERS: 'managers', PEOPLE: 'people', LINK: 'link' } as const;
registerEnumType(CallAudienceEnum, {
  name: 'CallAudience',
  description: 'Who is asked for champions.',
  valuesMap: {
    MANAGERS: { description: 'Whoever people there report to.' },
    PEOPLE: { description: 'Everybody there who is no champion.' },
    LINK: { description: 'Nobody by mail; the link is handed out.' },
  },
});

export const CallLanguageEnum = { EN: 'en', DE: 'de', FR: 'fr', ES: 'es' } as const;
registerEnumType(CallLanguageEnum, {
  name: 'CallLanguage',
  description: 'Languages in which a call can be begun.',
});

export const CallAnswerEnum = { NOMINATED: 'nominated', NOT_NOW: 'not_now' } as const;
registerEnumType(CallAnswerEnum, {
  name: 'CallAnswer',
  description: 'How somebody answered a call.',
});

@ObjectType({ description: 'Words a call may begin with.' })
export class CallTextType {
  @Field(() => CallLanguageEnum, { description: 'The language.' }) language!: string;
  @Field(() => CallAudienceEnum, { description: 'To whom.' }) audience!: string;
  @Field({ description: 'Subject.' }) subject!: string;
  @Field({ description: 'Message; paragraphs are parted by an empty line.' }) body!: string;
}

@ObjectType({ description: 'Somebody who would be asked.' })
export class CallRecipient {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field({ description: 'Job title.' }) title!: string;
}

@ObjectType('CallAnswerOf', { description: 'Somebody who was asked, and the answer so far.' })
export class CallAnswerType {
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => CallAnswerEnum, { nullable: true, description: 'The answer; null while waiting.' })
  answer!: string | null;
}

@ObjectType({ description: 'A call that was sent, and how it was answered.' })
export class SentCallType {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'What it was about: the place, or a site or a level of it.' })
  placeName!: string;
  @Field(() => CallAudienceEnum, { description: 'To whom.' }) audience!: string;
  @Field({ description: 'Subject.' }) subject!: string;
  @Field(() => InstantScalar, { description: 'When.' }) createdAt!: Date;
  @Field(() => DayScalar, { nullable: true, description: 'Answers hoped for by.' }) answerBy!:
    string | null;
  @Field(() => Int, { description: 'People asked.' }) asked!: number;
  @Field(() => Int, { description: 'Of these, who nominated somebody since.' }) nominated!: number;
  @Field(() => Int, { description: 'Of these, who said "not now".' }) notNow!: number;
  @Field(() => Int, { description: 'Of these, who have not answered.' }) waiting!: number;
  @Field(() => Int, {
    description: 'Nominations that answer it, also by people it was passed on to.',
  })
  nominations!: number;
  @Field(() => [CallAnswerType], {
    description: 'Who was asked and how they answered, those waiting first.',
  })
  answers!: CallAnswerType[];
}

@ObjectType({ description: 'Everything needed to ask a unit, site or level for champions.' })
export class CallDraftType {
  @Field({ description: 'What is asked: a unit, a site, a level, or what these have in common.' })
  placeName!: string;
  @Field({ description: 'Its coverage in a sentence.' }) sentence!: string;
  @Field(() => Int, { description: 'Champions to ask for.' }) wanted!: number;
  @Field({ description: 'Coverage once as many have said yes.' }) afterSentence!: string;
  @Field(() => CallLanguageEnum, { description: 'The language most of them speak.' })
  language!: string;
  @Field(() => [CallTextType], {
    description: 'Words in every language, to managers and to people.',
  })
  texts!: CallTextType[];
  @Field(() => [CallRecipient], { description: 'Managers, those with the most people first.' })
  managers!: CallRecipient[];
  @Field(() => Int, { description: 'People who could be asked.' }) peopleCount!: number;
  @Field(() => DayScalar, { description: 'A usual day for answers.' }) answerBy!: string;
  @Field(() => [SentCallType], { description: 'Earlier calls, newest first.' })
  sent!: SentCallType[];
}

@ObjectType({ description: 'A call to you.' })
export class CallForMeType {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({
    description: 'What lacks champions: a unit, a site, a level, or what these have in common.',
  })
  placeName!: string;
  @Field({ description: 'Subject.' }) subject!: string;
  @Field({ description: 'Message.' }) body!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Answer hoped for by.' }) answerBy!:
    string | null;
  @Field(() => CallAnswerEnum, { nullable: true, description: 'Your answer so far.' }) answer!:
    string | null;
}

@InputType({ description: 'A call for champions.' })
export class SendCallArgs {
  @Field(() => ID, { nullable: true, description: 'The unit; null for every unit there.' })
  unitId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The site; null for the unit at every site.' })
  locationId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Only people of this level, 1 being the top.',
  })
  level?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The priority that lacks champions, if it is for one.',
  })
  priorityId?: string | null;
  @Field(() => CallAudienceEnum, { description: 'To whom.' }) audience!: CallAudience;
  @Field(() => CallLanguageEnum, { description: 'Language of the words around the message.' })
  language!: CallLanguage;
  @Field({ description: 'Subject, up to 150 characters.' }) subject!: string;
  @Field({ description: 'Message, up to 4,000 characters.' }) body!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Answers hoped for by.' })
  answerBy?: string;
  @Field(() => ID, { description: 'Random, made when the form opens: sending twice asks once.' })
  key!: string;
}

@InputType({ description: 'A "not now" to a call.' })
export class AnswerCallArgs {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
}

@ObjectType({ description: 'The call is sent.' })
export class SendCallPayload {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
  @Field({ description: 'Where it is answered, to be handed out.' }) link!: string;
  @Field(() => Int, { description: 'People asked.' }) asked!: number;
  @Field(() => Int, { description: 'Of these, by mail; the others find it in the product.' })
  mailed!: number;
}

@ObjectType({ description: 'The answer is kept.' })
export class AnswerCallPayload {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
}

export const SendCallResult = createUnionType({
  name: 'SendCallResult',
  description: 'Sent, or why not.',
  types: () => [SendCallPayload, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : SendCallPayload),
});
export const AnswerCallResult = createUnionType({
  name: 'AnswerCallResult',
  description: 'Answered, or why not.',
  types: () => [AnswerCallPayload, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : AnswerCallPayload),
});
