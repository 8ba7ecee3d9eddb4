/** Arguments of a generated operation: literals, variables given, left out or defaulted, and the conditions on selections. */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { pick, roll } from './genes.ts';

interface Variable {
  name: string;
  type: string;
  fallback: string | undefined;
}

/** GraphQL's literal of a JSON value; enums are strings in JSON and so are made apart. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}: ${literalOf(part)}`)
    .join(', ')}}`;
};

export class Inputs {
  readonly values: Record<string, unknown> = {};
  private readonly variables: Variable[] = [];
  readonly schema: GraphQLSchema;
  private readonly dice: readonly number[];

  constructor(schema: GraphQLSchema, dice: readonly number[]) {
    this.schema = schema;
    this.dice = dice;
  }

  /** Of those that the text uses. A selection that did not fit may have left others. */
  declarations(text: string): string {
    const used = this.variables.filter(({ name }) => new RegExp(`\\$${name}\\b`).test(text));
    for (const name of Object.keys(this.values)) {
      if (!used.some((variable) => variable.name === name)) delete this.values[name];
    }
    const all = used.map(
      ({ name, type, fallback }) => `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
    );
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  /** The text of a value: a literal, or a variable that is declared by the way. */
  value(type: GraphQLInputType, die: number, hasDefault = false, depth = 0): string {
    if (roll(die, 'variable') % 3 === 1) return this.variable(type, roll(die, 'which'), hasDefault);
    if (isNonNullType(type)) return this.literal(type.ofType, die, depth);
    return roll(die, 'null') % 8 === 1 ? 'null' : this.literal(type, die, depth);
  }

  /** `@skip`, `@include`, both or none. */
  condition(die: number): string {
    const truth = (which: string) => {
      const form = roll(die, which) % 4;
      if (form < 2) return form === 0 ? 'true' : 'false';
      return this.boolean(roll(die, `${which} variable`));
    };
    switch (roll(die, 'condition') % 9) {
      case 1:
        return `@skip(if: ${truth('skip')})`;
      case 2:
      case 3:
        return `@include(if: ${truth('include')})`;
      case 4:
        return `@include(if: ${truth('include')}) @skip(if: ${truth('skip')})`;
      default:
        return '';
    }
  }

  private boolean(die: number): string {
    const name = `b${die % 3}`;
    if (!this.variables.some((variable) => variable.name === name)) {
      const mode = roll(die + (this.dice[0] ?? 0), 'mode') % 4;
      this.variables.push({ name, type: 'Boolean!', fallback: mode >= 2 ? String(mode === 2) : undefined });
      if (mode < 3) this.values[name] = (roll(die + (this.dice[1] ?? 0), 'truth') & 1) === 0;
    }
    return `$${name}`;
  }

  private variable(type: GraphQLInputType, die: number, hasDefault: boolean): string {
    const declared = hasDefault && isNonNullType(type) && die % 3 === 1 ? type.ofType : type;
    const same = this.variables.filter((variable) => variable.type === String(declared));
    if (same.length > 0 && die % 2 === 1) return `$${pick(same, die).name}`;
    const name = `v${this.variables.length}`;
    const salt = die + (this.dice[this.variables.length % 4] ?? 0);
    const withFallback = roll(salt, 'fallback') % 4 === 1;
    const inner = isNonNullType(declared) ? declared.ofType : declared;
    const fallback = withFallback ? this.constant(inner, roll(salt, 'default')).text : undefined;
    this.variables.push({ name, type: String(declared), fallback });
    const optional = withFallback || !isNonNullType(declared);
    if (!optional || roll(salt, 'given') % 3 !== 1) {
      const nothing = !isNonNullType(declared) && declared === type && roll(salt, 'null') % 6 === 1;
      this.values[name] = nothing ? null : this.constant(inner, salt).value;
    }
    return `$${name}`;
  }

  /** A literal that may hold variables further in. `type` is not `T!`. */
  private literal(type: GraphQLInputType, die: number, depth: number): string {
    if (isListType(type)) {
      const length = roll(die, 'length') % 3;
      const items = Array.from({ length }, (_, i) =>
        this.value(type.ofType, roll(die, `item ${i}`), false, depth + 1),
      );
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const own = roll(die, field.name);
        if (!isRequiredInputField(field) && (depth > 2 || own % 2 === 0)) return [];
        return `${field.name}: ${this.value(field.type, own, field.defaultValue !== undefined, depth + 1)}`;
      });
      return `{${fields.join(', ')}}`;
    }
    return this.constant(type, die).text;
  }

  /** A value without variables, as GraphQL writes it and as JSON gives it. */
  private constant(type: GraphQLInputType, die: number): { text: string; value: unknown } {
    if (isNonNullType(type)) return this.constant(type.ofType, die);
    if (isListType(type)) {
      const items = Array.from({ length: roll(die, 'length') % 3 }, (_, i) =>
        this.constant(type.ofType, roll(die, `item ${i}`)),
      );
      return {
        text: `[${items.map(({ text }) => text).join(', ')}]`,
        value: items.map(({ value }) => value),
      };
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields())
        .filter((field) => isRequiredInputField(field) || roll(die, field.name) % 2 === 1)
        .map((field) => ({
          name: field.name,
          ...this.constant(field.type, roll(die, `${field.name} value`)),
        }));
      return {
        text: `{${fields.map(({ name, text }) => `${name}: ${text}`).join(', ')}}`,
        value: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
      };
    }
    if (isEnumType(type)) {
      const name = pick(type.getValues(), die).name;
      return { text: name, value: name };
    }
    const constants: Record<string, unknown[]> = {
      Int: [1, 0, -7, 2147483647],
      Float: [0.5, 2, -1.25],
      Boolean: [true, false],
      ID: ['id-1', '7'],
      Blob: [1, 'text', { a: [1, null, { b: 'x' }], c: true }, [[]], { a: { a: 1.5 } }],
    };
    const value = pick(constants[type.name] ?? ['text', '', 'a "b" \\ c\n€'], die);
    return { text: literalOf(value), value };
  }
}
