import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { clockOf, type MailDelivery, type MailHours } from '@flipside/people-domain';
import {
  CONFIG,
  deadActionPage,
  escapeHtml,
  LinkLimit,
  plainPage,
  Public,
  sendBusyPage,
  sendPage,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SignIn } from '../auth/sign-in.js';
import { ChooseMails } from './choose-mails.js';
import { MailChoicesReader, type MailChoices } from './mail-choices.reader.js';
import { readMailLink, type MailLink } from './mail-link.js';
import { MAIL_LINK_PATH } from './reader-policy.js';

/** What a mail program sends for one click (RFC 8058), as a form or in parts. */
const oneClick = z.union([
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
  z.string().regex(/name="List-Unsubscribe"\r?\n\r?\nOne-Click\r?\n/),
]);
const minute = z.coerce.number().int();
const chosen = z.looseObject({
  quietFromMinute: minute,
  quietToMinute: minute,
  digestAtMinute: minute,
  weekOn: minute.optional(),
});
const deliveries = z.enum(['now', 'digest', 'never']);

const IN_WORDS: Readonly<Record<MailDelivery, string>> = {
  now: 'At once',
  digest: 'Once a day, together',
  never: 'Never',
};
const TOPIC = 'topic:';

/**
 * Which mails reach somebody, from the foot of a mail: without signing in, without script. Showing the
 * page changes nothing; saving it does, and so does the one click of a mail program.
 */
@Controller(MAIL_LINK_PATH)
export class MailChoicesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIn: SignIn,
    private readonly choices: MailChoicesReader,
    private readonly chooseMails: ChooseMails,
    private readonly limit: LinkLimit,
  ) {}

  @Get(':token')
  @Public()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, deadActionPage());
    if (!this.limit.allows(`mails ${opened.viewer.personId}`, 'open')) return sendBusyPage(reply);
    return sendPage(reply, 200, pageOf(await this.choices.of(opened.viewer), null));
  }

  @Post(':token')
  @Public()
  async choose(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, deadActionPage());
    const { viewer, link } = opened;
    if (!this.limit.allows(`mails ${viewer.personId}`, 'press')) return sendBusyPage(reply);
    if (oneClick.safeParse(body).success) {
      await this.chooseMails.run(viewer, {
        topics: link.topics.map((id) => ({ id, delivery: 'never' })),
      });
      return sendPage(reply, 200, pageOf(await this.choices.of(viewer), 'These mails have ended.'));
    }
    const form = chosen.safeParse(body);
    const result =
      form.success &&
      (await this.chooseMails.run(viewer, { topics: topicsIn(form.data), hours: form.data }));
    const note = !result
      ? 'Nothing was changed. Choose again.'
      : result.ok
        ? 'Saved. It holds at once.'
        : result.refusal.message;
    const isSaved = result && result.ok;
    return sendPage(reply, isSaved ? 200 : 400, pageOf(await this.choices.of(viewer), note));
  }

  private async open(token: string): Promise<{ viewer: Viewer; link: MailLink } | null> {
    const link = readMailLink(this.config, token);
    const viewer = link && (await this.signIn.viewerById(link.personId));
    return link && viewer ? { viewer, link } : null;
  }
}

const topicsIn = (form: Readonly<Record<string, unknown>>) =>
  Object.entries(form).flatMap(([name, value]) => {
    const delivery = deliveries.safeParse(value);
    return name.startsWith(TOPIC) && delivery.success
      ? [{ id: name.slice(TOPIC.length), delivery: delivery.data }]
      : [];
  });

const select = (
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  value: string,
): string =>
  `<select name="${escapeHtml(name)}">${options
    .map(
      ([each, label]) =>
        `<option value="${escapeHtml(each)}"${each === value ? ' selected' : ''}>${escapeHtml(label)}</option>`,
    )
    .join('')}</select>`;

const HALF_HOURS = Array.from({ length: 48 }, (_, half) => half * 30).map(
  (each) => [String(each), clockOf(each)] as const,
);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => [String(index + 1), label] as const,
);

/** Only for whoever hears of a week ahead. */
const weekField = ({ topics, hours }: MailChoices): string =>
  topics.some(({ topic }) => topic.isWeekly)
    ? `<label>The week ahead comes on${select('weekOn', WEEKDAYS, String(hours.weekOn))}</label>`
    : '';

const hourField = (label: string, name: keyof MailHours, hours: MailHours): string =>
  `<label>${label}${select(name, HALF_HOURS, String(hours[name]))}</label>`;

function pageOf(choices: MailChoices, note: string | null): string {
  const { topics, hours } = choices;
  const fields = topics.map(
    ({ topic, delivery }) =>
      `<label>${escapeHtml(topic.label)}<small>${escapeHtml(topic.note)}</small>${select(
        `${TOPIC}${topic.id}`,
        topic.allowed.map((each) => [each, IN_WORDS[each]] as const),
        delivery,
      )}</label>`,
  );
  return plainPage(
    'Your mails',
    `<h1>Your mails</h1>${note ? `<p role="status">${escapeHtml(note)}</p>` : ''}` +
      '<p>Invitations, changes of your sessions and times you are asked to choose always come at once: they are your calendar.</p>' +
      `<form method="post">${fields.join('')}<h2>When mails may come</h2>` +
      '<p>On days on which you work, on your own clock.</p>' +
      hourField('Quiet from', 'quietFromMinute', hours) +
      hourField('Quiet until', 'quietToMinute', hours) +
      hourField('The mail of the day comes at', 'digestAtMinute', hours) +
      weekField(choices) +
      '<button>Save</button></form>',
  );
}
