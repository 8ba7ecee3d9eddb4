/** Puts each type into every subgraph that has to know it, until nothing is missing; entities as stubs, with a key. */
import { pick, roll, type WorldGene } from './genes.ts';
import { type Field, isComposite, namedType, type ObjectType, type Subgraph, type World } from './model.ts';

/** Does the subgraph's schema hold the field? */
export function standsIn(type: ObjectType, field: Field, subgraph: Subgraph): boolean {
  if (!type.in.has(subgraph)) return false;
  return (
    field.answeredBy.has(subgraph) || field.externalTo.has(subgraph) || field.override?.from === subgraph
  );
}

export function placeTypes(world: World, gene: WorldGene): void {
  const answerKeys = (type: ObjectType, subgraph: Subgraph) => {
    for (const { key } of type.keys.get(subgraph) ?? [])
      for (const name of key.names) type.fields.get(name)?.answeredBy.add(subgraph);
  };
  let changed = false;
  const put = (set: Set<Subgraph>, subgraph: Subgraph) => {
    if (set.has(subgraph)) return false;
    set.add(subgraph);
    changed = true;
    return true;
  };
  const place = (name: string, subgraph: Subgraph): void => {
    const abstract = world.abstracts.get(name);
    if (abstract) {
      if (!put(abstract.in, subgraph) || abstract.entity?.object === subgraph) return;
      abstract.members.forEach((member, i) => {
        const die = gene.entities[i]?.stub ?? 0;
        if (i === 0 || abstract.entity || roll(die, `${name} in ${subgraph}`) % 2 === 1)
          place(member, subgraph);
      });
      return;
    }
    const type = world.objects.get(name);
    if (!type || !put(type.in, subgraph) || type.kind !== 'entity') return;
    const keys = [...new Set([...type.keys.values()].flat().map(({ key }) => key))];
    const die = gene.entities[Number(name.slice('Entity'.length))]?.stub ?? 0;
    const key = pick(keys, roll(die, `key in ${subgraph}`));
    type.keys.set(subgraph, [{ key, resolvable: roll(die, `resolvable in ${subgraph}`) % 3 !== 1 }]);
  };
  const hub = world.abstracts.get('Hub');
  if (hub?.entity) {
    put(hub.in, hub.entity.home);
    put(hub.in, hub.entity.object);
  }
  do {
    changed = false;
    for (const type of world.objects.values()) {
      for (const subgraph of [...type.in]) {
        answerKeys(type, subgraph);
        for (const field of type.fields.values()) {
          const name = namedType(field.type);
          if (isComposite(world, name) && standsIn(type, field, subgraph)) place(name, subgraph);
        }
      }
    }
    for (const field of hub?.entity?.added.values() ?? []) {
      const name = namedType(field.type);
      if (hub?.entity && isComposite(world, name)) place(name, hub.entity.object);
    }
  } while (changed);
}
