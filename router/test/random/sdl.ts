/** Prints what a subgraph of a world declares, federation directives included. */
import {
  type AbstractType,
  type Argument,
  type Field,
  type ObjectType,
  objectType,
  type Requirement,
  type Subgraph,
  subgraphName,
  type World,
} from './model.ts';
import { standsIn } from './placement.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${[
  'key',
  'external',
  'requires',
  'provides',
  'shareable',
  'inaccessible',
  'override',
  'interfaceObject',
]
  .map((name) => `"@${name}"`)
  .join(', ')}])`;

export function printRequirement(parts: readonly Requirement[]): string {
  const printed = parts.map(({ field, args, on, below }) => {
    const text = `${field}${args.text}${below.length > 0 ? ` { ${printRequirement(below)} }` : ''}`;
    return on ? `... on ${on} { ${text} }` : text;
  });
  // For the resolver to know what it was given.
  return [...(parts.some(({ on }) => on) ? ['__typename'] : []), ...printed].join(' ');
}

const printArgument = ({ name, type, fallback }: Argument): string =>
  `${name}: ${type}${fallback ? ` = ${fallback.text}` : ''}`;

const isKey = (type: ObjectType, field: Field, subgraph: Subgraph): boolean =>
  (type.keys.get(subgraph) ?? []).some(({ key }) => key.names.includes(field.name));

function printField(field: Field, subgraph: Subgraph, shareable: boolean): string {
  const args = field.args.length > 0 ? `(${field.args.map(printArgument).join(', ')})` : '';
  const directives: string[] = [];
  if (field.answeredBy.has(subgraph)) {
    if (shareable) directives.push('@shareable');
    if (field.requires)
      directives.push(`@requires(fields: ${JSON.stringify(printRequirement(field.requires))})`);
    if (field.provides) directives.push(`@provides(fields: "${field.provides.join(' ')}")`);
    if (field.override) {
      const label = field.override.label ? `, label: "${field.override.label}"` : '';
      directives.push(`@override(from: "${subgraphName(field.override.from)}"${label})`);
    }
  } else if (field.externalTo.has(subgraph)) directives.push('@external');
  if (field.inaccessible && !field.externalTo.has(subgraph)) directives.push('@inaccessible');
  return `  ${field.name}${args}: ${field.type} ${directives.join(' ')}`.trimEnd();
}

function printObject(world: World, type: ObjectType, subgraph: Subgraph): string {
  const fields = [...type.fields.values()].filter((field) => standsIn(type, field, subgraph));
  const keys = (type.keys.get(subgraph) ?? []).map(
    ({ key, resolvable }) => ` @key(fields: "${key.fields}"${resolvable ? '' : ', resolvable: false'})`,
  );
  const interfaces = [...world.abstracts.values()].filter(
    (abstract) =>
      abstract.kind === 'interface' &&
      abstract.in.has(subgraph) &&
      abstract.members.includes(type.name) &&
      (!abstract.entity || abstract.entity.home === subgraph),
  );
  const faces = interfaces.length > 0 ? ` implements ${interfaces.map(({ name }) => name).join(' & ')}` : '';
  const body = fields.map((field) => {
    const shareable =
      type.kind === 'value' ||
      field.provided ||
      (field.answeredBy.size > 1 && !isKey(type, field, subgraph) && !field.override);
    return printField(field, subgraph, shareable);
  });
  return `type ${type.name}${faces}${keys.join('')} {\n${body.join('\n')}\n}`;
}

const membersIn = (world: World, type: AbstractType, subgraph: Subgraph): ObjectType[] =>
  type.members.map((name) => objectType(world, name)).filter((member) => member.in.has(subgraph));

/** An interface holds here what all its members here answer. Undefined where it is not known. */
function printAbstract(world: World, type: AbstractType, subgraph: Subgraph): string | undefined {
  if (!type.in.has(subgraph)) return undefined;
  if (type.entity?.object === subgraph) {
    const required = [...type.entity.added.values()].some((field) => field.requires);
    const fields = [
      '  id: ID!',
      ...(required ? ['  hubTag: String @external'] : []),
      ...[...type.entity.added.values()].map((field) => printField(field, subgraph, false)),
    ];
    return `type ${type.name} @key(fields: "id") @interfaceObject {\n${fields.join('\n')}\n}`;
  }
  const members = membersIn(world, type, subgraph);
  if (type.kind === 'union') return `union ${type.name} = ${members.map(({ name }) => name).join(' | ')}`;
  const fields = type.fields.flatMap((name) => {
    const copies = members.map((member) => member.fields.get(name));
    if (!copies.every((copy) => copy?.answeredBy.has(subgraph))) return [];
    const everybody = type.members.map((member) => objectType(world, member).fields.get(name));
    const [loosest] = everybody.toSorted((a, b) => (a?.type.length ?? 0) - (b?.type.length ?? 0));
    if (!loosest) return [];
    return [
      printField(
        { ...loosest, answeredBy: new Set(), externalTo: new Set(), inaccessible: false },
        subgraph,
        false,
      ),
    ];
  });
  const key = type.entity ? ' @key(fields: "id")' : '';
  return `interface ${type.name}${key} {\n${fields.join('\n')}\n}`;
}

/** The subgraph's SDL, or undefined where it has nothing to say. */
export function printSubgraph(world: World, subgraph: Subgraph): string | undefined {
  const parts: string[] = [];
  for (const type of world.objects.values()) {
    if (!type.in.has(subgraph)) continue;
    if (![...type.fields.values()].some((field) => standsIn(type, field, subgraph))) continue;
    parts.push(printObject(world, type, subgraph));
  }
  for (const type of world.abstracts.values()) {
    const printed = printAbstract(world, type, subgraph);
    if (printed) parts.push(printed);
  }
  if (parts.length === 0) return undefined;
  for (const { name, values, hidden } of world.enums) {
    parts.push(
      `enum ${name} { ${[...values, ...hidden.map((value) => `${value} @inaccessible`)].join(' ')} }`,
    );
  }
  for (const { name, fields } of world.inputs)
    parts.push(`input ${name} { ${fields.map(printArgument).join(' ')} }`);
  return [link, 'scalar Blob', ...parts].join('\n');
}
