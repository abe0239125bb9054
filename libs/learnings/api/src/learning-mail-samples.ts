import { addDays } from '@flipside/kernel';
import { tell, type PlainMail } from '@flipside/pairings-api';
import { INVENTED, MailSamples, type MailSample } from '@flipside/platform-api';
import { reminderSample, sampleFacts } from '@flipside/sessions-api';
import type { ReminderKind } from '@flipside/sessions-domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  confidentialAnswerMail,
  confidentialMail,
  consentMail,
  storyMail,
} from './learning-mails.js';
import { writePracticeQuestion } from './persistence/ask-practices.job.js';
import { LearningLetters } from './reminders/learning-letters.js';
import { askOwner, failsForTwo, notLookedAt } from './recipes/ask-owner.js';

const { executive, champion, lead, thing } = INVENTED;
const { name } = champion;
type Person = { readonly id: string; readonly name: string; readonly email: string };

const told = (occasion: string, mail: PlainMail, to: Person = executive): MailSample => ({
  occasion,
  write: (tx, { config }) => tell(tx, { ...to, personId: to.id }, mail, config),
});

const reviewed = (occasion: string, subject: string): MailSample => ({
  occasion,
  write: (tx, { now, config }) => {
    const recipe = { id: thing, version: 2, reviewBy: now.toISOString().slice(0, 10) };
    return askOwner(tx, { ...champion, personId: champion.id }, recipe, subject, config);
  },
});

const RECIPE = 'Two offers, clause by clause';

/** Every mail about what was learned, with invented facts. */
@Injectable()
export class LearningMailSamples implements OnModuleInit {
  constructor(
    private readonly samples: MailSamples,
    private readonly letters: LearningLetters,
  ) {}

  onModuleInit(): void {
    const reminded = (
      occasion: string,
      reader: 'executive' | 'champion',
      kind: ReminderKind,
      isPrepared = false,
    ): MailSample =>
      reminderSample(occasion, reader, [kind], (tx, reminder, now) => {
        const facts = { ...sampleFacts(now), isPrepared, isLogged: false, isConfirmed: false };
        return this.letters.section(tx, reminder, facts, now);
      });
    this.samples.register(
      reminded('Before the first session', 'champion', 'first_meeting'),
      reminded('The day before', 'executive', 'preparation'),
      reminded('The day before, to the champion', 'champion', 'preparation'),
      reminded('The day before, with a plan', 'champion', 'preparation', true),
      reminded('Nothing is planned yet', 'champion', 'preparation_missing'),
      reminded('After a session', 'executive', 'confirm'),
      reminded('After a session, to the champion', 'champion', 'log'),
      reminded('The log is missing', 'champion', 'log_nudge_1'),
      reminded('The log is still missing', 'champion', 'log_nudge_2'),
      told('A story waits for a yes', storyMail({ storyId: thing, name })),
      told(
        'A line waits for a yes',
        consentMail({ id: thing, version: 1, pairingId: thing, name }),
      ),
      told('A question in confidence', confidentialMail(thing), lead),
      told('An answer in confidence', confidentialAnswerMail(thing)),
      reviewed('A recipe is half a year old', notLookedAt(RECIPE)),
      reviewed('A recipe fails for two people', failsForTwo(RECIPE)),
      {
        occasion: 'A practice is 30 days old',
        write: (tx, { now, config }) => {
          const writtenOn = addDays(now.toISOString().slice(0, 10), -30);
          const asked = { learningId: thing, days: 30, writtenOn, now };
          return writePracticeQuestion(tx, config, executive, asked);
        },
      },
    );
  }
}
