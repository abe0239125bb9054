import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  {
    label: 'Plan the sessions of a quarter',
    to: '/planning',
    keywords: 'schedule rhythm draft publish everybody',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Look at the mails that people get',
    to: '/mail-previews',
    keywords: 'preview template wording',
    roles: ['ADMINISTRATOR', 'HR_LEAD'],
  },
  {
    label: 'See my sessions in another calendar',
    to: '/me/calendars',
    keywords: 'feed address subscribe ics outlook google iphone',
  },
  {
    label: 'Choose which mails reach me',
    to: '/me/notifications',
    keywords: 'notifications reminders quiet hours digest unsubscribe',
  },
  {
    label: 'Add a calendar',
    to: '/me/availability/calendars',
    keywords: 'busy free ics caldav',
  },
  {
    label: 'Move or skip a session',
    to: '/sessions',
    keywords: 'reschedule cancel',
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  {
    label: 'Answer for those I look after',
    to: '/looked-after',
    keywords: 'assistant inbox delegate',
    roles: ['DELEGATE'],
  },
  {
    label: 'Choose who looks after my sessions',
    to: '/me/delegates',
    keywords: 'assistant delegate',
  },
];
