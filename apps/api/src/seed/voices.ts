/** What people of the demonstration company say in their own words, each sentence once. */
export const voices = {
  learnings: [
    'I say who will read it and what they should do afterwards. That one line changed the most.',
    'When an answer sounds certain I ask where it could be wrong.',
    'I paste the rule first, then the case. Not the other way round.',
    'Three options, then I choose. One option, and I only nod.',
    'I stopped asking for a summary. I ask what I would miss if I did not read it.',
    'It is good at the second draft. The first thought has to be mine.',
    'I give it last month’s version as the example, and it keeps the form.',
    'I ask it to interview me before it writes. Five questions are enough.',
    'A table with gaps marked is worth more than a text that hides them.',
    'For numbers I let it write the formula, not the result.',
    'I read the sources of every third claim. So far one in ten was off.',
    'Before a hard talk I let it play the other side. It was tougher than the meeting.',
    'I ask for the two sentences I should delete.',
    'I say what I have already tried, and it stops suggesting it.',
    'Plain words first, then the technical term in brackets. My board thanked me.',
    'I keep the prompt with the file, so that my deputy can do the same.',
    'I ask for the strongest reason not to do it.',
    'Ten minutes before a visit are enough now. They used to be forty.',
    'I do not put names in. Roles are enough for almost everything.',
    'I have it turn my voice notes into three decisions and one open point.',
    'It found that half of my meetings have no question to decide.',
    'If I cannot check it, I do not send it.',
    'I ask which of my assumptions carries the most weight.',
    'I let the team show me theirs. They were further than I thought.',
    'A prompt that works gets a name, and a date when we look at it again.',
    'I write the ending of the meeting before the meeting.',
    'One page per supplier, same headings. Comparing became easy.',
    'I ask how a new colleague would misunderstand this.',
    'I gave up on the dashboard question. It cannot see what is not in the data.',
    'Translating for Osaka works when I name the occasion and the rank of the reader.',
    'I check dates and units first. Most mistakes were there.',
    'Shorter instructions, one example, and I get there in two rounds.',
    'I ask what a works council would ask. It is usually right about two of three.',
    'I dictate badly and let it sort. The thinking is mine, the order is not.',
    'A pre-mortem with it took twelve minutes and moved the launch by a week.',
    'I no longer ask it for facts about our company. It does not know us.',
    'I let it list what is missing in a report before I read the report.',
    'I keep the answers that were wrong. They teach the team more.',
    'Complaint letters: first the facts in a list, then the letter.',
    'I set the limit in the question: half a page, no adjectives.',
    'When it agrees with me too fast I ask it to argue as our toughest customer.',
    'I choose what not to use it for. Salary talks stay on paper.',
    'The agenda comes from the open points of last time, not from my memory.',
    'It drafts the refusal, I add the one sentence that is personal.',
  ],
  thanks: [
    'You asked what I wanted to decide, not what I wanted to learn. That was the difference.',
    'You told me when it was nonsense, in front of nobody. I value that.',
    'You came with my own report and a pencil. I have used the method every week since.',
    'You were patient when I skipped twice, and we started where we had stopped.',
    'My team noticed that my notes are shorter. I told them whom to thank.',
    'You showed me how to check instead of what to believe.',
    'You let me fail with the tender first and kept quiet. I found the mistake myself.',
    'The list of questions for suppliers is now our standard. It began in your half hour.',
    'You said no to putting the personnel file in. I would have done it. Thank you.',
    'I now open the meeting with the open question. Your idea, and it stuck.',
    'Half an hour with you replaced two evenings before the board meeting.',
    'You explained it without making me feel late.',
  ],
} as const;

/** Gives out sentences so that none is said twice: the wanted ones first, then others in their order. */
export class Sentences {
  readonly #left: string[];
  readonly #said = new Set<string>();

  constructor(pool: readonly string[]) {
    this.#left = [...pool];
  }

  /** A sentence nobody has said: one of `wanted` if there is one left, otherwise the next of the pool. */
  next(wanted: readonly string[]): string | null {
    const own = wanted.find((sentence) => !this.#said.has(sentence));
    const sentence = own ?? this.#left.shift() ?? null;
    if (sentence !== null) this.#said.add(sentence);
    return sentence;
  }
}
