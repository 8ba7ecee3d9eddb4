// Whether a value of one shape can stand where another is taken: see Shape in the kit's config.ts.
import type { Manifest } from '@arcade/mfe-kit/manifest';

export type Shape = Manifest['uses'][string]['input'][string];

/** What is wrong, field by field; none: it fits. What is given and not taken does no harm. */
export function misfits(given: Shape | undefined, taken: Shape, path = ''): string[] {
  if (given === undefined) {
    return isOptional(taken) ? [] : [`${path} is missing (${JSON.stringify(taken)} is needed)`];
  }
  if (Array.isArray(taken) && Array.isArray(given)) return misfits(given[0], taken[0], `${path}[]`);
  if (isFields(taken) && isFields(given)) {
    return Object.entries(taken).flatMap(([field, shape]) =>
      misfits(
        Object.hasOwn(given, field) ? given[field] : undefined,
        shape,
        path ? `${path}.${field}` : field,
      ),
    );
  }
  if (given === taken || `${given}?` === taken) return [];
  return [`${path} is ${JSON.stringify(given)} (${JSON.stringify(taken)} is needed)`];
}

const isOptional = (shape: Shape) => typeof shape === 'string' && shape.endsWith('?');

const isFields = (shape: Shape): shape is { [field: string]: Shape } =>
  typeof shape === 'object' && !Array.isArray(shape);
