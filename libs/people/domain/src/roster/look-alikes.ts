/**
 * Letters of other alphabets that are drawn like a Latin one, from the confusables of Unicode Technical Standard 39.
 * Only what keyboards of those alphabets write; full-width and other forms of Latin letters are found by NFKC.
 */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Cyrillic
    ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's' },
    ...{ һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w' },
    ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T' },
    ...{ У: 'Y', Х: 'X', І: 'I', Ј: 'J', Ѕ: 'S' },
    // Greek
    ...{ α: 'a', γ: 'y', ι: 'i', ν: 'v', ο: 'o', ρ: 'p', υ: 'u' },
    ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O' },
    ...{ Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X' },
    // Latin beyond ASCII
    ...{ ı: 'i', ɡ: 'g', ɑ: 'a' },
  }),
);

/** Characters that nobody sees: joiners, marks of direction, soft hyphens, spaces of no width. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/**
 * The address for which somebody may take this one: `аna@x.example` with a Cyrillic `а` looks like `ana@x.example`.
 * Null when a letter is like no Latin one: an address in another alphabet is no disguise.
 */
export function addressItLooksLike(address: string): string | null {
  const plain = [...address.normalize('NFKC')].map((letter) => LOOKS_LIKE.get(letter) ?? letter);
  const seen = plain.join('');
  return seen !== address && /^[\x21-\x7e]+$/.test(seen) ? seen : null;
}

const alphabetOf = (letter: string): string =>
  /\p{Script=Cyrillic}/u.test(letter)
    ? ' (Cyrillic)'
    : /\p{Script=Greek}/u.test(letter)
      ? ' (Greek)'
      : '';

/** The letters of an address that are not the Latin ones they look like, each once, with their alphabet. */
export const foreignLetters = (address: string): string =>
  [...new Set([...address].filter((letter) => letter > '~'))]
    .map((letter) => letter + alphabetOf(letter))
    .join(', ');
