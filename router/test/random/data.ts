/** What is in a world: every value a function of who is asked for what, so that the monolith and the subgraphs agree. */
import { hash, pick } from './genes.ts';
import {
  type Field,
  fieldOf,
  interfaceObject,
  matches,
  namedType,
  objectType,
  type Requirement,
  runtimeTypes,
  type Subgraph,
  type World,
} from './model.ts';

/** One object: its concrete type, and which of them. */
export class Reference {
  readonly type: string;
  readonly id: number;
  constructor(type: string, id: number) {
    this.type = type;
    this.id = id;
  }
}

/** An Error is thrown by whoever comes to it, in a list too. */
export type Value = null | Error | string | number | boolean | object | Reference | Value[];

/** JSON with sorted keys: what differs in it, differs. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === undefined) return 'undefined';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

const blobs = (h: number): Value[] => [
  `blob ${h % 100}`,
  { n: h % 100, deep: [{ id: 'x', none: null }, []] },
  [[h % 10], null, { __typename: 'Nothing', id: 'Entity0-0' }],
  h % 1000,
  false,
];

export class Data {
  readonly world: World;
  private readonly pool: readonly number[];

  constructor(world: World, pool: readonly number[]) {
    this.world = world;
    this.pool = pool;
  }

  /**
   * The value of a field. `given` are the coerced arguments, `also` what else the value depends on (what the field requires, how
   * many mutations were done before). `lenient` finds every error there may be: null where none is allowed is an Error at once.
   */
  value(
    type: string,
    id: number,
    field: Field,
    given: Record<string, unknown>,
    also: string,
    lenient = false,
  ): Value {
    const key = this.keyValue(type, id, field);
    if (key !== undefined) return key;
    const seed = `${type}/${id}/${field.name}/${canonical(given)}/${also}`;
    const { flaws, dependable } = field;
    const at = (path: string) => {
      const h = hash(seed + path);
      const die = this.pool.length > 0 ? (this.pool[h % this.pool.length] ?? 0) : 0;
      return { h, roll: (what: string) => (die === 0 ? 0 : hash(`${h}.${die}.${what}`)) };
    };
    const complete = (wrapped: string, path: string): Value => {
      const { h, roll } = at(path);
      const flaw = roll('flaw') % 12;
      if (flaws.throws && !dependable && flaw === 1) return new Error(`${type}.${field.name} is broken.`);
      if (wrapped.endsWith('!')) {
        const broken = flaws.breaksNonNull && !dependable && flaw === 2;
        if (broken) return lenient ? new Error('Null where none is allowed.') : null;
        return filled(wrapped.slice(0, -1), path, h, roll);
      }
      if ((flaws.nulls || flaw === 4) && flaw > 2 && flaw < 5) return null;
      return filled(wrapped, path, h, roll);
    };
    const filled = (wrapped: string, path: string, h: number, roll: (what: string) => number): Value => {
      if (wrapped.startsWith('[')) {
        const length = roll('length') === 0 ? 1 : roll('length') % (path.includes('/') ? 3 : 4);
        return Array.from({ length }, (_, i) => complete(wrapped.slice(1, -1), `${path}/${i}`));
      }
      const name = namedType(wrapped);
      const leaf = this.leaf(name, `${type}${id}.${field.name}`, h, roll);
      if (leaf !== undefined) {
        const hidden = this.world.enums.find((type) => type.name === name)?.hidden[0];
        if (!hidden || !flaws.hiddenEnum || dependable || roll('hidden') % 2 !== 1) return leaf;
        return lenient ? new Error('A value that the API does not have.') : hidden;
      }
      const before = field.override?.label ? [field.override.from] : [];
      const [first = name, ...more] = runtimeTypes(this.world, name, [...field.answeredBy, ...before]);
      const concrete = pick([first, ...more], roll('type'));
      const { size } = objectType(this.world, concrete);
      return new Reference(concrete, size > 0 ? roll('id') % size : h);
    };
    return complete(field.type, '');
  }

  private leaf(name: string, text: string, h: number, roll: (what: string) => number): Value | undefined {
    switch (name) {
      case 'String':
      case 'ID':
        return `${text}#${h.toString(36)}`;
      case 'Int':
        return h % 1000;
      case 'Float':
        return (h % 1000) / 4;
      case 'Boolean':
        return h % 2 === 0;
      case 'Blob':
        return pick(blobs(h), roll('blob'));
      default: {
        const type = this.world.enums.find((type) => type.name === name);
        return type ? pick(type.values, roll('value')) : undefined;
      }
    }
  }

  /** Keys identify: `id` and `code` each alone, `hi` and `lo` together. */
  private keyValue(type: string, id: number, field: Field): Value | undefined {
    const box = type.endsWith('Box');
    if (!box && objectType(this.world, type).kind !== 'entity') return undefined;
    switch (field.name) {
      case 'id':
        return `${type}-${id}`;
      case 'code':
        return `code of ${type} ${id}`;
      case 'hi':
        return id >> 1;
      case 'lo':
        return id & 1;
      case 'box':
        return new Reference(`${type}Box`, id);
      default:
        return undefined;
    }
  }

  /** What a `@requires` selects of an object, read off the world. */
  required(type: string, id: number, parts: readonly Requirement[]): unknown {
    const project = (value: Value, below: readonly Requirement[]): unknown => {
      if (Array.isArray(value)) return value.map((item) => project(item, below));
      if (value instanceof Reference) return this.required(value.type, value.id, below);
      return value;
    };
    const found: Record<string, unknown> = {};
    for (const { field, args, on, below } of parts) {
      if (on && !matches(this.world, type, on)) continue;
      const declared = fieldOf(this.world, type, field);
      const also = declared.requires ? canonical(this.required(type, id, declared.requires)) : '';
      found[field + args.text] = project(this.value(type, id, declared, args.values, also), below);
    }
    return found;
  }

  /** The same, read off the representation that came. What is not there is undefined, and so differs. */
  represented(representation: unknown, parts: readonly Requirement[]): unknown {
    const project = (value: unknown, below: readonly Requirement[]): unknown => {
      if (Array.isArray(value)) return value.map((item) => project(item, below));
      return value !== null && typeof value === 'object' && below.length > 0
        ? this.represented(value, below)
        : value;
    };
    const object: Record<string, unknown> = Object(representation);
    const found: Record<string, unknown> = {};
    for (const { field, args, on, below } of parts) {
      if (on && !matches(this.world, String(object.__typename), on)) continue;
      found[field + args.text] = project(object[field], below);
    }
    return found;
  }

  /** The object that a representation stands for, by a key that the subgraph resolves. Throws when it holds none. */
  find(typeName: string, representation: Record<string, unknown>, subgraph: Subgraph): Reference {
    const abstract = this.world.abstracts.get(typeName);
    for (const name of abstract?.members ?? [typeName]) {
      const type = objectType(this.world, name);
      const stands = interfaceObject(this.world, name, subgraph);
      const keys = stands
        ? [['id']]
        : (type.keys.get(subgraph) ?? []).flatMap(({ key, resolvable }) => (resolvable ? [key.names] : []));
      for (const names of keys) {
        if (!names.every((key) => key in representation)) continue;
        for (let id = 0; id < type.size; id++) {
          const same = names.every((key) => {
            const value = this.keyValue(name, id, fieldOf(this.world, name, key)) ?? null;
            const own = value instanceof Reference ? { hi: value.id >> 1, lo: value.id & 1 } : value;
            const { __typename, ...came } = Object(representation[key]);
            const given = value instanceof Reference ? came : representation[key];
            return canonical(own) === canonical(given);
          });
          if (same) return new Reference(name, id);
        }
      }
    }
    throw new Error(`Nothing that subgraph ${subgraph} resolves in ${JSON.stringify(representation)}.`);
  }
}
