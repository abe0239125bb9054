import type { ContextRoute } from '@flipside/platform-web';
import { IconMail } from '@flipside/ui';

/** Pages about the installation itself, which belong to no context. */
export const routes: ContextRoute[] = [
  {
    path: '/outbox',
    lazy: async () => ({ Component: (await import('./outbox-page.js')).OutboxPage }),
    roles: ['ADMINISTRATOR'],
    nav: { group: 'admin', label: 'Outbox', icon: IconMail, order: 10, isOnPhoneBar: true },
  },
];
