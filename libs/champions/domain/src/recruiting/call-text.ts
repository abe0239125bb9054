/** Languages in which a call for champions can be begun. */
export const CALL_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type CallLanguage = (typeof CALL_LANGUAGES)[number];

export const CALL_AUDIENCES = ['managers', 'people', 'link'] as const;
/** Managers of the unit, everybody in it, or nobody: a link that HR hands out herself. */
export type CallAudience = (typeof CALL_AUDIENCES)[number];

/** What a call is about: a unit, a site, a unit at a site, or a level, of everybody or of a unit. */
export interface CallPlace {
  readonly unitName: string | null;
  readonly siteName: string | null;
  /** 1 is the top. */
  readonly level: number | null;
}

export interface CallFacts extends CallPlace {
  readonly people: number;
  readonly wanted: number;
  /** Agreed hours a month. */
  readonly hours: number;
}

type PlacedFacts = Omit<CallFacts, keyof CallPlace> & { readonly place: string };

interface Words {
  /** A site by itself, at the beginning of a sentence. */
  site(siteName: string): string;
  unitAtSite(unitName: string, siteName: string): string;
  level(level: number, unitName: string | null): string;
  subject(facts: PlacedFacts): string;
  managers(facts: PlacedFacts): string;
  people(facts: PlacedFacts): string;
}

const WORDS: Record<CallLanguage, Words> = {
  en: {
    site: (siteName) => siteName,
    unitAtSite: (unitName, siteName) => `${unitName} in ${siteName}`,
    level: (level, unitName) => `Level ${level}${unitName ? ` in ${unitName}` : ''}`,
    subject: ({ place, wanted }) =>
      `${place} is looking for ${wanted === 1 ? 'an AI champion' : `${wanted} AI champions`}`,
    managers: ({ place, people, wanted, hours }) =>
      `${place} has ${people} people and lacks ${wanted} AI ${wanted === 1 ? 'champion' : 'champions'}: colleagues who use AI in their own work and help others do the same.\n\nWhom in your team do others ask already? Please nominate one person, or pass this on. It takes about ${hours} hours a month, agreed with you. Nobody becomes a champion without saying yes.`,
    people: ({ place, people, wanted, hours }) =>
      `${place} has ${people} people and is looking for ${wanted} AI ${wanted === 1 ? 'champion' : 'champions'}: colleagues who use AI in their own work and help others do the same.\n\nWould you like to be one, or do you know somebody? It takes about ${hours} hours a month, agreed with your manager. You need no title and no degree for it.`,
  },
  de: {
    site: (siteName) => `Der Standort ${siteName}`,
    unitAtSite: (unitName, siteName) => `${unitName} am Standort ${siteName}`,
    level: (level, unitName) => `Ebene ${level}${unitName ? ` in ${unitName}` : ''}`,
    subject: ({ place, wanted }) =>
      `${place} sucht ${wanted === 1 ? 'einen AI Champion' : `${wanted} AI Champions`}`,
    managers: ({ place, people, wanted, hours }) =>
      `${place} hat ${people} Beschäftigte, und es ${wanted === 1 ? 'fehlt ein AI Champion' : `fehlen ${wanted} AI Champions`}: Menschen, die KI in der eigenen Arbeit nutzen und anderen dabei helfen.\n\nWen in Ihrem Team fragen die anderen schon heute? Bitte schlagen Sie jemanden vor oder geben Sie diese Nachricht weiter. Es geht um etwa ${hours} Stunden im Monat, mit Ihnen vereinbart. Niemand wird Champion, ohne Ja gesagt zu haben.`,
    people: ({ place, people, wanted, hours }) =>
      `${place} hat ${people} Beschäftigte und sucht ${wanted === 1 ? 'einen AI Champion' : `${wanted} AI Champions`}: Menschen, die KI in der eigenen Arbeit nutzen und anderen dabei helfen.\n\nMöchten Sie das sein, oder kennen Sie jemanden? Es geht um etwa ${hours} Stunden im Monat, mit Ihrer Führungskraft vereinbart. Ein Titel oder Studium ist nicht nötig.`,
  },
  fr: {
    site: (siteName) => `Le site de ${siteName}`,
    unitAtSite: (unitName, siteName) => `${unitName} sur le site de ${siteName}`,
    level: (level, unitName) => `Le niveau ${level}${unitName ? ` de ${unitName}` : ''}`,
    subject: ({ place, wanted }) =>
      `${place} cherche ${wanted === 1 ? 'un champion IA' : `${wanted} champions IA`}`,
    managers: ({ place, people, wanted, hours }) =>
      `${place} compte ${people} personnes et il lui manque ${wanted} ${wanted === 1 ? 'champion' : 'champions'} IA : des collègues qui utilisent l’IA dans leur propre travail et aident les autres à en faire autant.\n\nÀ qui, dans votre équipe, les autres demandent-ils déjà conseil ? Proposez une personne, ou transmettez ce message. Cela représente environ ${hours} heures par mois, convenues avec vous. Personne ne devient champion sans avoir dit oui.`,
    people: ({ place, people, wanted, hours }) =>
      `${place} compte ${people} personnes et cherche ${wanted} ${wanted === 1 ? 'champion' : 'champions'} IA : des collègues qui utilisent l’IA dans leur propre travail et aident les autres à en faire autant.\n\nAimeriez-vous en être, ou connaissez-vous quelqu’un ? Cela représente environ ${hours} heures par mois, convenues avec votre responsable. Ni titre ni diplôme ne sont nécessaires.`,
  },
  es: {
    site: (siteName) => `La sede de ${siteName}`,
    unitAtSite: (unitName, siteName) => `${unitName} en la sede de ${siteName}`,
    level: (level, unitName) => `El nivel ${level}${unitName ? ` de ${unitName}` : ''}`,
    subject: ({ place, wanted }) =>
      `${place} busca ${wanted === 1 ? 'un referente de IA' : `${wanted} referentes de IA`}`,
    managers: ({ place, people, wanted, hours }) =>
      `${place} tiene ${people} personas y le ${wanted === 1 ? 'falta un referente' : `faltan ${wanted} referentes`} de IA: colegas que usan la IA en su propio trabajo y ayudan a los demás a hacerlo.\n\n¿A quién de su equipo preguntan ya los demás? Proponga a una persona o reenvíe este mensaje. Son unas ${hours} horas al mes, acordadas con usted. Nadie es referente sin haber dicho que sí.`,
    people: ({ place, people, wanted, hours }) =>
      `${place} tiene ${people} personas y busca ${wanted === 1 ? 'un referente' : `${wanted} referentes`} de IA: colegas que usan la IA en su propio trabajo y ayudan a los demás a hacerlo.\n\n¿Le gustaría serlo, o conoce a alguien? Son unas ${hours} horas al mes, acordadas con su responsable. No hace falta ningún cargo ni título.`,
  },
};

export interface CallText {
  readonly subject: string;
  readonly body: string;
}

/** "Logistics", "Logistics in Pune", "Pune" or "Level 4 in Logistics", as a sentence of that language begins with it. */
export function callPlace(
  language: CallLanguage,
  { unitName, siteName, level }: CallPlace,
): string {
  const { site, unitAtSite, level: atLevel } = WORDS[language];
  if (level !== null) return atLevel(level, unitName);
  if (siteName === null) return unitName ?? '';
  return unitName === null ? site(siteName) : unitAtSite(unitName, siteName);
}

/** The words a call begins with; HR changes them as she likes. A link is written as to people. */
export function callText(
  language: CallLanguage,
  audience: CallAudience,
  facts: CallFacts,
): CallText {
  const words = WORDS[language];
  const wanted = {
    ...facts,
    place: callPlace(language, facts),
    wanted: Math.max(1, facts.wanted),
  };
  return {
    subject: words.subject(wanted),
    body: audience === 'managers' ? words.managers(wanted) : words.people(wanted),
  };
}

/** The language most of the people speak among those we can write; English when nobody's is known. */
export function languageFor(spoken: readonly (readonly string[])[]): CallLanguage {
  const votes = new Map<CallLanguage, number>();
  for (const languages of spoken) {
    const first = languages
      .map((code) => code.slice(0, 2).toLowerCase())
      .find((code): code is CallLanguage => (CALL_LANGUAGES as readonly string[]).includes(code));
    if (first) votes.set(first, (votes.get(first) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

export const CALL_LIMITS = { subject: 150, body: 4000, recipients: 500 } as const;
