const MOST_WORDS = 6;

/** From so many letters on a word is looked for anywhere in a name; shorter ones only where a word begins. */
const ANYWHERE_FROM = 3;

/** `%` and `_` mean themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The words somebody typed to find something by name. */
export const wordsOf = (text: string | null | undefined): string[] =>
  (text ?? '').trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/**
 * Whether a name is like a pattern, in any case and whether or not its accents were typed. The two halves have an index
 * each on `person.name`. `pattern` is a parameter of the statement.
 */
const isLike = (name: string, pattern: string): string =>
  `(${name} ilike ${pattern} or (octet_length(${name}) <> char_length(${name}) and folded_name(${name}) like folded_name(${pattern})))`;

/** A condition on a column of names: it contains the word. `param` adds a parameter and gives its place. */
export const nameContains = (
  name: string,
  word: string,
  param: (value: string) => string,
): string => isLike(name, param(`%${literal(word)}%`));

/** The same while somebody types: the first letters count only where a word of the name begins. */
export const nameFits = (name: string, word: string, param: (value: string) => string): string =>
  [...word].length >= ANYWHERE_FROM
    ? nameContains(name, word, param)
    : `(${['', '% ', '%-']
        .map((before) => isLike(name, param(`${before}${literal(word)}%`)))
        .join(' or ')})`;

/** A condition: the name begins with all that was typed. */
export const nameBegins = (
  name: string,
  words: readonly string[],
  param: (value: string) => string,
): string => isLike(name, param(`${literal(words.join(' '))}%`));

/** A condition: the name is what was written, whole. */
export const nameIs = (name: string, written: string, param: (value: string) => string): string =>
  isLike(name, param(literal(written)));

/** Whether so little was typed that it names nothing yet. One letter is a word in some scripts, not in ours. */
export const isTooShort = (words: readonly string[]): boolean =>
  words.every((word) =>
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]?$/u.test(word),
  );
