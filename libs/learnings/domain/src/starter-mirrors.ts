import { recipe, type StarterRecipe } from './recipe-text.js';

/** Mirrors, thinking partners, and leading people whose work changes. */
export const MIRRORS_AND_THINKING: readonly StarterRecipe[] = [
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
