import { Inject } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { CLOCK, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { instantOf, sessionMailWords, type SessionNews } from '@flipside/sessions-domain';

@ObjectType({ description: 'A mail as people get it, with invented names and times.' })
export class SessionMailPreview {
  @Field({ description: 'When it is sent.' })
  occasion!: string;

  @Field({ description: 'Subject line.' })
  subject!: string;

  @Field({ description: 'Its text.' })
  text!: string;
}

const DAY_MS = 86_400_000;

/** What happens to the sessions of two invented people, in the order in which it would: on working days from a Monday. */
function occasions(now: Date, zone: string): { occasion: string; news: SessionNews }[] {
  const monday = now.getTime() + (8 - (now.getUTCDay() || 7)) * DAY_MS;
  const meeting = (inDays: number, time = '10:00') => {
    const day = new Date(monday + inDays * DAY_MS).toISOString().slice(0, 10);
    const startsAt = instantOf(zone, `${day}T${time}`) ?? new Date(`${day}T${time}Z`);
    return { startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000) };
  };
  const meetings = [0, 14, 28].map((inDays) => meeting(inDays));
  const by = 'Priya Nair';
  return [
    {
      occasion: 'A series is booked',
      news: { kind: 'series_booked', meetings, everyWeeks: 2, exceptions: [], by: 'Helen Ward' },
    },
    {
      occasion: 'One session is booked',
      news: { kind: 'session_booked', meeting: meeting(2), by },
    },
    {
      occasion: 'A session moves',
      news: { kind: 'moved', from: meeting(0), to: meeting(1, '14:30'), by },
    },
    {
      occasion: 'A session is skipped',
      news: { kind: 'skipped', meeting: meeting(14), next: meeting(28), by },
    },
    { occasion: 'A session is back on', news: { kind: 'restored', meeting: meeting(14), by } },
    {
      occasion: 'The meeting link changes',
      news: {
        kind: 'restated',
        meeting: meeting(0),
        meetingLink: 'https://meet.your-company.com/ai-coaching',
        isGone: false,
      },
    },
    {
      occasion: 'A calendar asked for another time',
      news: {
        kind: 'counter_declined',
        meeting: meeting(0),
        wanted: meeting(1, '14:30').startsAt,
        why: `${by} cannot make it.`,
      },
    },
    {
      occasion: 'The reader has another address',
      news: { kind: 'address_left', meeting: meeting(0) },
    },
    {
      occasion: 'The pairing ends',
      news: { kind: 'series_ended', meeting: meeting(14), why: 'Your pairing has ended.' },
    },
  ];
}

/** What people are sent, for those who answer for it. Made of the same words as the mails themselves. */
@Resolver()
export class MailPreviewsResolver {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Query(() => [SessionMailPreview], {
    description: 'The mails about sessions, with invented names and times.',
  })
  @Roles('ADMINISTRATOR', 'HR_LEAD')
  sessionMailPreviews(@CurrentViewer() viewer: Viewer): SessionMailPreview[] {
    const reader = { name: 'Helen Ward', zone: viewer.timeZone };
    const other = { name: 'Priya Nair', zone: 'Asia/Kolkata' };
    return occasions(this.clock.now(), viewer.timeZone).map(({ occasion, news }) => {
      const { subject, heading, paragraphs } = sessionMailWords(news, reader, other);
      return { occasion, subject, text: [heading, ...paragraphs].join('\n\n') };
    });
  }
}
