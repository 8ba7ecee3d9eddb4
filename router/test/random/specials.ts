/** Gives fields what federation adds to them: shared, `@requires`, `@provides`, `@override`, `@inaccessible`. */
import { type FieldGene, pick, roll, type WorldGene } from './genes.ts';
import {
  allowedIn,
  type Field,
  isComposite,
  namedType,
  type ObjectType,
  objectType,
  type World,
} from './model.ts';
import { Requirements } from './requirements.ts';

const entityKinds = [
  '',
  'requires',
  'requires',
  'requires',
  'provides',
  'provides',
  'shared',
  'override',
  'labelled',
];
const rootKinds = ['', 'provides', 'provides', 'provides', 'shared', 'override', 'labelled'];

export function addSpecials(world: World, gene: WorldGene): void {
  const requirements = new Requirements(world);
  const fieldsOf = (type: ObjectType | undefined, genes: readonly FieldGene[], prefix: string) =>
    genes.flatMap((die, i) => {
      const field = type?.fields.get(`${prefix}${i}`);
      return field
        ? [{ field, die, kind: pick(type?.kind === 'root' ? rootKinds : entityKinds, die.special) }]
        : [];
    });
  const entities = gene.entities.map((entity, i) => {
    const type = objectType(world, `Entity${i}`);
    return { type, fields: fieldsOf(type, entity.fields, 'f') };
  });
  const roots = [
    { type: world.objects.get('Query'), fields: fieldsOf(world.objects.get('Query'), gene.queries, 'q') },
    {
      type: world.objects.get('Mutation'),
      fields: fieldsOf(world.objects.get('Mutation'), gene.mutations, 'm'),
    },
  ];
  const splits = (field: Field) => world.objects.get(namedType(field.type))?.split !== undefined;

  for (const { type, fields } of [...entities, ...roots]) {
    for (const { field, die, kind } of fields) {
      if (!type || splits(field)) continue;
      const [owner = 0] = field.answeredBy;
      const others = [...type.in].filter(
        (subgraph) => subgraph !== owner && allowedIn(world, namedType(field.type), subgraph),
      );
      if (kind === 'requires' && type.kind === 'entity') requirements.requiring.add(field);
      if (kind === 'shared' && type.name !== 'Mutation')
        for (const other of others) field.answeredBy.add(other);
      if ((kind === 'override' || kind === 'labelled') && others.length > 0) {
        const label = `percent(${roll(die.special, 'percent') % 2 === 0 ? 100 : 0})`;
        field.override = { from: pick(others, die.owner), ...(kind === 'labelled' ? { label } : {}) };
      }
      if (type.kind === 'entity' && !requirements.isKey(type, field) && kind !== 'provides')
        field.inaccessible = roll(die.special, 'hidden') % 4 === 1;
    }
  }
  for (const { type, fields } of entities) {
    for (const { field, die, kind } of fields) {
      if (kind !== 'requires' || splits(field)) continue;
      const [owner = 0] = field.answeredBy;
      const all = [...type.fields.values()];
      const before = new Set(all.slice(0, all.indexOf(field)));
      const required = (die.detail.length > 0 ? die.detail : [0]).flatMap((detail) => {
        const part = requirements.of(type, [...before], owner, detail);
        const used = part && type.fields.get(part.field);
        if (used) before.delete(used);
        return part ?? [];
      });
      if (required.length === 0) continue;
      field.requires = required;
      requirements.depend(type.name, required, owner);
    }
  }
  addProvides(world, [...entities, ...roots], requirements);
  requireThroughInterface(world, gene);
}

function addProvides(
  world: World,
  types: readonly {
    type: ObjectType | undefined;
    fields: { field: Field; die: FieldGene; kind: string }[];
  }[],
  requirements: Requirements,
): void {
  for (const { field, die, kind } of types.flatMap(({ fields }) => fields)) {
    const returned = world.objects.get(namedType(field.type));
    if (kind !== 'provides' || returned?.kind !== 'entity' || field.override) continue;
    const [owner = 0] = field.answeredBy;
    const candidates = [...returned.fields.values()].filter(
      (other) =>
        !isComposite(world, namedType(other.type)) &&
        other.args.length === 0 &&
        !other.answeredBy.has(owner) &&
        other.answeredBy !== returned.in &&
        !other.viaInterface &&
        !other.override &&
        // Required as well, it would be there without being sent.
        !other.dependable &&
        !requirements.requiring.has(other) &&
        !requirements.isKey(returned, other),
    );
    if (candidates.length === 0) continue;
    const provided = pick(candidates, roll(die.special, 'provided'));
    provided.externalTo.add(owner);
    provided.provided = true;
    field.provides = [provided.name];
  }
}

/** A field of an `@interfaceObject` that needs one of the interface's own. */
function requireThroughInterface(world: World, gene: WorldGene): void {
  const hub = world.abstracts.get('Hub');
  const genes = gene.entityInterface[0]?.fields ?? [];
  genes.forEach((die, i) => {
    const field = hub?.entity?.added.get(`x${i}`);
    if (!hub?.entity || !field || pick(entityKinds, die.special) !== 'requires') return;
    const required = [{ field: 'hubTag', args: { text: '', values: {} }, below: [] }];
    field.requires = required;
    for (const member of hub.members) {
      const tag = objectType(world, member).fields.get('hubTag');
      if (tag) tag.dependable = true;
      const copy = objectType(world, member).fields.get(field.name);
      if (copy) copy.requires = required;
    }
  });
}
