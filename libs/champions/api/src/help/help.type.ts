import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { HelpKind, HelpState } from '@flipside/champions-domain';
import { DayScalar, InstantScalar, LocalTimeScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';

export const HelpKindEnum = {
  HELP: 'help',
  DEMO: 'demo',
  PANEL: 'panel',
  REVIEW: 'review',
  ONBOARDING: 'onboarding',
  JUDGING: 'judging',
} as const;
registerEnumType(HelpKindEnum, {
  name: 'HelpKind',
  description: 'What is asked of a champion.',
  valuesMap: {
    HELP: { description: 'Help with a piece of work.' },
    DEMO: { description: 'Showing something to a group.' },
    PANEL: { description: 'Speaking on a panel.' },
    REVIEW: { description: 'Looking over something.' },
    ONBOARDING: { description: 'Helping somebody new.' },
    JUDGING: { description: 'Judging entries.' },
  },
});
export const HelpStateEnum = {
  OPEN: 'open',
  ASKED: 'asked',
  TAKEN: 'taken',
  DONE: 'done',
  WITHDRAWN: 'withdrawn',
} as const;
registerEnumType(HelpStateEnum, {
  name: 'HelpState',
  description: 'Where a request stands.',
  valuesMap: {
    OPEN: { description: 'Nobody fits now; the programme looks for somebody.' },
    ASKED: { description: 'A champion is asked.' },
    TAKEN: { description: 'A champion has taken it.' },
    DONE: { description: 'Whoever asked says that it is done.' },
    WITHDRAWN: { description: 'Not needed any more.' },
  },
});
export const HelpAnswerEnum = { TAKE: 'take', PASS: 'pass' } as const;
registerEnumType(HelpAnswerEnum, {
  name: 'HelpAnswer',
  description: 'What a champion says to a request.',
  valuesMap: {
    TAKE: { description: 'I take it.' },
    PASS: { description: 'It goes to the next.' },
  },
});
export const HelpEndEnum = { DONE: 'done', WITHDRAWN: 'withdrawn' } as const;
registerEnumType(HelpEndEnum, {
  name: 'HelpEnd',
  description: 'How a request ends.',
  valuesMap: {
    DONE: { description: 'It helped.' },
    WITHDRAWN: { description: 'Not needed any more.' },
  },
});

@ObjectType({ description: 'Something a colleague asks of a champion for a day.' })
export class HelpRequest {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => HelpKindEnum, { description: 'What is asked.' }) kind!: HelpKind;
  @Field({ description: 'What it is about.' }) topic!: string;
  @Field({ description: 'In the asker’s words.' }) text!: string;
  @Field(() => Int, { description: 'Minutes it takes.' }) minutes!: number;
  @Field(() => DayScalar, { description: 'For which day.' }) onDay!: string;
  @Field(() => HelpStateEnum, { description: 'Where it stands.' }) state!: HelpState;
  @Field({ description: 'Why this champion is asked, or why nobody is.' }) why!: string;
  @Field({ description: 'Who asks.' }) askerName!: string;
  @Field(() => ID, { nullable: true, description: 'The champion asked.' }) championId!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Name of the champion asked.' })
  championName!: string | null;
  @Field(() => Int, { description: 'How often it was passed on.' }) passes!: number;
  @Field(() => InstantScalar, { description: 'When it was asked.' }) createdAt!: Date;
}

@ObjectType({ description: 'A time at which a champion is there for whoever comes.' })
export class OfficeHour {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => ID, { description: 'The champion.' }) championId!: string;
  @Field({ description: 'Name of the champion.' }) championName!: string;
  @Field({ description: 'What it is about.' }) topic!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Room or link; for bookable ones once you have a place.',
  })
  place!: string | null;
  @Field(() => InstantScalar, { description: 'Start.' }) startsAt!: Date;
  @Field(() => Int, { description: 'Length.' }) minutes!: number;
  @Field(() => Int, { nullable: true, description: 'Places to book; null: just drop in.' })
  places!: number | null;
  @Field(() => Int, { description: 'Places taken.' }) taken!: number;
  @Field({ description: 'Whether you have a place.' }) viewerHasPlace!: boolean;
  @Field({ description: 'Whether it is yours.' }) viewerIsHost!: boolean;
}

@ObjectType({ description: 'Requests and office hours that concern you.' })
export class HelpDesk {
  @Field(() => [HelpRequest], { description: 'Asked of you and not closed.' })
  askedOfMe!: HelpRequest[];
  @Field(() => [HelpRequest], { description: 'Asked by you, newest first.' })
  askedByMe!: HelpRequest[];
  @Field(() => [HelpRequest], {
    description: 'Those without a champion; empty unless you run the programme.',
  })
  open!: HelpRequest[];
  @Field(() => [OfficeHour], { description: 'Office hours still to come.' })
  officeHours!: OfficeHour[];
}

@InputType({ description: 'Something to ask of a champion.' })
export class AskForHelpArgs {
  @Field(() => HelpKindEnum, { description: 'What.' }) kind!: HelpKind;
  @Field({ description: 'About what, up to 60 characters; champions are found by it.' })
  topic!: string;
  @Field({ description: 'In your words, up to 1,000 characters. The champions asked read it.' })
  text!: string;
  @Field(() => Int, { description: 'Minutes it takes, 15 to 480.' }) minutes!: number;
  @Field(() => DayScalar, { description: 'For which day; today to twelve weeks ahead.' })
  onDay!: string;
  @Field(() => ID, { description: 'Made when the form opens; the same key asks once.' })
  key!: string;
}

@InputType({ description: 'A champion’s answer to a request.' })
export class AnswerHelpArgs {
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => HelpAnswerEnum, { description: 'Take it or pass it on.' }) answer!: 'take' | 'pass';
  @Field(() => Int, {
    defaultValue: 0,
    description: 'With a pass: weeks from this one on to keep free, 0 to 4.',
  })
  pauseWeeks!: number;
}

@InputType({ description: 'A champion for a request that nobody has.' })
export class AssignHelpArgs {
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => ID, { description: 'The champion.' }) championId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why it may be more than the champion agreed to; stays on record.',
  })
  overrideReason?: string;
}

@InputType({ description: 'The end of a request of yours.' })
export class CloseHelpArgs {
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => HelpEndEnum, { description: 'How.' }) as!: 'done' | 'withdrawn';
}

@InputType({ description: 'An office hour of yours.' })
export class OfferOfficeHourArgs {
  @Field({ description: 'About what, up to 60 characters.' }) topic!: string;
  @Field({ description: 'Room or link, up to 200 characters.' }) place!: string;
  @Field(() => DayScalar, { description: 'Day, at most twelve weeks ahead.' }) onDay!: string;
  @Field(() => LocalTimeScalar, { description: 'Start, on your own clock.' }) fromTime!: string;
  @Field(() => Int, { description: 'Length, 15 to 240.' }) minutes!: number;
  @Field(() => Int, { nullable: true, description: 'Places to book, 1 to 50; none: drop in.' })
  places?: number;
  @Field(() => String, {
    nullable: true,
    description: 'Why it may be more than you agreed to; stays on record.',
  })
  overrideReason?: string;
  @Field(() => ID, { description: 'Made when the form opens; the same key offers once.' })
  key!: string;
}

@InputType({ description: 'A place in an office hour.' })
export class BookPlaceArgs {
  @Field(() => ID, { description: 'The office hour.' }) officeHourId!: string;
  @Field({ defaultValue: '', description: 'What you bring; the champion reads it.' })
  note!: string;
}

@InputType({ description: 'An office hour.' })
export class OfficeHourArgs {
  @Field(() => ID, { description: 'The office hour.' }) officeHourId!: string;
}

@ObjectType({ description: 'Done; ask the help desk for how it stands.' })
export class HelpPayload {
  @Field(() => ID, { description: 'The request or office hour.' }) id!: string;
}

/** A result of its own for each mutation, so that each can grow without touching the others. */
const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'Done, or why not.',
    types: () => [HelpPayload, ChampionRefusalType] as const,
    resolveType: (value: object) => ('code' in value ? ChampionRefusalType : HelpPayload),
  });

export const AskForHelpResult = resultOf('AskForHelpResult');
export const AnswerHelpResult = resultOf('AnswerHelpResult');
export const AssignHelpResult = resultOf('AssignHelpResult');
export const CloseHelpResult = resultOf('CloseHelpResult');
export const OfferOfficeHourResult = resultOf('OfferOfficeHourResult');
export const BookPlaceResult = resultOf('BookPlaceResult');
export const LeavePlaceResult = resultOf('LeavePlaceResult');
export const CallOffOfficeHourResult = resultOf('CallOffOfficeHourResult');
