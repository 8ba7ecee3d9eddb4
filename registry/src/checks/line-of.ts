import { parse, visit } from 'graphql';

/** The line of a schema coordinate in SDL; for what is gone, that of the type that it was in. */
export function lineOf(coordinate: string, sdl: string): number | undefined {
  const [type, member, argument] = coordinate.match(/\w+/g) ?? [];
  const lines = new Map<string, number>();
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      if (!isDefinition(node.kind) || !('name' in node) || !node.name) return;
      path.push(node.name.value);
      const key = path.join('.');
      if (node.name.loc && !lines.has(key)) lines.set(key, node.name.loc.startToken.line);
    },
    leave(node) {
      if (isDefinition(node.kind) && 'name' in node && node.name) path.pop();
    },
  });
  return lines.get(`${type}.${member}.${argument}`) ?? lines.get(`${type}.${member}`) ?? lines.get(`${type}`);
}

/** Of types, fields, arguments and enum values; not what directives are applied with. */
const isDefinition = (kind: string) => /(Definition|Extension)$/.test(kind);
