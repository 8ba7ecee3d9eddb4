// What an operation sends: arguments, literals and the types of its variables, under two schemas.
import { isDeepStrictEqual } from 'node:util';
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  Kind,
  type ObjectValueNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { operationOf } from './asking.ts';
import type { Change, Place } from './meaning.ts';

export function changesOfArguments(node: FieldNode, place: Place): Change[] {
  const parent = place.was.getParentType();
  const [field, fieldNow] = [place.was.getFieldDef(), place.is.getFieldDef()];
  if (!parent || !field || !fieldNow) return [];
  return field.args.flatMap((argument): Change[] => {
    const now = fieldNow.args.find(({ name }) => name === argument.name);
    // An argument that is gone or new and required is found by validation.
    if (!now) return [];
    const coordinate = `${parent.name}.${field.name}(${argument.name}:)`;
    const given = node.arguments?.find(({ name }) => name.value === argument.name);
    if (!given) return changesOfDefault(coordinate, argument, now, 'refusal');
    if (given.value.kind === Kind.VARIABLE) {
      return mayBeLeftOut(given, place) ? changesOfDefault(coordinate, argument, now, 'warning') : [];
    }
    // A scalar of our own lets every literal through validation.
    const [type, typeNow] = [getNamedType(argument.type), getNamedType(now.type)];
    return isScalarType(typeNow) && !takes(typeNow, type)
      ? [retyped(coordinate, argument.type, now.type)]
      : [];
  });
}

/** Input fields that a literal leaves out. */
export function changesOfLiteral(node: ObjectValueNode, { was, is }: Place): Change[] {
  const type = getNamedType(was.getInputType() ?? undefined);
  const now = getNamedType(is.getInputType() ?? undefined);
  if (!isInputObjectType(type) || !isInputObjectType(now)) return [];
  const given = new Set(node.fields.map(({ name }) => name.value));
  const fieldsNow = now.getFields();
  return Object.values(type.getFields()).flatMap((field) => {
    const fieldNow = fieldsNow[field.name];
    return fieldNow && !given.has(field.name)
      ? changesOfDefault(`${type.name}.${field.name}`, field, fieldNow, 'refusal')
      : [];
  });
}

/** Nobody but the screen knows what it sends in a variable, so all that it could send must stay possible. */
export function changesOfVariable(
  { type, variable }: VariableDefinitionNode,
  { before, after }: Place,
): Change[] {
  const [was, is] = [typeFromAST(before, type), typeFromAST(after, type)];
  return was && is
    ? changesOfInput(getNamedType(was), getNamedType(is), `$${variable.name.value}`, new Set())
    : [];
}

function changesOfInput(
  was: GraphQLNamedType,
  is: GraphQLNamedType,
  variable: string,
  seen: Set<string>,
): Change[] {
  if (seen.has(was.name)) return [];
  seen.add(was.name);
  if (isEnumType(was) && isEnumType(is)) {
    return was
      .getValues()
      .filter(({ name }) => !is.getValue(name))
      .map(({ name }) => ({
        severity: 'refusal',
        field: `${was.name}.${name}`,
        message: `${variable} may be ${was.name}.${name}, which would be gone.`,
        remedy: keepFirst,
      }));
  }
  if (!isInputObjectType(was) || !isInputObjectType(is)) return [];
  const [fields, fieldsNow] = [was.getFields(), is.getFields()];
  const added = Object.values(fieldsNow)
    .filter((field) => !fields[field.name] && isRequiredInputField(field))
    .map(({ name }) => required(`${was.name}.${name}`, variable));
  const kept = Object.values(fields).flatMap((field): Change[] => {
    const coordinate = `${was.name}.${field.name}`;
    const now = fieldsNow[field.name];
    if (!now) {
      const message = `${variable} may hold ${coordinate}, which would be gone.`;
      return [{ severity: 'refusal', field: coordinate, message, remedy: keepFirst }];
    }
    if (isRequiredInputField(now) && !isRequiredInputField(field)) return [required(coordinate, variable)];
    if (!accepts(now.type, field.type)) return [retyped(coordinate, field.type, now.type)];
    return [
      ...(isRequiredInputField(field) ? [] : changesOfDefault(coordinate, field, now, 'warning')),
      ...changesOfInput(getNamedType(field.type), getNamedType(now.type), variable, seen),
    ];
  });
  return [...added, ...kept];
}

const keepFirst =
  'Keep it and mark it @deprecated. Release the screens without it; it can go when no release sends it.';

function required(field: string, variable: string): Change {
  return {
    severity: 'refusal',
    field,
    message: `${field} would be required, but ${variable} may come without it.`,
    remedy: 'Make it nullable or give it a default value. Require it when every release sends it.',
  };
}

function retyped(field: string, was: GraphQLInputType, is: GraphQLInputType): Change {
  return {
    severity: 'refusal',
    field,
    message: `${field} takes ${was} and would take ${is}: what the screen sends would be refused or read as something else.`,
    remedy: 'Add one of the new type beside it and deprecate this one; it can go when no release sends it.',
  };
}

interface WithDefault {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

function changesOfDefault(
  field: string,
  was: WithDefault,
  is: WithDefault,
  severity: Change['severity'],
): Change[] {
  if (isDeepStrictEqual(was.defaultValue, is.defaultValue)) return [];
  const leaves = severity === 'refusal' ? 'leaves it out' : 'may leave it out';
  return [
    {
      severity,
      field,
      message: `${field} is ${shown(was)} by default and would be ${shown(is)}; the operation ${leaves}.`,
      remedy:
        'Keep the default value, or release the screens with the value that they want, written out, first.',
    },
  ];
}

function shown({ defaultValue }: WithDefault): string {
  return defaultValue === undefined ? 'nothing' : JSON.stringify(defaultValue);
}

function mayBeLeftOut({ value }: ArgumentNode, { document }: Place): boolean {
  const definition = operationOf(document)?.variableDefinitions?.find(
    ({ variable }) => value.kind === Kind.VARIABLE && variable.name.value === value.name.value,
  );
  return definition?.type.kind !== Kind.NON_NULL_TYPE && !definition?.defaultValue;
}

/** Whether all that is right for `was` is right for `is`. A single value counts as a list of one (spec, 3.11). */
function accepts(is: GraphQLInputType, was: GraphQLInputType): boolean {
  if (isNonNullType(is)) return isNonNullType(was) && accepts(is.ofType, was.ofType);
  const type = isNonNullType(was) ? was.ofType : was;
  if (!isListType(is)) return !isListType(type) && takes(getNamedType(is), getNamedType(type));
  return isListType(type)
    ? accepts(is.ofType, type.ofType)
    : accepts(isNonNullType(is.ofType) ? is.ofType.ofType : is.ofType, type);
}

function takes(is: GraphQLNamedType, was: GraphQLNamedType): boolean {
  return is.name === was.name || (wider[was.name] ?? []).includes(is.name);
}

/** Values that other scalars take too (spec, 3.5, input coercion). */
const wider: Readonly<Record<string, readonly string[]>> = { Int: ['Float', 'ID'], String: ['ID'] };
