/**
 * The planner returns to a subgraph after `@requires` by the first `@key` that it finds there, also by one that is
 * `resolvable: false`, for which the subgraph has no answer. So the resolvable keys come first.
 */
import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

export function withResolvableKeysFirst(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (
        definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
        definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
      ) {
        return definition;
      }
      const { directives = [] } = definition;
      const last = directives.filter(isUnresolvable);
      return last.length === 0
        ? definition
        : { ...definition, directives: [...directives.filter((each) => !isUnresolvable(each)), ...last] };
    }),
  };
}

function isUnresolvable({ name, arguments: all }: ConstDirectiveNode): boolean {
  const resolvable = all?.find((argument) => argument.name.value === 'resolvable')?.value;
  return name.value === 'join__type' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
