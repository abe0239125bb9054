/** Names of languages and countries in words; what is no code stays as it was written. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

const inWords = (names: Intl.DisplayNames, code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

/** 'de' → 'German'. */
export const languageName = (code: string): string => inWords(LANGUAGES, code);

/** 'JP' → 'Japan'. */
export const countryName = (code: string): string => inWords(COUNTRIES, code);
