/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that make one word
 * of the other (`chiar` is 1 from `chair`). Gives `limit + 1` as soon as it is clear that it takes more than `limit`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast = new Uint8Array(to.length + 1);
  let last = Uint8Array.from({ length: to.length + 1 }, (_, column) => column);
  let current = new Uint8Array(to.length + 1);
  for (let row = 1; row <= from.length; row++) {
    current[0] = row;
    let best = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let distance = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        distance = Math.min(distance, at(beforeLast, column - 2) + 1);
      }
      current[column] = distance;
      best = Math.min(best, distance);
    }
    if (best > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(at(last, to.length), limit + 1);
}

const at = (row: Uint8Array, index: number): number => row[index] ?? 0;

/** How many typing errors are forgiven in a word of so many letters. */
export function forgiven(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}
