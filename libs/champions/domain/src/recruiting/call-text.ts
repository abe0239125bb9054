/** Languages in which a call for champions can be begun. */
export const CALL_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type CallLanguage = (typeof CALL_LANGUAGES)[number];

export const CALL_AUDIENCES = ['managers', 'people', 'link'] as const;
/** Managers of the unit, everybody in it, or nobody: a link that HR hands out herself. */
export type CallAudience = (typeof CALL_AUDIENCES)[number];

/** What a call is about: a unit, a site, a level, or what any of them have in common. */
export interface CallPlace {
  readonly unitName: string | null;
  readonly siteName: string | null;
  /** 1 is the top. */
  readonly level: number | null;
}

/** What somebody has to bring for a priority: a product they work with, or a language they speak, by its codes. */
export type CallFit =
  | { readonly kind: 'product'; readonly name: string }
  | { readonly kind: 'language'; readonly codes: readonly string[] };

export interface CallFacts extends CallPlace {
  readonly people: number;
  readonly wanted: number;
  /** Agreed hours a month. */
  readonly hours: number;
  /** Whom a priority lacks, wherever they work; then the words speak of that and not of the place. */
  readonly fit?: CallFit | null;
}

type PlacedFacts = Pick<CallFacts, 'people' | 'wanted' | 'hours'> & { readonly place: string };

/** "who speaks Spanish", "who speak Spanish" and "Do you speak Spanish", as each language says it. */
interface FitWords {
  readonly one: string;
  readonly many: string;
  readonly you: string;
}

type FittedFacts = Pick<CallFacts, 'wanted' | 'hours'> & FitWords;

interface Words {
  /** A site by itself, at the beginning of a sentence. */
  site(siteName: string): string;
  unitAtSite(unitName: string, siteName: string): string;
  level(level: number, unitName: string | null, siteName: string | null): string;
  subject(facts: PlacedFacts): string;
  managers(facts: PlacedFacts): string;
  people(facts: PlacedFacts): string;
  product(name: string): FitWords;
  language(name: string): FitWords;
  fitSubject(facts: FittedFacts): string;
  fitManagers(facts: FittedFacts): string;
  fitPeople(facts: FittedFacts): string;
}

const WORDS: Record<CallLanguage, Words> = {
  en: {
    site: (siteName) => siteName,
    unitAtSite: (unitName, siteName) => `${unitName} in ${siteName}`,
    level: (level, unitName, siteName) =>
      `Level ${level}${unitName ? ` in ${unitName}` : ''}${siteName ? ` in ${siteName}` : ''}`,
    product: (name) => ({
      one: `who works with ${name}`,
      many: `who work with ${name}`,
      you: `Do you work with ${name}`,
    }),
    language: (name) => ({
      one: `who speaks ${name}`,
      many: `who speak ${name}`,
      you: `Do you speak ${name}`,
    }),
    fitSubject: ({ wanted, one, many }) =>
      wanted === 1
        ? `Looking for an AI champion ${one}`
        : `Looking for ${wanted} AI champions ${many}`,
    fitManagers: ({ wanted, hours, one, many }) =>
      `We lack ${wanted === 1 ? `an AI champion ${one}` : `${wanted} AI champions ${many}`}: colleagues who use AI in their own work and help others do the same.\n\nIs there somebody in your team ${one} and whom others ask already? Please nominate one person, or pass this on. It takes about ${hours} hours a month, agreed with you. Nobody becomes a champion without saying yes.`,
    fitPeople: ({ wanted, hours, one, many, you }) =>
      `We are looking for ${wanted === 1 ? `an AI champion ${one}` : `${wanted} AI champions ${many}`}: colleagues who use AI in their own work and help others do the same.\n\n${you}, and would you like to be one? Or do you know somebody? It takes about ${hours} hours a month, agreed with your manager. You need no title and no degree for it.`,
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
    level: (level, unitName, siteName) =>
      `Ebene ${level}${unitName ? ` in ${unitName}` : ''}${siteName ? ` am Standort ${siteName}` : ''}`,
    product: (name) => ({
      one: `mit ${name} arbeitet`,
      many: `mit ${name} arbeiten`,
      you: `Arbeiten Sie mit ${name}`,
    }),
    language: (name) => ({
      one: `${name} spricht`,
      many: `${name} sprechen`,
      you: `Sprechen Sie ${name}`,
    }),
    fitSubject: ({ wanted, one, many }) =>
      wanted === 1
        ? `Gesucht: ein AI Champion, der ${one}`
        : `Gesucht: ${wanted} AI Champions, die ${many}`,
    fitManagers: ({ wanted, hours, one, many }) =>
      `Uns ${wanted === 1 ? `fehlt ein AI Champion, der ${one}` : `fehlen ${wanted} AI Champions, die ${many}`}: Menschen, die KI in der eigenen Arbeit nutzen und anderen dabei helfen.\n\nGibt es in Ihrem Team jemanden, der ${one} und den die anderen schon heute fragen? Bitte schlagen Sie jemanden vor oder geben Sie diese Nachricht weiter. Es geht um etwa ${hours} Stunden im Monat, mit Ihnen vereinbart. Niemand wird Champion, ohne Ja gesagt zu haben.`,
    fitPeople: ({ wanted, hours, one, many, you }) =>
      `Wir suchen ${wanted === 1 ? `einen AI Champion, der ${one}` : `${wanted} AI Champions, die ${many}`}: Menschen, die KI in der eigenen Arbeit nutzen und anderen dabei helfen.\n\n${you}, und möchten Sie das sein? Oder kennen Sie jemanden? Es geht um etwa ${hours} Stunden im Monat, mit Ihrer Führungskraft vereinbart. Ein Titel oder Studium ist nicht nötig.`,
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
    level: (level, unitName, siteName) =>
      `Le niveau ${level}${unitName ? ` de ${unitName}` : ''}${siteName ? ` sur le site de ${siteName}` : ''}`,
    product: (name) => ({
      one: `qui travaille avec ${name}`,
      many: `qui travaillent avec ${name}`,
      you: `Travaillez-vous avec ${name}`,
    }),
    language: (name) => ({
      one: `qui parle ${name}`,
      many: `qui parlent ${name}`,
      you: `Parlez-vous ${name}`,
    }),
    fitSubject: ({ wanted, one, many }) =>
      wanted === 1
        ? `Nous cherchons un champion IA ${one}`
        : `Nous cherchons ${wanted} champions IA ${many}`,
    fitManagers: ({ wanted, hours, one, many }) =>
      `Il nous manque ${wanted === 1 ? `un champion IA ${one}` : `${wanted} champions IA ${many}`} : des collègues qui utilisent l’IA dans leur propre travail et aident les autres à en faire autant.\n\nY a-t-il dans votre équipe quelqu’un ${one} et à qui les autres demandent déjà conseil ? Proposez une personne, ou transmettez ce message. Cela représente environ ${hours} heures par mois, convenues avec vous. Personne ne devient champion sans avoir dit oui.`,
    fitPeople: ({ wanted, hours, one, many, you }) =>
      `Nous cherchons ${wanted === 1 ? `un champion IA ${one}` : `${wanted} champions IA ${many}`} : des collègues qui utilisent l’IA dans leur propre travail et aident les autres à en faire autant.\n\n${you}, et aimeriez-vous en être ? Ou connaissez-vous quelqu’un ? Cela représente environ ${hours} heures par mois, convenues avec votre responsable. Ni titre ni diplôme ne sont nécessaires.`,
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
    level: (level, unitName, siteName) =>
      `El nivel ${level}${unitName ? ` de ${unitName}` : ''}${siteName ? ` en la sede de ${siteName}` : ''}`,
    product: (name) => ({
      one: `que trabaje con ${name}`,
      many: `que trabajen con ${name}`,
      you: `¿Trabaja con ${name}`,
    }),
    language: (name) => ({
      one: `que hable ${name}`,
      many: `que hablen ${name}`,
      you: `¿Habla ${name}`,
    }),
    fitSubject: ({ wanted, one, many }) =>
      wanted === 1
        ? `Buscamos un referente de IA ${one}`
        : `Buscamos ${wanted} referentes de IA ${many}`,
    fitManagers: ({ wanted, hours, one, many }) =>
      `Nos ${wanted === 1 ? `falta un referente de IA ${one}` : `faltan ${wanted} referentes de IA ${many}`}: colegas que usan la IA en su propio trabajo y ayudan a los demás a hacerlo.\n\n¿Hay en su equipo alguien ${one} y a quien los demás ya pregunten? Proponga a una persona o reenvíe este mensaje. Son unas ${hours} horas al mes, acordadas con usted. Nadie es referente sin haber dicho que sí.`,
    fitPeople: ({ wanted, hours, one, many, you }) =>
      `Buscamos ${wanted === 1 ? `un referente de IA ${one}` : `${wanted} referentes de IA ${many}`}: colegas que usan la IA en su propio trabajo y ayudan a los demás a hacerlo.\n\n${you} y le gustaría serlo? ¿O conoce a alguien? Son unas ${hours} horas al mes, acordadas con su responsable. No hace falta ningún cargo ni título.`,
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

/** "Logistics", "Logistics in Pune", "Pune" or "Level 4 in Pune", as a sentence of that language begins with it. */
export function callPlace(
  language: CallLanguage,
  { unitName, siteName, level }: CallPlace,
): string {
  const { site, unitAtSite, level: atLevel } = WORDS[language];
  if (level !== null) return atLevel(level, unitName, siteName);
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
  const { people, hours, fit } = facts;
  const wanted = Math.max(1, facts.wanted);
  if (fit) {
    const fitted = { wanted, hours, ...fitWords(language, fit) };
    return {
      subject: words.fitSubject(fitted),
      body: audience === 'managers' ? words.fitManagers(fitted) : words.fitPeople(fitted),
    };
  }
  const placed = { people, hours, wanted, place: callPlace(language, facts) };
  return {
    subject: words.subject(placed),
    body: audience === 'managers' ? words.managers(placed) : words.people(placed),
  };
}

/** "Spanish or Portuguese" in the language of the message; a product is called what the priority is called. */
function fitWords(language: CallLanguage, fit: CallFit): FitWords {
  if (fit.kind === 'product') return WORDS[language].product(fit.name);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const any = new Intl.ListFormat([language], { type: 'disjunction' });
  return WORDS[language].language(any.format(fit.codes.map((code) => names.of(code) ?? code)));
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
