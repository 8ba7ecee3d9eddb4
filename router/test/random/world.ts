/**
 * Makes a world of dice: its types and who answers which of their fields, so that the subgraphs nearly always compose.
 * Fields are made in `fields.ts`; what they get beyond that (`@requires`, `@provides`, `@override`) in `specials.ts`.
 */
import { addFields, argument, plainField } from './fields.ts';
import { type AbstractGene, type EntityGene, pick, roll, type WorldGene } from './genes.ts';
import {
  type AbstractType,
  type EnumType,
  type InputType,
  type Key,
  type ObjectType,
  objectType,
  type Subgraph,
  type World,
} from './model.ts';
import { placeTypes } from './placement.ts';
import { addSpecials } from './specials.ts';

const keyMenu: readonly Key[] = [
  { fields: 'id', names: ['id'] },
  { fields: 'code', names: ['code'] },
  { fields: 'hi lo', names: ['hi', 'lo'] },
  { fields: 'box { hi lo }', names: ['box'] },
];

function makeEntity(name: string, gene: EntityGene, subgraphs: readonly Subgraph[]): ObjectType {
  const mask = 1 + (gene.presence % (2 ** subgraphs.length - 1));
  return {
    kind: 'entity',
    name,
    fields: new Map(),
    keys: new Map(),
    in: new Set(subgraphs.filter((subgraph) => mask & (1 << subgraph))),
    size: 1 + (gene.size % 4),
  };
}

/** Hub: the first knows all keys, each of the others one. Chain: each knows its own and its neighbour's. */
function giveKeys(world: World, type: ObjectType, gene: EntityGene, home: Subgraph | undefined): void {
  const present = [...type.in];
  const chain = home === undefined && roll(gene.keys, 'chain') % 3 === 1;
  const count = 1 + (roll(gene.keys, 'count') % (chain ? Math.min(3, present.length) : 3));
  const start = home === undefined ? roll(gene.keys, 'start') % keyMenu.length : 0;
  const keys = Array.from({ length: count }, (_, i) => pick(keyMenu, start + i));
  present.forEach((subgraph, i) => {
    const known = chain
      ? [pick(keys, Math.max(0, i - 1)), pick(keys, i)]
      : subgraph === (home ?? present[0])
        ? keys
        : [pick(keys, roll(gene.keys, `of ${i}`))];
    type.keys.set(
      subgraph,
      [...new Set(known)].map((key) => ({ key, resolvable: true })),
    );
  });
  const menu: Record<string, string> = {
    id: 'ID!',
    code: 'String!',
    hi: 'Int!',
    lo: 'Int',
    box: `${type.name}Box`,
  };
  for (const name of new Set(keys.flatMap((key) => key.names))) {
    const field = plainField(name, menu[name] ?? 'ID!', new Set());
    field.dependable = true;
    field.inaccessible = name === 'code' && start !== 1 && roll(gene.keys, 'hidden') % 3 === 1;
    type.fields.set(name, field);
    if (name === 'box') {
      const box: ObjectType = {
        kind: 'value',
        name: `${type.name}Box`,
        fields: new Map(),
        keys: new Map(),
        in: new Set(),
        size: 0,
      };
      for (const half of ['hi', 'lo'])
        box.fields.set(half, { ...plainField(half, 'Int!', box.in), dependable: true });
      world.objects.set(box.name, box);
    }
  }
}

function makeAbstract(
  kind: AbstractType['kind'],
  name: string,
  gene: AbstractGene,
  candidates: readonly string[],
): AbstractType {
  const mask = 1 + (gene.members % (2 ** Math.min(4, candidates.length) - 1));
  return { kind, name, members: candidates.filter((_, i) => mask & (1 << i)), fields: [], in: new Set() };
}

const enumType = (die: number, i: number): EnumType => ({
  name: `Color${i}`,
  values: ['RED', 'GREEN', 'BLUE'].slice(0, 1 + (die % 3)),
  hidden: roll(die, 'hidden') % 2 === 1 ? ['SECRET'] : [],
});

export function makeWorld(gene: WorldGene): World {
  const subgraphs = Array.from({ length: 2 + (gene.subgraphs % 3) }, (_, i) => i);
  const enums = gene.enums.map(enumType);
  const inputs: InputType[] = [];
  gene.inputs.forEach((dice, i) => {
    const fields = dice.map((die, j) => argument({ enums, inputs: [...inputs] }, `in${j}`, die));
    inputs.push({ name: `Input${i}`, fields });
  });
  const world: World = { subgraphs, objects: new Map(), abstracts: new Map(), enums, inputs };

  const entities = gene.entities.map((entity, i) => makeEntity(`Entity${i}`, entity, subgraphs));
  for (const type of entities) world.objects.set(type.name, type);
  const [entityInterface] = gene.entityInterface;
  if (entityInterface && roll(entityInterface.members, 'wanted') % 4 !== 0) {
    const home = roll(entityInterface.members, 'home') % subgraphs.length;
    const object =
      (home + 1 + (roll(entityInterface.members, 'object') % (subgraphs.length - 1))) % subgraphs.length;
    const type = makeAbstract(
      'interface',
      'Hub',
      entityInterface,
      entities.slice(0, 2).map(({ name }) => name),
    );
    world.abstracts.set(type.name, { ...type, entity: { home, object, added: new Map() } });
    for (const member of type.members.map((name) => objectType(world, name))) {
      member.in = new Set([...member.in, home].filter((subgraph) => subgraph !== object).sort());
    }
  }
  const homeOf = (name: string) =>
    [...world.abstracts.values()].find(({ members }) => members.includes(name))?.entity?.home;
  entities.forEach((type, i) => {
    const entity = gene.entities[i];
    if (entity) giveKeys(world, type, entity, homeOf(type.name));
  });
  gene.values.forEach((value, i) => {
    const type: ObjectType = {
      kind: 'value',
      name: `Value${i}`,
      fields: new Map(),
      keys: new Map(),
      in: new Set(),
      size: 0,
    };
    if (value.mode % 3 === 1) {
      type.split = new Set([
        roll(value.mode, 'one') % subgraphs.length,
        roll(value.mode, 'other') % subgraphs.length,
      ]);
      if (type.split.size < 2) delete type.split;
    }
    world.objects.set(type.name, type);
  });
  const whole = [...world.objects.values()]
    .filter((type) => !type.split && !type.name.endsWith('Box'))
    .map((type) => type.name)
    .reverse();
  gene.interfaces.forEach((abstract, i) => {
    world.abstracts.set(`Face${i}`, makeAbstract('interface', `Face${i}`, abstract, whole));
  });
  gene.unions.forEach((abstract, i) => {
    world.abstracts.set(`Either${i}`, makeAbstract('union', `Either${i}`, abstract, whole));
  });
  addFields(world, gene);
  addSpecials(world, gene);
  placeTypes(world, gene);
  return world;
}
