import type { Culture } from './names.js';

/** A site of the demonstration company and who works there. */
export interface Site {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly language: string;
  /** Share of names by culture; the rest are drawn from the first. */
  readonly cultures: readonly (readonly [Culture, number])[];
}

export const sites = {
  hamburg: {
    code: 'HAM',
    name: 'Hamburg',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    language: 'de',
    cultures: [
      ['german', 0.62],
      ['turkish', 0.14],
      ['polish', 0.12],
      ['ukrainian', 0.06],
      ['arabic', 0.06],
    ],
  },
  leeds: {
    code: 'LDS',
    name: 'Leeds',
    country: 'GB',
    timeZone: 'Europe/London',
    language: 'en',
    cultures: [
      ['british', 0.62],
      ['indian', 0.14],
      ['nigerian', 0.14],
      ['polish', 0.1],
    ],
  },
  toronto: {
    code: 'TOR',
    name: 'Toronto',
    country: 'CA',
    timeZone: 'America/Toronto',
    language: 'en',
    cultures: [
      ['canadian', 0.5],
      ['chinese', 0.16],
      ['filipino', 0.12],
      ['portuguese', 0.12],
      ['arabic', 0.1],
    ],
  },
  pune: {
    code: 'PNQ',
    name: 'Pune',
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    language: 'en',
    cultures: [['indian', 1]],
  },
  osaka: {
    code: 'OSA',
    name: 'Osaka',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    language: 'ja',
    cultures: [
      ['japanese', 0.84],
      ['korean', 0.1],
      ['chinese', 0.06],
    ],
  },
} as const satisfies Record<string, Site>;

export type SiteKey = keyof typeof sites;

/** A unit as planned: its own people, and the units below it. */
export interface UnitPlan {
  readonly code: string;
  readonly name: string;
  /** Eligible people directly in this unit, its head included. */
  readonly people: number;
  /** Active champions whose home unit this is. */
  readonly champions: number;
  /** Title of the head. */
  readonly head: string;
  /** Titles of everybody else. */
  readonly titles: readonly string[];
  readonly sites: readonly SiteKey[];
  readonly below?: readonly UnitPlan[];
}

const everywhere: readonly SiteKey[] = ['hamburg', 'leeds', 'toronto', 'pune', 'osaka'];
const plant = [
  'Production technician',
  'Shift lead',
  'Machine operator',
  'Process engineer',
  'Line planner',
  'Maintenance technician',
];

/**
 * 2,235 eligible people and 99 active champions: one per 22.6, better than the target of one per 25. Behind that
 * average Logistics has 104 people and nobody, and four more units are short.
 */
export const company: UnitPlan = {
  code: 'NORDEN',
  name: 'Norden Werke',
  people: 1,
  champions: 0,
  head: 'Chief executive officer',
  titles: [],
  sites: ['hamburg'],
  below: [
    {
      code: 'OPS',
      name: 'Operations',
      people: 14,
      champions: 0,
      head: 'Chief operating officer',
      titles: ['Operations excellence lead', 'Programme manager'],
      sites: ['hamburg', 'pune'],
      below: [
        {
          code: 'OPS-HAM',
          name: 'Plant Hamburg',
          people: 6,
          champions: 0,
          head: 'Plant manager',
          titles: ['Plant controller', 'Plant coordinator'],
          sites: ['hamburg'],
          below: [
            {
              code: 'OPS-HAM-ASM',
              name: 'Assembly',
              people: 108,
              champions: 5,
              head: 'Head of assembly',
              titles: plant,
              sites: ['hamburg'],
            },
            {
              code: 'OPS-HAM-PNT',
              name: 'Paint shop',
              people: 50,
              champions: 2,
              head: 'Head of paint shop',
              titles: plant,
              sites: ['hamburg'],
            },
            {
              code: 'OPS-HAM-NGT',
              name: 'Night shift',
              people: 38,
              champions: 0,
              head: 'Night shift manager',
              titles: plant,
              sites: ['hamburg'],
            },
            {
              code: 'OPS-HAM-MNT',
              name: 'Maintenance',
              people: 44,
              champions: 3,
              head: 'Head of maintenance',
              titles: ['Maintenance technician', 'Electrician', 'Maintenance planner'],
              sites: ['hamburg'],
            },
          ],
        },
        {
          code: 'OPS-PNQ',
          name: 'Plant Pune',
          people: 196,
          champions: 9,
          head: 'Plant manager',
          titles: plant,
          sites: ['pune'],
        },
        {
          code: 'OPS-TOR',
          name: 'Plant Toronto',
          people: 118,
          champions: 6,
          head: 'Plant manager',
          titles: plant,
          sites: ['toronto'],
        },
        {
          code: 'OPS-PLN',
          name: 'Planning',
          people: 38,
          champions: 2,
          head: 'Head of planning',
          titles: ['Demand planner', 'Supply planner', 'Scheduling analyst'],
          sites: ['hamburg', 'leeds'],
        },
      ],
    },
    {
      code: 'ENG',
      name: 'Engineering',
      people: 8,
      champions: 0,
      head: 'Chief technology officer',
      titles: ['Engineering programme manager'],
      sites: ['hamburg'],
      below: [
        {
          code: 'ENG-MEC',
          name: 'Mechanical design',
          people: 110,
          champions: 6,
          head: 'Director, mechanical design',
          titles: ['Design engineer', 'Simulation engineer', 'Design lead', 'Drafting specialist'],
          sites: ['hamburg', 'pune'],
        },
        {
          code: 'ENG-ELE',
          name: 'Electronics',
          people: 74,
          champions: 4,
          head: 'Director, electronics',
          titles: ['Electronics engineer', 'Firmware developer', 'Verification engineer'],
          sites: ['osaka', 'hamburg'],
        },
        {
          code: 'ENG-SWP',
          name: 'Software platform',
          people: 96,
          champions: 6,
          head: 'Director, software platform',
          titles: [
            'Software developer',
            'Site reliability engineer',
            'Quality engineer',
            'Engineering manager',
          ],
          sites: ['pune', 'toronto', 'leeds'],
        },
        {
          code: 'ENG-LAB',
          name: 'Test lab',
          people: 34,
          champions: 2,
          head: 'Head of test lab',
          titles: ['Test engineer', 'Lab technician'],
          sites: ['hamburg', 'osaka'],
        },
        {
          code: 'ENG-TLS',
          name: 'Tooling',
          people: 16,
          champions: 0,
          head: 'Head of tooling',
          titles: ['Toolmaker', 'Tooling engineer'],
          sites: ['pune'],
        },
      ],
    },
    {
      code: 'FIN',
      name: 'Finance and legal',
      people: 7,
      champions: 0,
      head: 'Chief financial officer',
      titles: ['Finance programme manager'],
      sites: ['leeds'],
      below: [
        {
          code: 'FIN-ACC',
          name: 'Accounting',
          people: 104,
          champions: 4,
          head: 'Director, accounting',
          titles: [
            'Accountant',
            'Accounts payable specialist',
            'Senior accountant',
            'Closing specialist',
          ],
          sites: ['leeds', 'pune'],
        },
        {
          code: 'FIN-CTL',
          name: 'Controlling',
          people: 66,
          champions: 3,
          head: 'Director, controlling',
          titles: ['Financial analyst', 'Controller', 'Planning analyst'],
          sites: ['leeds', 'hamburg'],
        },
        {
          code: 'FIN-TRE',
          name: 'Treasury and tax',
          people: 39,
          champions: 1,
          head: 'Director, treasury and tax',
          titles: ['Treasury analyst', 'Tax adviser'],
          sites: ['leeds'],
        },
        {
          code: 'FIN-LEG',
          name: 'Legal',
          people: 46,
          champions: 1,
          head: 'General counsel',
          titles: ['Legal counsel', 'Contract manager', 'Compliance officer'],
          sites: ['leeds', 'hamburg', 'toronto'],
        },
      ],
    },
    {
      code: 'SAL',
      name: 'Sales',
      people: 6,
      champions: 0,
      head: 'Chief sales officer',
      titles: ['Sales operations lead'],
      sites: ['toronto'],
      below: [
        {
          code: 'SAL-EUR',
          name: 'Sales Europe',
          people: 90,
          champions: 5,
          head: 'Director, sales Europe',
          titles: ['Account manager', 'Sales engineer', 'Key account manager'],
          sites: ['hamburg', 'leeds'],
        },
        {
          code: 'SAL-AME',
          name: 'Sales Americas',
          people: 68,
          champions: 4,
          head: 'Director, sales Americas',
          titles: ['Account manager', 'Sales engineer', 'Bid manager'],
          sites: ['toronto'],
        },
        {
          code: 'SAL-ASI',
          name: 'Sales Asia',
          people: 50,
          champions: 3,
          head: 'Director, sales Asia',
          titles: ['Account manager', 'Sales engineer', 'Channel manager'],
          sites: ['osaka', 'pune'],
        },
      ],
    },
    {
      code: 'CUS',
      name: 'Customer success',
      people: 121,
      champions: 3,
      head: 'Vice president, customer success',
      titles: [
        'Customer success manager',
        'Support specialist',
        'Onboarding manager',
        'Support team lead',
      ],
      sites: ['leeds', 'toronto', 'pune'],
    },
    {
      code: 'ITD',
      name: 'IT and data',
      people: 121,
      champions: 7,
      head: 'Chief information officer',
      titles: [
        'Data analyst',
        'Systems administrator',
        'Business analyst',
        'Data engineer',
        'Service desk specialist',
      ],
      sites: ['leeds', 'pune', 'hamburg'],
    },
    {
      code: 'LOG',
      name: 'Logistics',
      people: 104,
      champions: 0,
      head: 'Vice president, logistics',
      titles: [
        'Warehouse supervisor',
        'Transport planner',
        'Customs specialist',
        'Warehouse operator',
        'Fleet coordinator',
      ],
      sites: ['hamburg', 'toronto', 'osaka'],
    },
    {
      code: 'MKT',
      name: 'Marketing',
      people: 96,
      champions: 5,
      head: 'Chief marketing officer',
      titles: ['Marketing manager', 'Content editor', 'Designer', 'Campaign analyst'],
      sites: ['leeds', 'toronto', 'osaka'],
    },
    {
      code: 'PRD',
      name: 'Product management',
      people: 88,
      champions: 6,
      head: 'Vice president, product',
      titles: ['Product manager', 'Product owner', 'User researcher', 'Product analyst'],
      sites: ['hamburg', 'toronto'],
    },
    {
      code: 'PRO',
      name: 'Procurement',
      people: 62,
      champions: 3,
      head: 'Vice president, procurement',
      titles: ['Buyer', 'Category manager', 'Supplier quality specialist'],
      sites: ['hamburg', 'pune'],
    },
    {
      code: 'QAS',
      name: 'Quality and safety',
      people: 58,
      champions: 2,
      head: 'Vice president, quality',
      titles: ['Quality engineer', 'Safety officer', 'Auditor'],
      sites: ['hamburg', 'osaka', 'pune'],
    },
    {
      code: 'PPL',
      name: 'People and culture',
      people: 54,
      champions: 4,
      head: 'Chief people officer',
      titles: ['People partner', 'Recruiter', 'Learning specialist', 'Payroll specialist'],
      sites: ['hamburg', 'leeds', 'toronto'],
    },
    {
      code: 'RES',
      name: 'Research',
      people: 47,
      champions: 2,
      head: 'Chief scientist',
      titles: ['Research scientist', 'Research engineer'],
      sites: ['osaka', 'hamburg'],
    },
    {
      code: 'FAC',
      name: 'Facilities and services',
      people: 40,
      champions: 1,
      head: 'Head of facilities',
      titles: ['Facilities coordinator', 'Site services specialist', 'Security officer'],
      sites: everywhere,
    },
    {
      code: 'EXO',
      name: 'Executive office',
      people: 4,
      champions: 0,
      head: 'Chief of staff',
      titles: ['Executive assistant'],
      sites: ['hamburg'],
    },
    {
      code: 'AUD',
      name: 'Internal audit',
      people: 7,
      champions: 0,
      head: 'Head of internal audit',
      titles: ['Internal auditor'],
      sites: ['leeds'],
    },
    {
      code: 'SUS',
      name: 'Sustainability',
      people: 6,
      champions: 0,
      head: 'Head of sustainability',
      titles: ['Sustainability analyst'],
      sites: ['hamburg', 'toronto'],
    },
  ],
};
