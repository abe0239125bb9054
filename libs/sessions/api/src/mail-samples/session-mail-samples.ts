import { MailSamples, type MailSection, type Tx } from '@flipside/platform-api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReminderToWrite } from '../reminders/reminder-letters.js';
import { reminderSample, sampleFacts } from '../reminders/reminder-sample.js';
import { SessionLetters } from '../reminders/session-letters.js';
import { calendarSamples } from './calendar-samples.js';
import { delegateSamples, noticeSamples, timeSamples } from './session-samples.js';

/** Every mail about sessions, with invented facts. */
@Injectable()
export class SessionMailSamples implements OnModuleInit {
  constructor(
    private readonly samples: MailSamples,
    private readonly letters: SessionLetters,
  ) {}

  onModuleInit(): void {
    const section = (tx: Tx, reminder: ReminderToWrite, now: Date): Promise<MailSection | null> => {
      const holdEndsAt = new Date(now.getTime() + 12 * 3_600_000);
      const facts = { ...sampleFacts(now), meetingLink: null, holdEndsAt };
      const noticed = { status: 'booked', attention: ['calendar_conflict'], awaits: null } as const;
      return this.letters.section(
        tx,
        reminder,
        { ...facts, ...noticed, isAccepted: false, missed: 2 },
        now,
      );
    };
    this.samples.register(
      ...timeSamples,
      ...calendarSamples,
      reminderSample('The morning of a session', 'executive', ['today'], section),
      reminderSample('The morning, to the assistant', 'assistant', ['today'], section),
      reminderSample('The week ahead, to the assistant', 'assistant', ['week_ahead'], section),
      reminderSample('A session looks uncertain', 'executive', ['still_on'], section),
      reminderSample('A held time runs out', 'champion', ['hold_expiring'], section),
      reminderSample('Several reminders at once', 'executive', ['today', 'hold_expiring'], section),
      ...delegateSamples,
      ...noticeSamples,
    );
  }
}
