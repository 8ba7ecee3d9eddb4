/** Chooses what fields require: of which object, with which arguments, and who then has to know of it. */
import { hash, pick, roll } from './genes.ts';
import {
  type Argument,
  allowedIn,
  type Field,
  isComposite,
  namedType,
  type ObjectType,
  objectType,
  type Requirement,
  type Subgraph,
  type World,
} from './model.ts';

const simpleArguments: Record<string, { text: string; value: unknown }[]> = {
  Int: [
    { text: '1', value: 1 },
    { text: '2', value: 2 },
  ],
  'Int!': [
    { text: '4', value: 4 },
    { text: '5', value: 5 },
  ],
  String: [
    { text: '"k"', value: 'k' },
    { text: 'null', value: null },
  ],
  'Float!': [{ text: '0.5', value: 0.5 }],
  'Boolean!': [{ text: 'false', value: false }],
  Blob: [{ text: '{ a: [1, "}"] }', value: { a: [1, '}'] } }],
  '[Int!]': [
    { text: '[1, 2]', value: [1, 2] },
    { text: '[]', value: [] },
  ],
};

/** Arguments for a required field, or undefined where they are not simple enough to be written here. */
function requiredArguments(args: readonly Argument[], die: number): Requirement['args'] | undefined {
  const texts: string[] = [];
  const values: Record<string, unknown> = {};
  for (const { name, type, fallback } of args) {
    const choices = simpleArguments[type];
    const optional = fallback !== undefined || !type.endsWith('!');
    if (optional && (!choices || roll(die, `${name} left out`) % 3 === 1)) {
      if (fallback) values[name] = fallback.value;
      continue;
    }
    if (!choices) return undefined;
    const choice = pick(choices, roll(die, name));
    texts.push(`${name}: ${choice.text}`);
    values[name] = choice.value;
  }
  return { text: texts.length > 0 ? `(${texts.join(', ')})` : '', values };
}

export class Requirements {
  /** Fields that must not be required below an entity: two that require one another would never be answered. */
  readonly requiring = new Set<Field>();
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The selection below a required field, or undefined where there is none that `subgraph` may ask for. */
  below(typeName: string, subgraph: Subgraph, die: number, depth = 1): Requirement[] | undefined {
    const { world } = this;
    const abstract = world.abstracts.get(typeName);
    if (abstract) {
      if (abstract.entity) return undefined;
      const chosen = abstract.members.filter((name, i) => i === 0 || roll(die, `${name} also`) % 2 === 1);
      const parts: Requirement[] = [];
      const tag =
        abstract.kind === 'interface' && roll(die, 'tag') % 2 === 1 ? abstract.fields[0] : undefined;
      if (tag) parts.push({ field: tag, args: { text: '', values: {} }, below: [] });
      for (const on of chosen) {
        const below = this.below(on, subgraph, roll(die, on), 0);
        if (below) parts.push(...below.map((part) => ({ ...part, on })));
      }
      return parts.length > 0 ? parts : undefined;
    }
    const type = objectType(world, typeName);
    if (!allowedIn(world, typeName, subgraph) || type.split) return undefined;
    const candidates = [...type.fields.values()].flatMap((field, i) => {
      const name = namedType(field.type);
      const args = requiredArguments(field.args, roll(die, `args ${i}`));
      if (!args || field.viaInterface || this.requiring.has(field) || this.isKey(type, field)) return [];
      if (field.override?.from === subgraph || (type.kind === 'entity' && field.answeredBy === type.in))
        return [];
      if (!isComposite(world, name)) return [{ field, part: { field: field.name, args, below: [] } }];
      if (depth === 0 || type.kind === 'entity') return [];
      const below = this.below(name, subgraph, roll(die, field.name), depth - 1);
      return below ? [{ field, part: { field: field.name, args, below } }] : [];
    });
    if (candidates.length === 0) return undefined;
    const first = pick(candidates, roll(die, 'first'));
    const second = pick(candidates, roll(die, 'second'));
    return [...new Set([first, second])].map(({ part }) => part);
  }

  isKey(type: ObjectType, field: Field): boolean {
    return [...type.keys.values()].flat().some(({ key }) => key.names.includes(field.name));
  }

  /** One requirement of a field that `subgraph` answers on `type`, out of the fields before it. */
  of(type: ObjectType, before: readonly Field[], subgraph: Subgraph, die: number): Requirement | undefined {
    const { world } = this;
    const candidates = before.filter(
      (field) =>
        !field.answeredBy.has(subgraph) &&
        field.answeredBy !== type.in &&
        !field.viaInterface &&
        field.override?.from !== subgraph &&
        !this.isKey(type, field) &&
        allowedIn(world, namedType(field.type), subgraph) &&
        !world.objects.get(namedType(field.type))?.split,
    );
    const parts = candidates.flatMap((field): Requirement[] => {
      const name = namedType(field.type);
      const args = requiredArguments(field.args, roll(die, 'args'));
      const below = isComposite(world, name) ? this.below(name, subgraph, roll(die, 'below')) : [];
      return args && below ? [{ field: field.name, args, below }] : [];
    });
    const conditional = parts.filter(({ below }) => below.some(({ on }) => on));
    return parts.length > 0 ? pick(conditional.length > 0 ? conditional : parts, die) : undefined;
  }

  /** What is required is known to the subgraph that asks for it, and has to come: no errors, no null where none may be. */
  depend(typeName: string, parts: readonly Requirement[], subgraph: Subgraph): void {
    for (const part of parts) {
      const types = part.on ? [part.on] : (this.world.abstracts.get(typeName)?.members ?? [typeName]);
      for (const type of types) {
        const owner = objectType(this.world, type);
        const field = owner.fields.get(part.field);
        if (!field) continue;
        field.dependable = true;
        // What clients do not see may still be required.
        if (owner.kind === 'entity' && /^f\d/.test(field.name))
          field.inaccessible ||= hash(type + field.name) % 3 === 1;
        if (owner.kind === 'entity' && !field.answeredBy.has(subgraph)) field.externalTo.add(subgraph);
        this.depend(namedType(field.type), part.below, subgraph);
      }
    }
  }
}
