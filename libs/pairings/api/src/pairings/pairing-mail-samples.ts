import type { Reason } from '@flipside/pairings-domain';
import { addDays } from '@flipside/kernel';
import { INVENTED, MailSamples, type MailSample } from '@flipside/platform-api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeIntroduction, type Introduced } from '../rounds/introduction-mail.js';
import {
  cameBackMail,
  COMPLETED_MAIL,
  DECLINED_MAIL,
  ENDED_MAIL,
  EXPIRED_MAIL,
  pairedMail,
  postponedMail,
  questionMail,
  rotationMail,
} from './pairing-mails.js';
import { tell, type PlainMail } from './tell-other.js';

const { executive, champion, lead, thing: pairingId } = INVENTED;

const reason = (text: string, criterion: Reason['criterion'] = 'topics'): Reason => ({
  criterion,
  weight: 300,
  value: 90,
  points: 2700,
  side: 'for',
  text,
});
const reasons = [
  reason('Priya has shown three colleagues in Sales how to prepare a client meeting.'),
  reason('Your working hours have four in common every day.', 'hours'),
];

const introduced: Readonly<Record<'executive' | 'champion', Introduced>> = {
  executive: {
    name: champion.name,
    title: 'Analyst',
    unitName: 'Sales',
    locationName: 'Pune',
  },
  champion: {
    name: executive.name,
    title: 'Chief Financial Officer',
    unitName: 'Finance',
    locationName: 'London',
  },
};

const introduction = (side: 'executive' | 'champion'): MailSample => ({
  occasion: side === 'executive' ? 'A round is published' : 'A round is published, to the champion',
  write: (tx, { config }) =>
    writeIntroduction(
      tx,
      { ...INVENTED[side], personId: INVENTED[side].id },
      {
        pairingId,
        introduced: {
          to: side,
          other: introduced[side],
          reasons,
          cadenceDays: 14,
          sessionMinutes: 30,
        },
      },
      config,
    ),
});

const told = (
  occasion: string,
  mail: (now: Date) => Omit<PlainMail, 'dedupeKey'>,
  to: { readonly id: string; readonly name: string; readonly email: string } = executive,
): MailSample => ({
  occasion,
  write: (tx, { now, config }) =>
    tell(tx, { ...to, personId: to.id }, { ...mail(now), dedupeKey: pairingId }, config),
});

/** Every mail about a pairing, with invented facts. */
@Injectable()
export class PairingMailSamples implements OnModuleInit {
  constructor(private readonly samples: MailSamples) {}

  onModuleInit(): void {
    const { name } = champion;
    this.samples.register(
      introduction('executive'),
      introduction('champion'),
      told('Somebody writes about a proposal', () => questionMail({ pairingId, name })),
      told('An answer is put off', (now) =>
        postponedMail({ pairingId, name, backOn: addDays(now.toISOString().slice(0, 10), 7) }),
      ),
      told('The day of the answer has come', () => cameBackMail(pairingId)),
      told('One of the two says no', () => DECLINED_MAIL),
      told('Nobody answered in time', () => EXPIRED_MAIL),
      told('Both say yes', () => pairedMail({ pairingId, otherName: name })),
      told('A pairing ends early', () => ENDED_MAIL),
      told('A pairing is completed', () => COMPLETED_MAIL),
      told('Two would like to meet somebody new', () => rotationMail(pairingId), lead),
    );
  }
}
