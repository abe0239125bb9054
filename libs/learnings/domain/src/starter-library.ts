import type { DataClassCode } from './guidance.js';

/** What a recipe is for. The order is that of the library. */
export type RecipeTrack = 'starter' | 'executive' | 'mirror' | 'thinking' | 'leading';

/** A session plan as a coach writes it down. Times in the steps are minutes of a 30-minute session. */
export interface RecipeText {
  readonly title: string;
  readonly aim: string;
  readonly minutes: number;
  readonly dataClass: DataClassCode;
  readonly steps: readonly string[];
  readonly prompt: string;
  readonly expectedResult: string;
  readonly goodLooksLike: string;
}

export interface StarterRecipe extends RecipeText {
  readonly slug: string;
  readonly track: RecipeTrack;
  /** Place on the five-step path for new pairings. */
  readonly pathStep: number | null;
  readonly topics: readonly string[];
  readonly forDecisions: boolean;
}

const recipe = (
  slug: string,
  track: RecipeTrack,
  text: RecipeText,
  more: Partial<Pick<StarterRecipe, 'pathStep' | 'topics' | 'forDecisions'>> = {},
): StarterRecipe => ({
  slug,
  track,
  pathStep: null,
  topics: [],
  forDecisions: false,
  ...text,
  ...more,
});

/** The recipes a new installation starts with. The programme edits them; a later release adds, and never overwrites. */
export const STARTER_LIBRARY: readonly StarterRecipe[] = [
  recipe(
    'what-slows-you-down',
    'starter',
    {
      title: '1. What slows you down',
      aim: 'Find one task of this week that is worth the next five sessions.',
      minutes: 30,
      dataClass: 'internal',
      steps: [
        '5 min: open the calendar and the sent folder of last week together. Mark what took longer than it deserved.',
        '8 min: for the three largest, note minutes, how often, and who waits for the result.',
        '10 min: take the smallest of the three and try it with AI now, on the real thing. The executive types.',
        '5 min: compare with how it was done before. What would have to change to trust it?',
        '2 min: choose one task for the coming sessions and write it down as next step.',
      ],
      prompt:
        'I lead [function]. This is a task I do every [week]: [task]. The result goes to [reader], who needs it to [decide what]. Ask me up to five questions before you start, one at a time. Then do a first version.',
      expectedResult: 'One named task with minutes and frequency, tried once on real material.',
      goodLooksLike:
        'The executive names the task in their own words and typed more than the champion.',
    },
    { pathStep: 1, topics: ['Planning'] },
  ),
  recipe(
    'say-what-good-looks-like',
    'starter',
    {
      title: '2. Say what good looks like',
      aim: 'Words for a useful result, before anything is asked.',
      minutes: 30,
      dataClass: 'internal',
      steps: [
        '5 min: bring one result you were happy with and one you were not. Why, in one sentence each?',
        '5 min: turn the reasons into four lines: reader, purpose, form, limits.',
        '10 min: ask for the task of last time twice, once without and once with the four lines.',
        '7 min: lay both beside each other. Which line made the difference? Which was missing?',
        '3 min: keep the four lines where the task lives.',
      ],
      prompt:
        'Reader: [who]. Purpose: after reading they [do what]. Form: [length, headings, tone]. Limits: [what must not be in it]. Example of a good one: [paste]. Now: [task].',
      expectedResult: 'Four lines that can be reused, and two versions that show their effect.',
      goodLooksLike:
        'The second version needs at most one correction, and the executive can say why.',
    },
    { pathStep: 2, topics: ['Summaries', 'E-mail and tone'] },
  ),
  recipe(
    'judge-the-output',
    'starter',
    {
      title: '3. Strong answers, weak answers: judging output',
      aim: 'A habit of checking that takes three minutes and catches what matters.',
      minutes: 30,
      dataClass: 'internal',
      steps: [
        '3 min: take an answer from earlier, or ask for one with figures and names in it.',
        '12 min: go through the six checks, each on the real text. Facts: can I find two of them at the source? Figures: do units, dates and sums hold? Sources: do they exist and say this? Gaps: what would an expert miss? Certainty: where does it sound surer than it can be? Fit: does it answer my question or a nearby one?',
        '8 min: ask it to criticise its own answer, then check whether the criticism is any better.',
        '5 min: decide which two checks are always done for this task, and who does them.',
        '2 min: note one mistake you found. It is worth more than ten good answers.',
      ],
      prompt:
        'Here is a text: [paste]. List every claim that can be checked, with how sure you are and how I could check it. Mark figures, names and dates. Then say what an expert would find missing.',
      expectedResult: 'Two fixed checks for one real task, and one mistake found.',
      goodLooksLike:
        'The executive finds the mistake, not the champion, and does not swing to distrust.',
    },
    { pathStep: 3, topics: ['Checking answers'] },
  ),
  recipe(
    'data-and-boundaries',
    'starter',
    {
      title: '4. Risk, data and boundaries',
      aim: 'Know before typing what may go in, and who answers for the result.',
      minutes: 25,
      dataClass: 'public',
      steps: [
        '5 min: read the guardrails together, aloud if you like. What surprises you?',
        '8 min: sort five real documents of this week into the data classes. Where do you disagree?',
        '7 min: take one that may not go in as it is and make it fit: leave out, replace, or do it without AI.',
        '3 min: say who answers for a result that was made this way. (It stays the person who sends it.)',
        '2 min: one open question? Put it as a boundary question; it goes to the named owner and nobody else.',
      ],
      prompt:
        'I want to [task] but the material contains [kind of data, no examples]. Which parts are needed for the task, which can be left out, and which can be replaced by roles or ranges?',
      expectedResult:
        'Five documents sorted, one made fit, no open doubt about the class of the main task.',
      goodLooksLike: 'At least once the answer was: not with AI.',
    },
    { pathStep: 4, topics: ['Data and boundaries'] },
  ),
  recipe(
    'real-task-start-to-end',
    'starter',
    {
      title: '5. One real task from start to end',
      aim: 'The task of session 1, done for real, with the result sent today.',
      minutes: 30,
      dataClass: 'internal',
      steps: [
        '3 min: say what will be sent, to whom, by when today.',
        '15 min: the executive works, the champion watches and asks at most three questions.',
        '5 min: the two fixed checks.',
        '4 min: send it. Then compare the minutes with session 1.',
        '3 min: what becomes the standard way, and who on the team should see it?',
      ],
      prompt:
        'Use your four lines from session 2 and the checks from session 3. Nothing new is needed.',
      expectedResult: 'A result that left the building, with its time before and after.',
      goodLooksLike: 'The executive did it without help and says what they would do differently.',
    },
    { pathStep: 5, topics: ['Planning'] },
  ),
  recipe(
    'onboard-your-ai-coworker',
    'executive',
    {
      title: 'Onboard your AI coworker',
      aim: 'Treat AI like a quick new hire who may hand you something plausible and wrong.',
      minutes: 30,
      dataClass: 'internal',
      steps: [
        '5 min, role: what would you hire this person for, and what not? Write three lines.',
        '7 min, context: what does a new colleague need to know about reader, history and house rules?',
        '6 min, examples: one good piece of work and one that missed, with the reason.',
        '7 min, checks: what do you look at before it leaves your desk in the first month?',
        '5 min, limits: what does it never decide, never see, never send?',
      ],
      prompt:
        'You are new on my team as [role]. Context: [reader, purpose, history]. Good work looks like this: [example]. This missed: [example], because [reason]. Before you answer, say what you do not know and ask. You never [limit]. First task: [task].',
      expectedResult: 'A one-page briefing that can be pasted at the start of a task.',
      goodLooksLike: 'A colleague could take the page and get a usable result on the first day.',
    },
    { topics: ['Working with the team'] },
  ),
  recipe(
    'client-meeting',
    'executive',
    {
      title: 'Prepare a client meeting from what we know',
      aim: 'Walk in with three facts that matter and two questions nobody else asks.',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '5 min: bring the account notes of the last six months in the approved tool, names of private persons left out.',
        '8 min: ask for a one-page brief: what changed, what is open, what they may want. Every line with its source.',
        '7 min: check the three lines that would embarrass you if they were wrong.',
        '7 min: ask for ten questions, strike eight, say the other two aloud.',
        '3 min: who on the account team should have seen this first?',
      ],
      prompt:
        'From these notes make a brief of one page for [meeting]: what changed since [date], what is open on our side and theirs, what they may ask for. After each line give the note it comes from. If there is no source, leave the line out and list it under “not known”.',
      expectedResult: 'A sourced page and two questions.',
      goodLooksLike: 'The list “not known” is not empty, and was used.',
    },
    { topics: ['Customer insight', 'Meeting preparation', 'Research'] },
  ),
  recipe(
    'forecast-anomalies',
    'executive',
    {
      title: 'Find trends and anomalies in a forecast',
      aim: 'Know where to look before the meeting, and what not to believe.',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '5 min: explain the columns and units of the sheet in words. Most nonsense comes from skipping this.',
        '8 min: ask for the five largest deviations from plan and from last year, with the formula used.',
        '7 min: recalculate two of the five by hand.',
        '7 min: for each ask what would have to be true for it to be noise, and for it to be the start of something.',
        '3 min: one question for the meeting, one for the owner of the figure.',
      ],
      prompt:
        'Columns: [name, meaning, unit]. Find the five largest deviations of [month] from plan and from the same month last year. Show the formula for each. Then for each: one reason why it may be noise, one why it may last, and the figure I would need to tell.',
      expectedResult: 'Five deviations, two verified, one question for the meeting.',
      goodLooksLike: 'At least one deviation was thrown out after checking.',
    },
    { topics: ['Forecasting', 'Spreadsheets', 'Checking answers'] },
  ),
  recipe(
    'board-preparation',
    'executive',
    {
      title: 'Prepare for the board',
      aim: 'Hear the hard questions before the board asks them.',
      minutes: 30,
      dataClass: 'restricted',
      steps: [
        '3 min: settle the class. Board papers are often restricted: then work with an outline you write now, without figures.',
        '8 min: let it read as a critical board member and list the eight hardest questions.',
        '9 min: answer the three worst aloud. It follows up, you answer again.',
        '7 min: change the paper where the answer was weak, not where the words were.',
        '3 min: which question do you hope for? Prepare that one too.',
      ],
      prompt:
        'You are a board member who has seen three such plans fail. Outline: [headings and claims, no figures]. Ask the eight hardest questions, hardest first. After each of my answers say what is still open, in one sentence.',
      expectedResult: 'Three rehearsed answers and one changed page.',
      goodLooksLike: 'The paper got shorter.',
    },
    { topics: ['Presentations', 'Meeting preparation'], forDecisions: true },
  ),
  recipe(
    'ask-better-questions',
    'executive',
    {
      title: 'Ask better questions of data',
      aim: 'From “show me the numbers” to a question that can change a decision.',
      minutes: 25,
      dataClass: 'internal',
      steps: [
        '4 min: name a decision of the next two weeks.',
        '6 min: what would you have to see to decide the other way? That is the question.',
        '8 min: ask for three ways to measure it, with what each would hide.',
        '5 min: choose one, write it so that an analyst could start today.',
        '2 min: who gets it, by when?',
      ],
      prompt:
        'I have to decide [decision]. I lean to [option]. Which observations would change my mind? For each: how could it be measured with data we are likely to have, what would the measure hide, and what could mislead me?',
      expectedResult: 'One question an analyst can start on.',
      goodLooksLike: 'The question names the decision and the result that would overturn it.',
    },
    { topics: ['Research', 'Spreadsheets'], forDecisions: true },
  ),
  recipe(
    'mirror-tone',
    'mirror',
    {
      title: 'Mirror: how you sound under pressure',
      aim: 'See your own tone on busy days. What you find stays with you.',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '5 min: the executive alone picks ten own messages from a hard week and removes names.',
        '8 min: ask how each may feel to the reader, and which phrases return.',
        '7 min: compare with ten messages from a calm week.',
        '7 min: rewrite one, keeping it as short and just as clear.',
        '3 min: write down for yourself alone what you noticed. The champion does not need to know it.',
      ],
      prompt:
        'These are messages I wrote, names removed. For each: how may it feel to somebody who reports to me? Which words or habits return? Do not praise. Then compare group A (busy week) with group B (calm week).',
      expectedResult:
        'One habit seen, one message rewritten. The result is kept in the private field.',
      goodLooksLike: 'The executive was surprised by something and chose one thing to watch.',
    },
    { topics: ['E-mail and tone'] },
  ),
  recipe(
    'mirror-meetings',
    'mirror',
    {
      title: 'Mirror: where your meetings go',
      aim: 'Find the meetings without a question to decide. What you find stays with you.',
      minutes: 25,
      dataClass: 'confidential',
      steps: [
        '5 min: list titles, lengths and sizes of two weeks, without names.',
        '7 min: let them be sorted: decides something, informs, keeps in touch, unclear.',
        '6 min: correct the sorting. It does not know your company; where was it wrong?',
        '5 min: choose one meeting to drop, one to halve, one to prepare better.',
        '2 min: write for yourself what you will say when you cancel.',
      ],
      prompt:
        'These are my meetings of two weeks: [title, minutes, number of people]. Sort them: decides, informs, keeps in touch, unclear. For each unclear one, ask me one question. Then show hours by kind.',
      expectedResult: 'One meeting dropped, one halved. The result is kept in the private field.',
      goodLooksLike: 'Something was cancelled before the session ended.',
    },
    { topics: ['Planning', 'Meeting preparation'] },
  ),
  recipe(
    'mirror-delegation',
    'mirror',
    {
      title: 'Mirror: what you do not hand over',
      aim: 'See which tasks you keep, and why. What you find stays with you.',
      minutes: 25,
      dataClass: 'internal',
      steps: [
        '6 min: list twenty things you did yourself last week.',
        '6 min: sort: only I can, I like to, nobody showed them, habit.',
        '6 min: for two of them, let a hand-over note be written: result, limits, when to ask.',
        '5 min: read the note as the person who gets it. Would you take it?',
        '2 min: write for yourself which one you will hand over, and to whom.',
      ],
      prompt:
        'I did these things myself: [list]. Ask me about each: what happens if it is done 80 % as well by somebody else? Then write for [task] a hand-over note of half a page: the result, what is free to decide, when to come to me.',
      expectedResult: 'One hand-over note. The result is kept in the private field.',
      goodLooksLike: 'The note leaves real decisions to the other person.',
    },
    { topics: ['Working with the team'] },
  ),
  recipe(
    'challenge-my-plan',
    'thinking',
    {
      title: 'Thinking partner: challenge my plan',
      aim: 'The strongest case against it, before others find it.',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '5 min: say the plan in five sentences, and why you believe it.',
        '8 min: ask for the strongest case against, from three people who would lose by it.',
        '8 min: answer the strongest. Where do you only repeat yourself?',
        '6 min: change one thing in the plan, or write down why not.',
        '3 min: decide yourself, and say the reason aloud.',
      ],
      prompt:
        'My plan: [five sentences]. I believe in it because [reasons]. Make the strongest case against it from the view of [three roles]. No balance, no compliments. After each of my answers say whether I answered the point or repeated my view.',
      expectedResult: 'One change, or one reason that holds.',
      goodLooksLike:
        'The decision was taken by the executive and differs from the first draft or is better founded.',
    },
    { topics: ['Planning'], forDecisions: true },
  ),
  recipe(
    'pre-mortem',
    'thinking',
    {
      title: 'Thinking partner: pre-mortem',
      aim: 'It is a year from now and it failed. Why?',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '3 min: describe the project and its date, without names.',
        '7 min: write your own three reasons first, on paper.',
        '8 min: ask for ten, then strike those that fit every project.',
        '8 min: for the three that are left: first sign, who would see it, what it costs to act now.',
        '4 min: put one first sign into the calendar of a person.',
      ],
      prompt:
        'It is [date in a year]. [Project] has failed. Give ten reasons that are specific to this: [description]. For each: the first sign, when it could have been seen, and by whom. Leave out what would be true of any project.',
      expectedResult: 'Three first signs, one of them watched by a person.',
      goodLooksLike: 'The executive’s own list and the other overlap in less than half.',
    },
    { topics: ['Planning'], forDecisions: true },
  ),
  recipe(
    'options',
    'thinking',
    {
      title: 'Thinking partner: more than two options',
      aim: 'Leave the yes-or-no question.',
      minutes: 25,
      dataClass: 'internal',
      steps: [
        '4 min: write the decision as you would put it today. Is it yes or no?',
        '7 min: ask for six options, one of them cheap and undoable, one that does nothing.',
        '7 min: set four criteria yourself, before looking at the options again.',
        '5 min: compare. Which criterion decides? Is it the one you named first?',
        '2 min: choose, with the date on which you would change your mind.',
      ],
      prompt:
        'I have to decide: [decision]. Give six clearly different options, among them one that can be undone within a week and one that does nothing. For each: what has to be true, what it closes off. Do not recommend.',
      expectedResult: 'A choice with a criterion and a date.',
      goodLooksLike: 'The chosen option was not among the first two.',
    },
    { topics: ['Planning', 'Research'], forDecisions: true },
  ),
  recipe(
    'questions-to-ask',
    'thinking',
    {
      title: 'Thinking partner: questions to ask',
      aim: 'Go into a talk with questions instead of answers.',
      minutes: 20,
      dataClass: 'internal',
      steps: [
        '4 min: with whom do you talk, about what, and what do you assume?',
        '6 min: ask for twelve questions, open ones, none with the answer inside.',
        '5 min: keep three. Say them in your own words.',
        '5 min: let it play the other side and answer one badly. What do you ask next?',
      ],
      prompt:
        'I will talk with [role] about [subject]. I assume [assumptions]. Give twelve open questions that could show that an assumption is wrong. No question may contain its answer. Then play [role] and answer evasively; I will ask on.',
      expectedResult: 'Three questions in own words.',
      goodLooksLike: 'One question could prove the executive wrong.',
    },
    { topics: ['Meeting preparation'], forDecisions: true },
  ),
  recipe(
    'leading-redefined-roles',
    'leading',
    {
      title: 'Lead people whose work is being redefined',
      aim: 'Talk about changing roles honestly, before rumours do.',
      minutes: 30,
      dataClass: 'confidential',
      steps: [
        '5 min: name one role on your team. Which three tasks change within a year? Which stay because a person is needed?',
        '7 min: ask how somebody in that role may hear your last announcement. Read it with their eyes.',
        '8 min: write what you know, what you do not know, and when you will say more. Three short paragraphs.',
        '7 min: rehearse the talk: it plays the person who fears for the job. You listen first.',
        '3 min: what will you offer: time to learn, a say in the new way of working, a date?',
      ],
      prompt:
        'You have worked as [role] for nine years. Your manager says: [announcement]. Tell me honestly what you hear, what you fear and what you would ask if you dared. Answer as that person, one turn at a time. Do not make it easy for me.',
      expectedResult: 'Three honest paragraphs and one offer with a date.',
      goodLooksLike: 'The text says what is not known, and promises nothing that cannot be kept.',
    },
    { topics: ['Working with the team'] },
  ),
];
