import { type Day, ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

export const INTERVIEW_OUTCOMES = ['go', 'unsure', 'stop'] as const;
export type InterviewOutcome = (typeof INTERVIEW_OUTCOMES)[number];

/** What a conversation of half an hour left behind; for the programme team alone. */
export interface Interview {
  readonly heldOn: Day;
  readonly experience: string;
  readonly interests: string;
  readonly expertise: string;
  readonly outcome: InterviewOutcome;
}

/** A short guide: three questions, one for each field of the record, and two that only the conversation needs. */
export const INTERVIEW_GUIDE: readonly { field: keyof Interview | null; question: string }[] = [
  {
    field: 'experience',
    question: 'What have you used AI for in your own work, and what went wrong?',
  },
  { field: 'expertise', question: 'What do colleagues come to you for already?' },
  { field: 'interests', question: 'Whom would you like to help, and with what?' },
  {
    field: null,
    question: 'Which hours in a month are really yours to give? What would have to give way?',
  },
  { field: null, question: 'What should we not ask of you?' },
];

const LONGEST = 1000;

/** The record as it is stored: every field filled, on a day that has been. */
export function checkInterview(
  interview: Interview,
  today: Day,
): Result<Interview, ChampionRefusal> {
  const tidy = {
    ...interview,
    experience: interview.experience.trim(),
    interests: interview.interests.trim(),
    expertise: interview.expertise.trim(),
  };
  for (const field of ['experience', 'expertise', 'interests'] as const) {
    if (tidy[field] === '' || [...tidy[field]].length > LONGEST) {
      return refuse(championRefusal('INTERVIEW_FIELD_MISSING', field));
    }
  }
  if (tidy.heldOn > today) return refuse(championRefusal('INTERVIEW_AHEAD', 'heldOn'));
  return ok(tidy);
}

export interface Declined {
  readonly nomineeName: string;
  readonly unitName: string | null;
  /** What the nominator wrote, null for a self-nomination. */
  readonly praise: string | null;
}

/** Answers to start from when a nomination is declined: kind, specific, each for one cause. HR writes on. */
export function declineDrafts({ nomineeName, unitName, praise }: Declined): {
  cause: 'time' | 'seats' | 'manager' | 'fit';
  label: string;
  text: string;
}[] {
  const [first = nomineeName] = nomineeName.split(' ');
  const where = unitName ?? 'your unit';
  const thanks =
    praise === null
      ? `Dear ${first},\n\nthank you for putting yourself forward, and for the time you gave us.`
      : `Dear ${first},\n\na colleague suggested you as a champion and wrote: “${praise}” That was good to read. Thank you for the time you gave us.`;
  const end = 'If you would like to talk about it, write to us.';
  const draft = (why: string, next: string) => `${thanks}\n\n${why} ${next}\n\n${end}`;
  return [
    {
      cause: 'time',
      label: 'Not enough time now',
      text: draft(
        'You told us how full your months are, and a role that eats your evenings would be a bad start.',
        'Say when that changes, and we gladly begin again.',
      ),
    },
    {
      cause: 'seats',
      label: 'Seats are filled',
      text: draft(
        `${where} has the champions it needs at the moment, so we are not adding one there.`,
        'We keep your name, with your consent, and ask you first when a seat opens.',
      ),
    },
    {
      cause: 'manager',
      label: 'Manager needs them',
      text: draft(
        `We spoke with your manager: ${where} cannot spare the hours this half-year.`,
        'That says nothing about you. We ask again in six months.',
      ),
    },
    {
      cause: 'fit',
      label: 'Another way to contribute',
      text: draft(
        'After our talk we think that another way suits you better than a fixed role.',
        'Share what you find with your team, or hold one office hour with a champion and see how it feels.',
      ),
    },
  ];
}

export type ManagerPolicy = 'informed' | 'asked';
export type ManagerAnswer = 'not_told' | 'informed' | 'asked' | 'yes' | 'no';

/** Under which answers somebody can be approved: where the manager is asked, only a yes. Nobody to ask holds nobody back. */
export const canApproveWith = (answer: ManagerAnswer): boolean =>
  answer !== 'asked' && answer !== 'no';

export interface Signals {
  readonly sharedLearnings: number;
  readonly officeHours: number;
}

/** Three signals in half a year make a suggestion; people decide. */
export const ENOUGH_SIGNALS = 3;

/** "Shared 3 learnings and came to 1 office hour in half a year." */
export function signalsInWords({ sharedLearnings, officeHours }: Signals): string {
  const parts = [
    sharedLearnings > 0 && `shared ${count(sharedLearnings, 'learning', 'learnings')}`,
    officeHours > 0 && `came to ${count(officeHours, 'office hour', 'office hours')}`,
  ].filter((part) => part !== false);
  const words = parts.join(' and ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} in half a year.`;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
