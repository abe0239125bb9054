/** Whether somebody works here: working, away but staying, or gone. */
export type WorkStatus = 'active' | 'leave' | 'left';

/** Kinds of employment that the programme tells apart. */
export const EMPLOYMENT_TYPES = [
  'employee',
  'contractor',
  'intern',
  'apprentice',
  'temporary',
] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

const wordTable = <T>(table: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(
    table.flatMap(([meaning, words]) => words.split('|').map((word) => [word, meaning] as const)),
  );

const STATUS = wordTable<WorkStatus>([
  [
    'active',
    'a|active|aktiv|actif|active employee|activo|attivo|current|employed|yes|y|ja|j|oui|true|1|hired|onboarding|pre-hire|probation|probationary|notice period|working|full-time|full time|part-time|part time|regular|normal|beschäftigt|in kündigung|on notice',
  ],
  [
    'leave',
    'l|leave|on leave|loa|leave of absence|in abwesenheit|abwesend|beurlaubt|elternzeit|mutterschutz|parental leave|maternity leave|paternity leave|paid leave|unpaid leave|sick leave|medical leave|sabbatical|suspended|furlough|furloughed|en congé|garden leave|inactive - leave|dormant|long-term sick',
  ],
  [
    'left',
    't|terminated|inactive|inaktiv|inactif|left|former|leaver|ex-employee|no|n|nein|non|false|0|ausgeschieden|gekündigt|ausgetreten|resigned|retired|r|deceased|d|dismissed|ended|exited|separated|alumni|discharged|withdrawn|unemployed',
  ],
]);

/** Reads a status cell; null when the word is unknown. An empty cell says "active". */
export function readStatus(text: string): WorkStatus | null {
  if (text === '') return 'active';
  const word = text.toLowerCase();
  return STATUS.get(word) ?? STATUS.get(word.split(/\s*[-–(/:]\s+/)[0] ?? '') ?? null;
}

/** Reads a yes-or-no cell about leave. An empty cell says no. */
export const readsAsYes = (text: string): boolean =>
  /^(yes|y|true|1|x|ja|j|oui|si|on leave)$/i.test(text);

const TYPES: readonly (readonly [EmploymentType, RegExp])[] = [
  ['apprentice', /apprenti|azubi|auszubild|lehrling|ausbildung/],
  [
    'intern',
    /\bintern(ship)?s?\b|praktik|stagiaire|trainee|werkstudent|\bstudent|co-?op\b|pasante|becario/,
  ],
  [
    'contractor',
    /contract(or|ed)|contingent|external|extern|freelanc|consultant|vendor|agency|prestataire|third[- ]party|outsourc|self[- ]employed|supplier|statement of work|independent|non-employee|leiharbeit|zeitarbeit/,
  ],
  [
    'temporary',
    /^t$|\btemp(orary)?s?\b|seasonal|casual|aushilf|saison|geringfügig|minijob|interim|intérim/,
  ],
  [
    'employee',
    /^[rfpe]$|^ft$|^pt$|employ|regular|full[- ]?time|part[- ]?time|permanent|intern(al|er)|mitarbeiter|fest|unbefristet|befristet|fixed[- ]term|salar|hourly|exempt|cdi|cdd|vollzeit|teilzeit|standard|staff|angestellt|arbeiter|beamt|perm\b|executive|indefinido|tiempo/,
  ],
];

/** What a cell about the kind of employment says. "Terminated" there is a status, "T" is temporary. */
export type TypeReading =
  | { readonly type: EmploymentType; readonly status: WorkStatus | null }
  | { readonly type: null; readonly status: WorkStatus }
  | null;

/** Reads a cell about the kind of employment; null when the word is unknown. An empty cell says "employee". */
export function readEmploymentType(text: string): TypeReading {
  if (text === '') return { type: 'employee', status: null };
  const word = text.toLowerCase();
  if (/^(terminated|inactive|resigned|retired|left|deceased|former)/.test(word))
    return { type: null, status: 'left' };
  if (/leave|abwesen|elternzeit/.test(word)) return { type: null, status: 'leave' };
  if (/^(interne?r?|internal)(\s|$)/.test(word) && word !== 'intern')
    return { type: 'employee', status: null };
  const found = TYPES.find(([, pattern]) => pattern.test(word));
  return found ? { type: found[0], status: null } : null;
}

/** Share of full time from `0.8`, `80 %`, `80` or `0,8`; null when it is none between 0 and 2. */
export function readFte(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text);
  if (!found) return null;
  const number = Number((found[1] ?? '').replace(',', '.'));
  const share = text.includes('%') || number > 2 ? number / 100 : number;
  return share > 0 && share <= 2 ? Math.round(share * 100) / 100 : null;
}

const LANGUAGES: ReadonlyMap<string, string> = wordTable([
  ['en', 'english|englisch|anglais|inglés'],
  ['de', 'german|deutsch|allemand|alemán'],
  ['fr', 'french|französisch|français|francais|francés'],
  ['es', 'spanish|spanisch|español|espanol|espagnol'],
  ['it', 'italian|italienisch|italiano'],
  ['pt', 'portuguese|portugiesisch|português|portugues'],
  ['nl', 'dutch|niederländisch|nederlands'],
  ['pl', 'polish|polnisch|polski'],
  ['cs', 'czech|tschechisch|čeština'],
  ['sv', 'swedish|schwedisch|svenska'],
  ['da', 'danish|dänisch|dansk'],
  ['no', 'norwegian|norwegisch|norsk'],
  ['fi', 'finnish|finnisch|suomi'],
  ['hu', 'hungarian|ungarisch|magyar'],
  ['ro', 'romanian|rumänisch|română'],
  ['uk', 'ukrainian|ukrainisch'],
  ['ru', 'russian|russisch'],
  ['tr', 'turkish|türkisch|türkçe'],
  ['el', 'greek|griechisch'],
  ['ar', 'arabic|arabisch'],
  ['he', 'hebrew|hebräisch'],
  ['hi', 'hindi'],
  ['ta', 'tamil'],
  ['bn', 'bengali|bangla'],
  ['zh', 'chinese|chinesisch|mandarin|中文'],
  ['ja', 'japanese|japanisch|日本語'],
  ['ko', 'korean|koreanisch|한국어'],
  ['vi', 'vietnamese|vietnamesisch'],
  ['th', 'thai'],
  ['id', 'indonesian|bahasa indonesia'],
  ['ms', 'malay|bahasa melayu'],
  ['tl', 'tagalog|filipino'],
  ['sw', 'swahili|kiswahili'],
]);

/** Language codes from `English; German (fluent)` or `en, de`; unknown words stay as written. */
export function readLanguages(text: string): string[] {
  const words = text.split(/[,;|/&+]|\band\b|\bund\b/).map((word) =>
    word
      .replace(/\(.*?\)/g, '')
      .trim()
      .toLowerCase(),
  );
  const codes = words
    .filter(Boolean)
    .map(
      (word) =>
        LANGUAGES.get(word) ?? (/^[a-z]{2}[-_][a-z]{2}$/.test(word) ? word.slice(0, 2) : word),
    );
  return [...new Set(codes)];
}
