import { recipe, type StarterRecipe } from './recipe-text.js';
import { MIRRORS_AND_THINKING } from './starter-mirrors.js';

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
  ...MIRRORS_AND_THINKING,
];
