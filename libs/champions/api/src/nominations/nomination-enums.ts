import { registerEnumType } from '@nestjs/graphql';

export const NominationStageEnum = {
  CANDIDATE: 'candidate',
  NOMINATED: 'nominated',
  SCREENED: 'screened',
  INTERVIEWED: 'interviewed',
  APPROVED: 'approved',
  ONBOARDING: 'onboarding',
  ACTIVE: 'active',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
} as const;
registerEnumType(NominationStageEnum, {
  name: 'NominationStage',
  description: 'Where a nomination stands.',
  valuesMap: {
    CANDIDATE: { description: 'Suggested, not asked yet.' },
    NOMINATED: { description: 'Proposed; the nominee is asked first.' },
    SCREENED: { description: 'Short check of fit, time and the manager’s agreement.' },
    INTERVIEWED: { description: 'A recorded conversation took place.' },
    APPROVED: { description: 'Decided: a champion from a day on.' },
    ONBOARDING: { description: 'Getting started.' },
    ACTIVE: { description: 'Done: an active champion.' },
    DECLINED: { description: 'Closed by the nominee or the programme.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});
export const NominationSourceEnum = {
  SELF: 'self',
  PEER: 'peer',
  MANAGER: 'manager',
  HR: 'hr',
} as const;
registerEnumType(NominationSourceEnum, {
  name: 'NominationSource',
  description: 'Who had the idea.',
  valuesMap: {
    SELF: { description: 'The nominee.' },
    PEER: { description: 'A colleague.' },
    MANAGER: { description: 'The nominee’s manager.' },
    HR: { description: 'The programme.' },
  },
});
export const NominationChannelEnum = {
  WEB: 'web',
  LINK: 'link',
  EMAIL: 'email',
  API: 'api',
} as const;
registerEnumType(NominationChannelEnum, {
  name: 'NominationChannel',
  description: 'The way a nomination came in.',
  valuesMap: {
    WEB: { description: 'Written in the product.' },
    LINK: { description: 'Through the link of a call.' },
    EMAIL: { description: 'By mail.' },
    API: { description: 'By a program.' },
  },
});
export const ManagerAnswerEnum = {
  NOT_TOLD: 'not_told',
  INFORMED: 'informed',
  ASKED: 'asked',
  YES: 'yes',
  NO: 'no',
} as const;
registerEnumType(ManagerAnswerEnum, {
  name: 'ManagerAnswer',
  description: 'What the manager knows or says.',
  valuesMap: {
    NOT_TOLD: { description: 'Not told: the nominee has not said yes, or no manager is known.' },
    INFORMED: { description: 'Informed.' },
    ASKED: { description: 'Asked, not answered.' },
    YES: { description: 'Agrees.' },
    NO: { description: 'Cannot spare the hours.' },
  },
});
export const InterviewOutcomeEnum = { GO: 'go', UNSURE: 'unsure', STOP: 'stop' } as const;
registerEnumType(InterviewOutcomeEnum, {
  name: 'InterviewOutcome',
  description: 'What the interviewer thinks.',
  valuesMap: {
    GO: { description: 'Go ahead.' },
    UNSURE: { description: 'Not sure yet.' },
    STOP: { description: 'Better not.' },
  },
});
export const NomineeAnswerEnum = { PENDING: 'pending', YES: 'yes', NO: 'no' } as const;
registerEnumType(NomineeAnswerEnum, {
  name: 'NomineeAnswer',
  description: 'What the nominee says.',
  valuesMap: {
    PENDING: { description: 'Not answered yet.' },
    YES: { description: 'Would like to.' },
    NO: { description: 'Would rather not.' },
  },
});
export const NominationOutcomeEnum = {
  UNDER_WAY: 'under_way',
  CHAMPION: 'champion',
  CLOSED: 'closed',
} as const;
registerEnumType(NominationOutcomeEnum, {
  name: 'NominationOutcome',
  description: 'What a nominator learns about a nomination.',
  valuesMap: {
    UNDER_WAY: { description: 'Nothing is decided yet.' },
    CHAMPION: { description: 'The nominee is or becomes a champion.' },
    CLOSED: { description: 'Closed. Why stays with the people concerned.' },
  },
});
