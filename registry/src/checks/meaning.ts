// What an operation means under two schemas, on both of which it is valid. Comparing the schemas would say too much and too
// little: only what this one operation selects and sends counts, and for that its screen was written.
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
} from 'graphql';
import type { Finding } from './finding.ts';
import { changesOfArguments, changesOfLiteral, changesOfVariable } from './meaning-of-inputs.ts';

export interface Change extends Pick<Finding, 'severity' | 'message' | 'remedy'> {
  /** What has changed, as a schema coordinate. */
  readonly field: string | undefined;
}

/** A place in the operation, seen under both schemas. */
export interface Place {
  readonly document: DocumentNode;
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  readonly was: TypeInfo;
  readonly is: TypeInfo;
}

export function changesOfMeaning(
  document: DocumentNode,
  before: GraphQLSchema,
  after: GraphQLSchema,
): Change[] {
  const place = { document, before, after, was: new TypeInfo(before), is: new TypeInfo(after) };
  const changes: Change[] = [];
  visit(document, {
    enter(node) {
      place.was.enter(node);
      place.is.enter(node);
      changes.push(...changesAt(node, place));
    },
    leave(node) {
      place.was.leave(node);
      place.is.leave(node);
    },
  });
  // A field may be selected in many places: its change is said once.
  return [...new Map(changes.map((change) => [`${change.field} ${change.message}`, change])).values()];
}

function changesAt(node: ASTNode, place: Place): Change[] {
  switch (node.kind) {
    case Kind.FIELD:
      return [...changesOfOutput(place), ...changesOfArguments(node, place)];
    case Kind.SELECTION_SET:
      return changesOfMembers(node, place);
    case Kind.OBJECT:
      return changesOfLiteral(node, place);
    case Kind.VARIABLE_DEFINITION:
      return changesOfVariable(node, place);
    default:
      return [];
  }
}

function changesOfOutput({ was, is }: Place): Change[] {
  const parent = was.getParentType();
  const [field, now] = [was.getFieldDef(), is.getFieldDef()];
  if (!parent || !field || !now) return [];
  const coordinate = `${parent.name}.${field.name}`;
  const difference = outputDifference(field.type, now.type);
  if (difference) {
    const message = `${coordinate} is ${field.type} and would be ${now.type}: ${difference.why}.`;
    return [{ severity: 'refusal', field: coordinate, message, remedy: difference.remedy }];
  }
  const [type, typeNow] = [getNamedType(field.type), getNamedType(now.type)];
  if (!isEnumType(type) || !isEnumType(typeNow)) return [];
  return typeNow
    .getValues()
    .filter(({ name }) => !type.getValue(name))
    .map(({ name }) => ({
      severity: 'warning',
      field: `${type.name}.${name}`,
      message: `${coordinate} could then be ${name}, which its screen does not know.`,
      remedy:
        'See what the screen shows for a value that it does not know. If it has to know this one, release the screen first.',
    }));
}

function outputDifference(
  was: GraphQLOutputType,
  is: GraphQLOutputType,
): { why: string; remedy: string } | undefined {
  const now = isNonNullType(is) ? is.ofType : is;
  const type = isNonNullType(was) ? was.ofType : was;
  const inside =
    isListType(type) && isListType(now)
      ? outputDifference(type.ofType, now.ofType)
      : String(type) === String(now)
        ? undefined
        : {
            why: 'the screen reads the type that it was built with',
            remedy:
              'Add a field of the new type beside it and deprecate this one; it can go when no release asks for it.',
          };
  if (inside || !isNonNullType(was) || isNonNullType(is)) return inside;
  return {
    why: 'the screen does not expect null',
    remedy:
      'Keep it non-null. If it has to be null at times, add a nullable field beside it, deprecate this one, and move the screens over.',
  };
}

/** Where an operation tells types apart by fragments, a type that it has never heard of may come. */
function changesOfMembers(node: SelectionSetNode, { was, is, before, after, document }: Place): Change[] {
  const [type, now] = [was.getParentType(), is.getParentType()];
  if (!isAbstractType(type) || !isAbstractType(now)) return [];
  if (!fragmentTypes(node, document).some((name) => name !== type.name)) return [];
  const known = new Set(before.getPossibleTypes(type).map(({ name }) => name));
  return after
    .getPossibleTypes(now)
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => ({
      severity: 'warning',
      field: type.name,
      message: `${type.name} could then be a ${name}, which its screen does not know.`,
      remedy: `See what the screen shows for a type that it does not know. If it has to know ${name}, release the screen with a fragment for it as soon as this is live.`,
    }));
}

function fragmentTypes({ selections }: SelectionSetNode, { definitions }: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value ?? [];
    return definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value
        ? definition.typeCondition.name.value
        : [],
    );
  });
}
