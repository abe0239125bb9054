import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { isMyself, type MailedNomination } from '@flipside/champions-domain';
import { nameIs } from '@flipside/people-api';
import {
  CLOCK,
  CONFIG,
  Database,
  mailboxFor,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { Nominate } from './nominate.js';
import { writeNominationUnclear } from './nomination-letters.js';

/** Where nominations can be sent by mail. */
export const nominationAddress = (config: Pick<Config, 'mailFrom'>): string =>
  mailboxFor(config, 'nominate');

export const isForNominations = (
  config: Pick<Config, 'mailFrom'>,
  addresses: readonly string[],
): boolean => addresses.some((address) => address.toLowerCase() === nominationAddress(config));

/** Namesakes listed in an answer; more than these are better told apart by an address. */
const MOST_NAMESAKES = 5;

interface Found {
  readonly id: string;
  readonly words: string;
}

/**
 * A nomination that came by mail takes the same way as any other. Whoever is meant has to be beyond doubt: a whole
 * e-mail address or a whole name that only one person here has. Everything else is answered, and nobody else hears of it.
 */
@Injectable()
export class NominateByMail {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl' | 'mailFrom'>,
    private readonly nominate: Nominate,
  ) {}

  /**
   * Safe to run twice with the same mail: what it nominated is nominated once, what it is answered is written once.
   * @param messageId of the mail
   * @returns whether the mail's wish stands: somebody is nominated by its sender
   */
  async run(
    sender: Viewer,
    { whom, reason }: MailedNomination,
    messageId: string,
  ): Promise<boolean> {
    const { today } = await programmeToday(this.db, this.clock);
    const found = isMyself(whom)
      ? [{ id: sender.personId, words: sender.name }]
      : await this.named(whom, today);
    const [nominee] = found;
    if (!nominee || found.length > 1) {
      await this.ask(sender, whom, messageId, whoIsMeant(whom, found));
      return false;
    }
    const nomineeId = nominee.id;
    const done = await this.nominate.run(sender, { nomineeId, reason, channel: 'email' });
    if (done.ok || (await this.isDoneAlready(sender, nomineeId))) return true;
    const paragraphs =
      done.refusal.field === 'reason'
        ? [
            `${done.refusal.message} ${nominee.words} reads it.`,
            'Send your mail once more, as plain text with that line at its beginning.',
          ]
        : [done.refusal.message];
    await this.ask(sender, whom, messageId, paragraphs);
    return false;
  }

  private named(whom: string, today: string): Promise<Found[]> {
    const values = [whom, today];
    const isNamed = nameIs('p.name', whom, (value) => `$${values.push(value)}`);
    return this.db.rows<Found>(
      `select p.id, concat_ws(', ', p.name, nullif(p.title, ''), u.name) as words
       from person p
       join employment e on e.person_id = p.id and e.valid_from <= $2 and e.valid_to > $2
       left join org_unit u on u.id = e.org_unit_id
       where $1 <> '' and (p.email = $1 or ${isNamed})
       order by p.name, p.id limit ${MOST_NAMESAKES + 1}`,
      values,
    );
  }

  /** The same mail came before, or the same person wrote of it elsewhere. */
  private async isDoneAlready({ personId }: Viewer, nomineeId: string): Promise<boolean> {
    const open = await this.db.one(
      'select 1 from nomination where nominee_id = $1 and nominator_id = $2 and closed_at is null',
      [nomineeId, personId],
    );
    return open !== null;
  }

  private ask(
    { personId: id, name, email }: Viewer,
    whom: string,
    messageId: string,
    paragraphs: readonly string[],
  ): Promise<void> {
    const dedupeKey = `nomination-unclear:${messageId}`;
    return this.db.transaction((tx) =>
      writeNominationUnclear(
        tx,
        { dedupeKey, sender: { id, name, email }, whom: whom.slice(0, 80), paragraphs },
        this.config.baseUrl,
      ),
    );
  }
}

function whoIsMeant(whom: string, found: readonly Found[]): string[] {
  const how =
    'Send your mail once more with their whole e-mail address as the subject: “Nominate: name@your-company.com”.';
  if (whom === '') return ['Your mail does not say whom you mean.', how];
  if (found.length === 0) return [`Nobody who works here is called “${whom.slice(0, 80)}”.`, how];
  const some = found.slice(0, MOST_NAMESAKES).map(({ words }) => words);
  return [
    `More than one person here is called that: ${some.join(' · ')}${found.length > MOST_NAMESAKES ? ' and others' : ''}.`,
    how,
  ];
}
