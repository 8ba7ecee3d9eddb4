import type { SearchIndex } from './search-index.ts';
import { lookedUp, words, writtenWords } from './words.ts';

/** Which rows a query finds and how well. */
export interface TextMatch {
  /** By row; NaN where the query does not find the product. */
  scores: Float64Array;
  count: number;
}

/** A product is found when it answers every word of the query; null when the query has no words. */
export function matchText(index: SearchIndex, query: string): TextMatch | null {
  const wanted = words(query);
  if (wanted.length === 0) return null;
  const scores = new Float64Array(index.rows);
  /** How many words of the query a row has answered so far. */
  const answered = new Uint8Array(index.rows);
  for (const [position, word] of wanted.entries()) {
    // The best match comes first, and the first that a row answers is what it is scored by.
    for (const match of index.vocabulary.matches(word)) {
      const postings = index.postings(match.word);
      if (!postings) continue;
      const rarity = Math.log(1 + index.rows / postings.length);
      for (let at = 0; at < postings.length; at++) {
        const row = postings.row(at);
        if (answered[row] !== position) continue;
        answered[row] = position + 1;
        scores[row] = (scores[row] ?? 0) + match.quality * rarity * postings.weight(at);
      }
    }
  }
  let count = 0;
  for (let row = 0; row < scores.length; row++) {
    if (answered[row] === wanted.length) count++;
    else scores[row] = Number.NaN;
  }
  return { scores, count };
}

/** The query with each word that the catalogue does not know replaced by the nearest that it knows; undefined when none is near. */
export function correct(index: SearchIndex, query: string): string | undefined {
  let changed = false;
  const corrected = writtenWords(query).map((written) => {
    const word = lookedUp(written);
    if (word === undefined) return written;
    if (index.vocabulary.matches(word).length > 0) return written;
    const nearest = index.vocabulary.correction(word);
    if (nearest === undefined) return written;
    changed = true;
    return nearest;
  });
  return changed ? corrected.join(' ') : undefined;
}
