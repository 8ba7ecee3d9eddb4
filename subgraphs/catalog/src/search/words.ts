/**
 * From text to the words that are looked up. Both languages share one vocabulary: a Korean page finds `chair` too.
 *
 * English loses its plural, Korean its particles; both on the side of the text and of the query, so that either
 * form finds the other.
 */
const stopWords = new Set(
  'a an and are as at be but by for from has in is it its of on or so that the this to was with'.split(' '),
);
const wordPattern = /[\p{L}\p{N}]+/gu;
const hangul = /^[가-힣]+$/;
const particle = /(?:으로|에서|[을를은는이가의에도와과로])$/;

export const isHangul = (word: string): boolean => hangul.test(word);

/** The words of a text in their order, as looked up. */
export function words(text: string): string[] {
  return writtenWords(text)
    .map(lookedUp)
    .filter((word) => word !== undefined);
}

/** Undefined for a word that says nothing. */
export const lookedUp = (written: string): string | undefined =>
  stopWords.has(written) ? undefined : stem(written);

/** The words of a text as they are written, in lower case: what is shown to a visitor as a suggestion. */
export function writtenWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(wordPattern) ?? [];
}

export function stem(word: string): string {
  if (isHangul(word)) {
    if (word.length < 3) return word;
    const bare = word.replace(particle, '');
    return bare.length < 2 ? word : bare;
  }
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** What a finger can get wrong one by one: letters, and of Hangul the jamo that a syllable is typed with. */
export const letters = (word: string): string => (isHangul(word) ? word.normalize('NFD') : word);
