import { callText } from '@flipside/champions-domain';
import { addDays, type Day } from '@flipside/kernel';
import { INVENTED, MailSamples, type MailSample } from '@flipside/platform-api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeHoursAnswer, writeHoursQuestion } from './champions/answer-hours.js';
import { writeChampionEnd, writeChampionWelcome } from './champions/champion-letters.js';
import { writeHelpQuestion, writeHelpTaken, writeNobodyFits } from './help/help-letters.js';
import { writeQuietQuestion, writeTermQuestion } from './network/care-for-champions.job.js';
import { whoIsMeant } from './nominations/nominate-by-mail.js';
import {
  writeNominationDecision,
  writeNominationUnclear,
  writeNominatorReceipt,
  writeNominatorThanks,
  writeNomineeQuestion,
} from './nominations/nomination-letters.js';
import { writeManagerLetter } from './nominations/superior-letter.js';
import { writeCalledOff } from './office-hours/change-office-hour.js';
import { writeCall } from './recruiting/send-call.js';

const { executive, champion, assistant: nominator, lead, thing } = INVENTED;
const dayAfter = (now: Date, days: number): Day => addDays(now.toISOString().slice(0, 10), days);
const nomination = { nominationId: thing, nominee: champion };
const reason = 'Rebuilt our monthly report with a few good questions, and shows everybody how.';
const agreement = { champion: { ...champion, personId: champion.id }, hours: 8, agreed: 6 };

const request = (now: Date) => ({
  id: thing,
  topic: 'spreadsheets',
  text: 'How do I compare two supplier lists that name the same things differently?',
  minutes: 60,
  onDay: dayAfter(now, 7),
});

const nominations: MailSample[] = [
  {
    occasion: 'Somebody is nominated',
    write: (tx, { config }) =>
      writeNomineeQuestion(
        tx,
        { ...nomination, nominatorName: nominator.name, reason },
        config.baseUrl,
      ),
  },
  {
    occasion: 'A nomination comes by mail',
    write: (tx, { config }) =>
      writeNominatorReceipt(
        tx,
        { nominationId: thing, nominator, nomineeName: champion.name, reason },
        config.baseUrl,
      ),
  },
  {
    occasion: 'A mailed nomination fits nobody',
    write: (tx, { config }) => {
      const paragraphs = whoIsMeant('Pria', []);
      const asked = { dedupeKey: thing, sender: nominator, whom: 'Pria', paragraphs };
      return writeNominationUnclear(tx, asked, config.baseUrl);
    },
  },
  ...[true, false].map((isAsked): MailSample => ({
    occasion: isAsked ? 'The manager is asked' : 'The manager is informed',
    write: (tx, { config }) =>
      writeManagerLetter(
        tx,
        { nominationId: thing, manager: executive, nomineeName: champion.name, hours: 6, isAsked },
        config.baseUrl,
      ),
  })),
  {
    occasion: 'A nominee becomes a champion',
    write: async (tx, { now, config }) => {
      const startsOn = dayAfter(now, 14);
      const decided = { ...nomination, startsOn, hours: 6, letter: null };
      await writeNominationDecision(tx, decided, config.baseUrl);
      const thanks = { nominationId: thing, nominator, nomineeName: champion.name, startsOn };
      await writeNominatorThanks(tx, thanks, config.baseUrl);
    },
  },
  {
    occasion: 'A nomination does not go ahead',
    write: (tx, { config }) =>
      writeNominationDecision(
        tx,
        { ...nomination, startsOn: null, hours: null, letter: null },
        config.baseUrl,
      ),
  },
  {
    occasion: 'A recruiting call is sent',
    write: (tx, { config }) => {
      const unit = {
        unitName: 'Legal',
        siteName: null,
        level: null,
        people: 52,
        wanted: 2,
        hours: 6,
      };
      const call = {
        callId: thing,
        to: champion,
        language: 'en',
        ...callText('en', 'people', unit),
      } as const;
      return writeCall(tx, call, config.baseUrl);
    },
  },
];

const role: MailSample[] = [
  {
    occasion: 'Somebody is named as a champion',
    write: (tx, { now, config }) =>
      writeChampionWelcome(tx, { person: champion, startsOn: dayAfter(now, 14) }, config.baseUrl),
  },
  {
    occasion: 'A champion offers more hours',
    write: (tx, { now, config }) =>
      writeHoursQuestion(tx, { ...agreement, today: dayAfter(now, 0), lead }, config.baseUrl),
  },
  ...[true, false].map((isAgreed): MailSample => ({
    occasion: isAgreed ? 'More hours are agreed' : 'Hours stay as they are',
    write: (tx, { now, config }) =>
      writeHoursAnswer(tx, { ...agreement, isAgreed, now }, config.baseUrl),
  })),
  {
    occasion: 'Nothing was on record for 45 days',
    write: (tx, { now, config }) =>
      writeQuietQuestion(tx, { ...champion, on: dayAfter(now, -45) }, config.baseUrl),
  },
  {
    occasion: 'A term runs out',
    write: (tx, { now, config }) =>
      writeTermQuestion(tx, { ...champion, on: dayAfter(now, 60) }, config.baseUrl),
  },
  {
    occasion: 'A champion stops',
    write: (tx, { now, config }) =>
      writeChampionEnd(tx, { person: champion, lastDay: dayAfter(now, 14) }, config.baseUrl),
  },
];

const help: MailSample[] = [
  {
    occasion: 'A colleague asks for help',
    write: (tx, { now, config }) => {
      const why = 'Offers spreadsheets and has two hours left that week.';
      const asked = { request: request(now), champion, asker: executive, why };
      return writeHelpQuestion(tx, asked, config.baseUrl);
    },
  },
  {
    occasion: 'A champion takes it',
    write: (tx, { now, config }) =>
      writeHelpTaken(tx, { request: request(now), champion, asker: executive }, config.baseUrl),
  },
  {
    occasion: 'Nobody has room',
    write: (tx, { now, config }) =>
      writeNobodyFits(tx, { request: request(now), asker: executive }, config.baseUrl),
  },
  {
    occasion: 'An office hour is called off',
    write: (tx, { now, config }) =>
      writeCalledOff(
        tx,
        {
          officeHourId: thing,
          to: executive,
          championName: champion.name,
          onDay: dayAfter(now, 7),
          topic: 'spreadsheets',
        },
        config.baseUrl,
      ),
  },
];

/** Every mail about nominations, the role and help, with invented facts. */
@Injectable()
export class ChampionMailSamples implements OnModuleInit {
  constructor(private readonly samples: MailSamples) {}

  onModuleInit(): void {
    this.samples.register(...nominations, ...role, ...help);
  }
}
