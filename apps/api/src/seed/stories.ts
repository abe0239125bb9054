/** What happens in a good coaching session, by what the executive works on. Each theme reads as one line of progress. */
export interface Theme {
  readonly goal: string;
  readonly topics: readonly string[];
  /** One line per session: what the executive does differently, and the next step. */
  readonly steps: readonly {
    readonly change: string;
    readonly next: string;
    readonly didNotWork?: string;
  }[];
  readonly learnings: readonly string[];
  readonly outcome: {
    readonly workflow: string;
    readonly before: number;
    readonly after: number;
    readonly timesPerMonth: number;
    readonly people: number;
  };
  readonly thanks: string;
}

export const themes: readonly Theme[] = [
  {
    goal: 'Prepare the monthly forecast meeting in half the time',
    topics: ['Forecasting', 'Spreadsheets', 'Checking answers'],
    steps: [
      {
        change: 'Asks for the three largest changes against last month before opening the file.',
        next: 'Try it on the November forecast.',
      },
      {
        change: 'Checks two of the numbers by hand before trusting the rest.',
        next: 'Bring the sheet that usually takes longest.',
        didNotWork: 'It mixed up quarter and month until the column names were given.',
      },
      {
        change: 'Writes the question before the meeting instead of during it.',
        next: 'Let the controllers see the prompt.',
      },
      {
        change: 'Keeps one prompt for variances and no longer rewrites it.',
        next: 'Compare with the manual comment of last quarter.',
      },
    ],
    learnings: [
      'I give it the column meanings first. The answers stopped being nonsense.',
      'I ask what would have to be true for the forecast to be wrong.',
      'I check two numbers by hand, always the same two.',
    ],
    outcome: {
      workflow: 'Comments on monthly variances',
      before: 150,
      after: 70,
      timesPerMonth: 1,
      people: 6,
    },
    thanks:
      'You never touched my keyboard. Because of that I can do the variance comments myself now.',
  },
  {
    goal: 'Answer difficult e-mails without sounding cold',
    topics: ['E-mail and tone', 'Checking answers'],
    steps: [
      {
        change: 'Has the tone of Monday e-mails checked before sending.',
        next: 'Collect three that went wrong.',
      },
      {
        change: 'Asks how the reader may feel after the first paragraph.',
        next: 'Do the same with a message to the works council.',
        didNotWork: 'The first rewrite was too friendly to be believed.',
      },
      {
        change: 'Cuts the first sentence in half of all replies.',
        next: 'Keep a list of phrases to drop.',
      },
      {
        change: 'Writes a plain draft first and asks for objections, not for a better text.',
        next: 'Try it on the reorganisation note.',
      },
    ],
    learnings: [
      'I sound shorter than I mean to when I am pressed. Now I see it before others do.',
      'Asking for objections helps more than asking for a nicer text.',
    ],
    outcome: {
      workflow: 'Answering escalated customer letters',
      before: 45,
      after: 25,
      timesPerMonth: 12,
      people: 2,
    },
    thanks: 'The exercise with my own old e-mails was uncomfortable and worth it.',
  },
  {
    goal: 'Walk into customer meetings knowing what matters',
    topics: ['Customer insight', 'Meeting preparation', 'Research'],
    steps: [
      {
        change: 'Reads a one-page brief from tickets and notes before each visit.',
        next: 'Add open invoices to the brief.',
      },
      {
        change: 'Asks the account team two questions that the brief could not answer.',
        next: 'Let the team make the brief themselves.',
      },
      {
        change: 'Shares the brief format with the regional leads.',
        next: 'See which part nobody reads.',
        didNotWork: 'The history before 2023 was thin, and the summary did not say so.',
      },
      {
        change: 'Marks each line of the brief with where it comes from.',
        next: 'Use it for the Osaka visit.',
      },
    ],
    learnings: [
      'A brief without sources is a rumour. I ask for the source of each line.',
      'Two good questions to the account team beat ten facts.',
    ],
    outcome: {
      workflow: 'Preparing a key account visit',
      before: 180,
      after: 75,
      timesPerMonth: 3,
      people: 9,
    },
    thanks: 'Our regional leads asked me where the new briefs come from. From you.',
  },
  {
    goal: 'Decide faster on supplier offers, with the reasons written down',
    topics: ['Planning', 'Research', 'Checking answers'],
    steps: [
      {
        change: 'Lets two offers be compared clause by clause before the call.',
        next: 'Take the frame contract next.',
      },
      {
        change: 'Asks for the case against the preferred supplier.',
        next: 'Write down what would change the decision.',
        didNotWork: 'It missed an annex that was a picture.',
      },
      {
        change: 'Keeps a short record of why an offer was refused.',
        next: 'Show it to the category managers.',
      },
    ],
    learnings: [
      'I ask for the strongest case against my favourite.',
      'Scanned annexes are invisible. Somebody has to look.',
    ],
    outcome: {
      workflow: 'Comparing supplier offers',
      before: 240,
      after: 110,
      timesPerMonth: 4,
      people: 5,
    },
    thanks: 'You said "let us see what it cannot read". That saved us from one bad contract.',
  },
  {
    goal: 'Understand what our engineers can and cannot hand over',
    topics: ['Working with the team', 'Data and boundaries', 'Summaries'],
    steps: [
      {
        change: 'Follows one code review from start to end instead of asking for a status.',
        next: 'Sit in on a test run.',
      },
      {
        change: 'Asks in the review what was checked by a person.',
        next: 'Bring the release checklist.',
      },
      {
        change: 'Has let the team drop one report that nobody read.',
        next: 'Ask the team which report to drop next.',
      },
      {
        change: 'Talks about an own failed attempt in the monthly meeting.',
        next: 'Invite one more team lead to do the same.',
        didNotWork: 'My test plan looked complete and tested nothing.',
      },
    ],
    learnings: [
      '"Who checked this?" is the best question I learned this quarter.',
      'My own failed attempt helped the team more than my praise.',
    ],
    outcome: {
      workflow: 'Weekly engineering status report',
      before: 90,
      after: 20,
      timesPerMonth: 52 / 12,
      people: 7,
    },
    thanks: 'Thank you for letting me look clumsy. I will not forget that.',
  },
  {
    goal: 'Turn long safety reports into decisions on one page',
    topics: ['Summaries', 'Checking answers', 'Presentations'],
    steps: [
      {
        change: 'Reads the summary and two pages of the original, chosen at random.',
        next: 'Try with the September audit.',
      },
      {
        change: 'Asks what the report leaves open.',
        next: 'Send the open points back to the auditors.',
      },
      {
        change: 'Presents one page with three decisions instead of twelve slides.',
        next: 'Ask the board which decision was unclear.',
        didNotWork: 'It counted near misses twice.',
      },
    ],
    learnings: [
      'I read two random pages of every original. Twice that saved me.',
      'What a report leaves open is often the real topic.',
    ],
    outcome: {
      workflow: 'Monthly safety page for the board',
      before: 300,
      after: 140,
      timesPerMonth: 1,
      people: 2,
    },
    thanks: 'One page instead of twelve slides. The board noticed.',
  },
];

export const championStrengths: readonly {
  readonly skills: readonly string[];
  readonly problems: readonly string[];
  readonly tools: readonly string[];
}[] = [
  {
    skills: ['Spreadsheets', 'Forecasting'],
    problems: ['Month-end close', 'Variance comments'],
    tools: ['Excel', 'Copilot'],
  },
  {
    skills: ['E-mail and tone', 'Presentations'],
    problems: ['Difficult messages', 'Board pages'],
    tools: ['Copilot'],
  },
  {
    skills: ['Customer insight', 'Summaries'],
    problems: ['Ticket trends', 'Visit briefs'],
    tools: ['CRM assistant'],
  },
  {
    skills: ['Planning', 'Spreadsheets'],
    problems: ['Shift planning', 'Supplier offers'],
    tools: ['Excel', 'Planner'],
  },
  {
    skills: ['Research', 'Checking answers'],
    problems: ['Reading contracts', 'Comparing sources'],
    tools: ['Search assistant'],
  },
  {
    skills: ['Working with the team', 'Data and boundaries'],
    problems: ['Getting a team started', 'Which data may be used'],
    tools: ['Copilot', 'Team chat'],
  },
  {
    skills: ['Summaries', 'Meeting preparation'],
    problems: ['Long reports', 'Minutes'],
    tools: ['Meeting notes'],
  },
  {
    skills: ['Testing', 'Data and boundaries'],
    problems: ['Test cases', 'Troubleshooting'],
    tools: ['Code assistant'],
  },
];

export const championAbout: readonly string[] = [
  'I started with my own weekly report and have not written it by hand since spring.',
  'I like the moment when somebody does it themselves.',
  'I keep a list of things that did not work. Ask me for it.',
  'Happy to sit beside you for twenty minutes, best before ten.',
  'I came to this from the shop floor, not from IT.',
  '',
];

export const nominationReasons: readonly string[] = [
  'Built the handover sheet that the whole shift uses now, and explained it to everybody.',
  'People already go to her with their questions. It would be fair to give her time for it.',
  'Patient, curious, and says when something does not work.',
  'I would like to help others the way Priya helped me.',
  'He showed our team how to check answers instead of trusting them.',
  'Speaks the language of the warehouse and of the office.',
  'I have used it daily for a year and want to pass that on.',
  'She ran two lunch sessions without being asked.',
];

export const privateNotes: readonly string[] = [
  'Slow down. Let the silence do the work.',
  'Bring a smaller example next time.',
  'Nervous about being watched. Sit beside, not across.',
  'Ask about the audit before starting.',
];

export const sharedNotes: readonly string[] = [
  'We agreed: no screenshots, nothing leaves this room.',
  'The prompt we used is in the second tab.',
  'Next time on the real file, with the figures of last week.',
];

/** Reasons for a skipped fortnight that are not excuses. */
export const skipReasons = ['executive_away', 'holiday', 'other_work', 'champion_away'] as const;
