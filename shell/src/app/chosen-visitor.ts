// Which visitor a page with `?visitor=500` is shown to, and what they are given.
import { showBadge } from './badge.ts';
import type { ReleaseSet } from './release-set.ts';

export function showVisitor(number: number, { units }: ReleaseSet): void {
  const given = Object.entries(units).map(([unit, { version }]) => `${unit} ${version}`);
  showBadge('visitor', [`You are visitor ${number} (of 0 to 9999)`, ...given.toSorted()]);
}
