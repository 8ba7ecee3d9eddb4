/** Korean particles take their form from the sound before them: 의자는, 책장은; 종이로, 참나무로, 유리로, 연필로. */

/** In words read aloud, these digits end in a consonant: 영, 일, 삼, 육, 칠, 팔. */
const closedDigits = new Set(['0', '1', '3', '6', '7', '8']);
const rieul = 8;

/** The final consonant of a syllable, 0 for none; letters other than Hangul and digits count as open. */
function finalConsonant(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28;
  if (character === '1' || character === '7' || character === '8') return rieul;
  return closedDigits.has(character) ? 1 : 0;
}

/** Chooses within `{은/는}`, `{이/가}`, `{을/를}`, `{과/와}`, `{으로/로}` (closed first) by what stands before it. */
export function withParticles(text: string): string {
  if (!text.includes('{')) return text;
  return text.replace(/(.)\{([^{}/]+)\/([^{}/]+)\}/gu, (_, before: string, closed: string, open: string) => {
    const final = finalConsonant(before);
    const takesOpen = final === 0 || (closed === '으로' && final === rieul);
    return before + (takesOpen ? open : closed);
  });
}
