/** Types and fields of a supergraph that validation has found in the client's schema, which is a part of it. */
import {
  type ArgumentDefinition,
  type CompositeType,
  type FieldDefinition,
  type InputFieldDefinition,
  isCompositeType,
  isInterfaceType,
  type Schema,
} from '@apollo/federation-internals';
import type { OperationDefinitionNode } from 'graphql';

export type Field = FieldDefinition<CompositeType>;
export type Input = ArgumentDefinition<Field> | InputFieldDefinition;

export function rootType(schema: Schema, { operation }: OperationDefinitionNode): CompositeType {
  const type = schema.schemaDefinition.rootType(operation);
  if (!type) throw new Error(`The supergraph has no ${operation}.`);
  return type;
}

export function compositeType(schema: Schema, name: string): CompositeType {
  const type = schema.type(name);
  if (!type || !isCompositeType(type)) throw new Error(`The supergraph has no type ${name} with fields.`);
  return type;
}

export function fieldOf(parent: CompositeType, name: string): Field {
  const field: Field | undefined = parent.field(name);
  if (!field) throw new Error(`The supergraph has no field ${parent.name}.${name}.`);
  return field;
}

export function typeOf(element: Field | Input) {
  if (!element.type) throw new Error(`${element.coordinate} has no type.`);
  return element.type;
}

/** A type, and those whose fields answer when it is asked: an interface's objects. */
export const withThoseBehind = (type: CompositeType): readonly CompositeType[] =>
  isInterfaceType(type) ? [type, ...type.possibleRuntimeTypes()] : [type];
