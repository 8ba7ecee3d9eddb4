/** Makes the fields of a world: their types, arguments and flaws, and who answers each. */
import { type AbstractGene, type FieldGene, pick, roll, type WorldGene } from './genes.ts';
import {
  type AbstractType,
  type Argument,
  allowedEverywhere,
  allowedIn,
  type Field,
  type ObjectType,
  objectType,
  type Subgraph,
  type World,
} from './model.ts';

const wraps = ['T', 'T!', '[T]', '[T!]', '[T!]!', '[T]!', 'T', '[[T]]', '[[T!]!]!', '[[T!]]', '[[T]!]'];
const scalars = ['String', 'Int', 'Boolean', 'Float', 'ID', 'Blob'];

export const plainField = (name: string, type: string, answeredBy: Set<Subgraph>): Field => ({
  name,
  type,
  args: [],
  answeredBy,
  externalTo: new Set(),
  provided: false,
  inaccessible: false,
  flaws: { throws: false, nulls: false, breaksNonNull: false, hiddenEnum: false },
  dependable: false,
});

function argumentMenu(world: Pick<World, 'enums' | 'inputs'>): Omit<Argument, 'name'>[] {
  const color = world.enums[0];
  const input = world.inputs.at(-1);
  return [
    { type: 'Int' },
    { type: 'Int!' },
    { type: 'Int', fallback: { text: '3', value: 3 } },
    { type: 'String' },
    { type: 'Boolean!', fallback: { text: 'true', value: true } },
    { type: 'String', fallback: { text: '"a \\"quoted\\" one"', value: 'a "quoted" one' } },
    { type: '[Int!]' },
    { type: 'ID' },
    { type: '[[String]!]', fallback: { text: '[["x", null], []]', value: [['x', null], []] } },
    { type: 'Blob' },
    { type: 'Float!' },
    ...(color ? [{ type: color.name }, { type: `[${color.name}!]` }] : []),
    ...(input ? [{ type: input.name }, { type: `[${input.name}!]!` }] : []),
  ];
}

export const argument = (world: Pick<World, 'enums' | 'inputs'>, name: string, die: number): Argument => ({
  name,
  ...pick(argumentMenu(world), die),
});

/** A field whose type the owner may return; the plain `String` where the die chose one that nobody there may. */
function makeField(
  world: World,
  name: string,
  gene: FieldGene,
  owners: readonly Subgraph[],
  allowed: (type: string, owner: Subgraph) => boolean,
): Field {
  const owner = pick(owners, gene.owner);
  const composites = [...world.objects.values(), ...world.abstracts.values()]
    .filter((type) => !('kind' in type && type.kind === 'root') && !type.name.endsWith('Box'))
    .map((type) => type.name)
    .filter((type) => allowed(type, owner));
  const leaves = [...scalars, ...world.enums.map((type) => type.name)];
  const share = /^[qm]/.test(name) ? 85 : 40;
  const composite = roll(gene.type, 'composite') % 100 > 99 - share && composites.length > 0;
  let type = pick(composite ? composites : leaves, roll(gene.type, 'name'));
  const split = world.objects.get(type)?.split;
  if (split && ![...split].every((subgraph) => owners.includes(subgraph))) type = 'String';
  const answeredBy = world.objects.get(type)?.split ?? new Set([owner]);
  const flaw = roll(gene.flaws, 'flaw') % 10;
  return {
    ...plainField(name, pick(wraps, gene.wrap).replace('T', type), new Set(answeredBy)),
    args: roll(gene.wrap, 'args') % 2 === 0 ? [] : gene.args.map((die, i) => argument(world, `a${i}`, die)),
    flaws: {
      throws: flaw === 1 || flaw === 2,
      nulls: flaw >= 2,
      breaksNonNull: flaw === 3 || flaw === 4,
      hiddenEnum: flaw === 5 || flaw === 4,
    },
  };
}

/** An interface's fields, on each of its members: anybody who has an entity may answer them, the tag everybody does. */
function addInterfaceFields(world: World, type: AbstractType, gene: AbstractGene): void {
  const prefix = type.name.toLowerCase();
  const everywhere = (name: string) => allowedEverywhere(world, name) && !world.objects.get(name)?.split;
  const models = [
    plainField(`${prefix}Tag`, 'String', new Set()),
    ...gene.fields.map((field, i) => makeField(world, `${prefix}F${i}`, field, world.subgraphs, everywhere)),
  ];
  type.fields = models.map((field) => field.name);
  for (const member of type.members.map((name) => objectType(world, name))) {
    models.forEach((model, i) => {
      const die = gene.fields[i - 1]?.owner ?? 0;
      const stricter = !model.type.endsWith('!') && roll(die, `${member.name} stricter`) % 4 === 1;
      const all = i === 0 || member.kind === 'value' || roll(die, `${member.name} all`) % 3 === 1;
      member.fields.set(model.name, {
        ...model,
        type: stricter ? `${model.type}!` : model.type,
        answeredBy: all ? member.in : new Set([pick([...member.in], roll(die, member.name))]),
        externalTo: new Set(),
        flaws: { ...model.flaws },
      });
    });
  }
}

export function addFields(world: World, gene: WorldGene): void {
  const everywhere = (name: string) => allowedEverywhere(world, name) && !world.objects.get(name)?.split;
  const inOwner = (name: string, owner: Subgraph) => allowedIn(world, name, owner);
  gene.values.forEach((value, i) => {
    const type = objectType(world, `Value${i}`);
    const split = type.split ? [...type.split] : undefined;
    if (split) type.fields.set('both', plainField('both', 'Int', new Set(split)));
    value.fields.forEach((die, j) => {
      const field = makeField(world, `f${j}`, die, split ?? world.subgraphs, everywhere);
      if (!split) field.answeredBy = type.in;
      type.fields.set(field.name, field);
    });
  });
  for (const [i, abstract] of gene.interfaces.entries()) {
    const type = world.abstracts.get(`Face${i}`);
    if (type) addInterfaceFields(world, type, abstract);
  }
  const hub = world.abstracts.get('Hub');
  const [entityInterface] = gene.entityInterface;
  if (hub?.entity && entityInterface) {
    addInterfaceFields(world, hub, { ...entityInterface, fields: [] });
    hub.fields.unshift('id');
    for (const [i, die] of entityInterface.fields.entries()) {
      const field = makeField(world, `x${i}`, die, [hub.entity.object], inOwner);
      hub.entity.added.set(field.name, field);
      for (const member of hub.members)
        objectType(world, member).fields.set(field.name, { ...field, viaInterface: hub.name });
    }
  }
  gene.entities.forEach((entity, i) => {
    const type = objectType(world, `Entity${i}`);
    entity.fields.forEach((die, j) => {
      type.fields.set(`f${j}`, makeField(world, `f${j}`, die, [...type.in], inOwner));
    });
  });
  // Where a null takes along an object that a subgraph has as an @interfaceObject, nothing tells its type, and so which conditions
  // apply to what is left of it.
  for (const member of hub?.members ?? []) {
    for (const field of objectType(world, member).fields.values())
      field.dependable ||= field.type.endsWith('!');
  }
  const root = (name: string, prefix: string, genes: readonly FieldGene[]) => {
    if (genes.length === 0) return;
    const type: ObjectType = {
      kind: 'root',
      name,
      fields: new Map(),
      keys: new Map(),
      in: new Set(world.subgraphs),
      size: 0,
    };
    genes.forEach((die, i) => {
      // A mutation is done once, so one subgraph answers it.
      const owners = name === 'Mutation' ? [pick(world.subgraphs, die.owner)] : world.subgraphs;
      const field = makeField(world, `${prefix}${i}`, die, owners, inOwner);
      type.fields.set(field.name, field);
    });
    world.objects.set(name, type);
  };
  root('Query', 'q', gene.queries);
  root('Mutation', 'm', gene.mutations);
}
