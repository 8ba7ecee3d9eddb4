/** Reckoning with numbers that may hang on a request's variables: what does not is a number at once. */
import type { Variables } from './limits.ts';

export type Estimate = number | ((variables: Variables) => number);
export type Condition = boolean | ((variables: Variables) => boolean);

export function total(parts: readonly Estimate[]): Estimate {
  const fixed = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
  const varying = parts.filter((part) => typeof part === 'function');
  if (varying.length === 0) return fixed;
  return (variables) => varying.reduce((sum, part) => sum + part(variables), fixed);
}

export function times(a: Estimate, b: Estimate): Estimate {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 1) return b;
  return (variables) => amount(a, variables) * amount(b, variables);
}

export function largest(parts: readonly Estimate[]): Estimate {
  const varying = parts.filter((part) => typeof part === 'function');
  const fixed = Math.max(0, ...parts.filter((part) => typeof part === 'number'));
  if (varying.length === 0) return fixed;
  return (variables) => Math.max(fixed, ...varying.map((part) => part(variables)));
}

export function onlyWhen(condition: Condition, estimate: Estimate): Estimate {
  if (typeof condition === 'boolean') return condition ? estimate : 0;
  if (estimate === 0) return 0;
  return (variables) => (condition(variables) ? amount(estimate, variables) : 0);
}

export function both(a: Condition, b: Condition): Condition {
  if (typeof a === 'boolean') return a && b;
  if (typeof b === 'boolean') return b && a;
  return (variables) => a(variables) && b(variables);
}

export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const varying = conditions.filter((condition) => typeof condition === 'function');
  return (variables) => varying.some((condition) => condition(variables));
}

const amount = (estimate: Estimate, variables: Variables) =>
  typeof estimate === 'number' ? estimate : estimate(variables);
