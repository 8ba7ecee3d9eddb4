/** Makes an operation of dice against any schema: valid by construction, as far as names that must merge are concerned. */
import {
  doTypesOverlap,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { type OperationGene, pick, roll, type SelectionGene } from './genes.ts';
import { Inputs } from './inputs.ts';
import { fits, mergeScopes, type Scope, scopeOf } from './scope.ts';
import type { SubgraphQuery } from './subgraphs.ts';

/** Fields that are asked for more often than others. */
export type IsSpecial = (type: string, field: string) => boolean;

interface Fragment {
  name: string;
  text: string;
  on: GraphQLCompositeType;
  scope: Scope;
}

const introspections = [
  '__schema { queryType { name } mutationType { fields { name type { kind ofType { name } } } } }',
  '__type(name: "Entity0") { kind name fields { name args { name defaultValue } } interfaces { name } }',
  '__schema { types { name kind enumValues { name } possibleTypes { name } } }',
  '__type(name: "Nobody") { name }',
];

/** Fields that are, or may be, keys: as an alias each hides one from a plan that needs it. */
const keys = ['f0', 'id', 'code'];

class Writer {
  readonly schema: GraphQLSchema;
  readonly inputs: Inputs;
  readonly fragments: Fragment[] = [];
  readonly aliases: readonly string[];
  readonly isSpecial: IsSpecial;
  fragmentCount = 0;

  constructor(schema: GraphQLSchema, inputs: Inputs, aliases: readonly string[], isSpecial: IsSpecial) {
    this.schema = schema;
    this.inputs = inputs;
    this.aliases = aliases;
    this.isSpecial = isSpecial;
  }

  selectionSet(parent: GraphQLCompositeType, genes: readonly SelectionGene[], scope: Scope): string {
    const parts = genes.flatMap((gene) => this.selection(parent, gene, scope) ?? []);
    if (parts.length === 0) parts.push(this.plainest(parent, scope));
    return `{ ${parts.join(' ')} }`;
  }

  /** A leaf without arguments, or `__typename`. */
  plainest(parent: GraphQLCompositeType, scope: Scope): string {
    const fields = isUnionType(parent) ? [] : Object.values(parent.getFields());
    const leaf = fields.find(
      (field) => !isCompositeType(getNamedType(field.type)) && field.args.length === 0,
    );
    if (!leaf) return '__typename';
    return this.field(
      parent,
      leaf,
      { form: 0, pick: 0, alias: 0, condition: 0, args: [], children: [] },
      scope,
    );
  }

  selection(parent: GraphQLCompositeType, gene: SelectionGene, scope: Scope): string | undefined {
    const form = gene.form % 14;
    const fields = isUnionType(parent) ? [] : Object.values(parent.getFields());
    if (form === 12 || (form === 13 && parent !== this.schema.getQueryType()))
      return this.typename(gene, scope);
    if (form === 13) return `intro${gene.pick % 4}: ${pick(introspections, gene.pick)}`;
    if (form === 11) return this.spread(parent, gene, scope);
    if (form === 10) return this.fragment(parent, gene, scope);
    if (form === 9) {
      return `... ${this.inputs.condition(gene.condition)} ${this.selectionSet(parent, gene.children, scope)}`;
    }
    if (form >= 7 || fields.length === 0) {
      const on = this.condition(parent, gene.pick);
      return `... on ${on.name} ${this.inputs.condition(gene.condition)} ${this.selectionSet(on, gene.children, scope)}`;
    }
    const deeper = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const choices = deeper.length > 0 && gene.children.length > 1 && gene.pick % 3 > 0 ? deeper : fields;
    const special = choices.filter((field) => this.isSpecial(parent.name, field.name));
    return this.field(
      parent,
      pick([...choices, ...special, ...special, ...special, ...special], gene.pick),
      gene,
      scope,
    );
  }

  typename(gene: SelectionGene, scope: Scope): string | undefined {
    const alias = pick(['', '', 'kind', 'x'], gene.alias);
    const name = alias || '__typename';
    const entry = { parent: '', exclusive: false, field: '__typename', args: '', type: 'String!' };
    if (!fits(scope, name, entry)) return undefined;
    scopeOf(scope, name, entry);
    return `${alias ? `${alias}: ` : ''}__typename ${this.inputs.condition(gene.condition)}`;
  }

  field(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    gene: SelectionGene,
    scope: Scope,
  ): string {
    const args = this.args(field.args, gene);
    const type = getNamedType(field.type);
    const entry = {
      parent: parent.name,
      exclusive: isObjectType(parent),
      field: field.name,
      args,
      type: String(field.type),
    };
    const names = [
      pick([field.name, field.name, field.name, ...this.aliases], gene.alias),
      field.name,
      ...Array.from({ length: 50 }, (_, i) => `${field.name}_${i}`),
    ];
    const name = names.find((name) => fits(scope, name, entry)) ?? `${field.name}_more`;
    const below = scopeOf(scope, name, entry);
    const children = isCompositeType(type) ? this.selectionSet(type, gene.children, below) : '';
    return `${name === field.name ? '' : `${name}: `}${field.name}${args} ${this.inputs.condition(gene.condition)} ${children}`;
  }

  args(args: readonly GraphQLArgument[], gene: SelectionGene): string {
    const given = args.flatMap((arg, i) => {
      const die = gene.args[i] ?? 0;
      if (!isRequiredArgument(arg) && die % 3 === 0) return [];
      return `${arg.name}: ${this.inputs.value(arg.type, roll(die, arg.name), arg.defaultValue !== undefined)}`;
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** A type that something of the parent's may be. */
  condition(parent: GraphQLCompositeType, die: number): GraphQLCompositeType {
    const types = Object.values(this.schema.getTypeMap()).filter(
      (type) =>
        isCompositeType(type) && !type.name.startsWith('__') && doTypesOverlap(this.schema, type, parent),
    );
    return pick([parent, ...types.filter(isCompositeType)], die);
  }

  fragment(parent: GraphQLCompositeType, gene: SelectionGene, scope: Scope): string | undefined {
    const on = this.condition(parent, gene.pick);
    const own: Scope = new Map();
    const name = `Part${this.fragmentCount++}`;
    const text = this.selectionSet(on, gene.children, own);
    this.fragments.push({ name, on, scope: own, text: `fragment ${name} on ${on.name} ${text}` });
    return mergeScopes(scope, own) ? `...${name} ${this.inputs.condition(gene.condition)}` : undefined;
  }

  /** The fragments that a text spreads, and theirs. Others would not be valid: they are there because names did not fit. */
  spreadIn(text: string, found = new Set<Fragment>()): Set<Fragment> {
    for (const [, name] of text.matchAll(/\.\.\.(Part\d+)/g)) {
      const fragment = this.fragments.find((fragment) => fragment.name === name);
      if (!fragment || found.has(fragment)) continue;
      found.add(fragment);
      this.spreadIn(fragment.text, found);
    }
    return found;
  }

  spread(parent: GraphQLCompositeType, gene: SelectionGene, scope: Scope): string | undefined {
    const usable = this.fragments.filter(({ on }) => doTypesOverlap(this.schema, on, parent));
    if (usable.length === 0) return undefined;
    const fragment = pick(usable, gene.pick);
    return mergeScopes(scope, fragment.scope) ? `...${fragment.name}` : undefined;
  }
}

export function makeOperation(
  schema: GraphQLSchema,
  gene: OperationGene,
  isSpecial: IsSpecial,
): SubgraphQuery {
  const mutation = schema.getMutationType();
  const [kind, root] =
    gene.kind % 4 === 3 && mutation ? ['mutation', mutation] : ['query', schema.getQueryType()];
  if (!root || isInterfaceType(root)) throw new Error('A schema has a query type.');
  const inputs = new Inputs(schema, gene.variables);
  const aliases = ['x', 'y', ...(roll(gene.kind, 'alias') % 2 === 1 ? keys : [])];
  const writer = new Writer(schema, inputs, aliases, isSpecial);
  const body = writer.selectionSet(root, gene.fields, new Map());
  const named = roll(gene.kind, 'named') % 3;
  const definitions = [...writer.spreadIn(body)].map(({ text }) => text);
  const declared = inputs.declarations([body, ...definitions].join('\n'));
  const parts = [
    `${kind} ${named > 0 ? 'Asked' : declared ? 'Anonymous' : ''}${declared} ${body}`,
    ...definitions,
  ];
  if (named === 2) parts.push('query Other { __typename }');
  return {
    query: parts.join('\n'),
    variables: inputs.values,
    ...(named === 2 ? { operationName: 'Asked' } : {}),
  };
}
