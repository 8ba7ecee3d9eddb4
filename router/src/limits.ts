/**
 * What a query may cost, checked before anything is planned. Each limit has a code of its own; README.md lists them with
 * their variables. The sizes of body and query are checked before that, where requests come in (router.ts).
 */
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';

/** Counts no further than it must, and before anything is parsed. */
export function hasMoreTokens(query: string, max: number): boolean {
  // A token has at least one character.
  if (query.length <= max) return false;
  const lexer = new Lexer(new Source(query));
  try {
    for (let tokens = 0; tokens <= max; tokens++) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    // Not GraphQL: the parser says so, with the place.
    return false;
  }
}

export interface Limits {
  depth: number;
  aliases: number;
  rootFields: number;
  pageSize: number;
  introspection: boolean;
}

export function limitsPlugin<Context extends BaseContext>(limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation) checkOperation(document, operation, request.variables ?? {}, limits);
        },
      };
    },
  };
}

/** What a selection amounts to, with fragments counted wherever they are used. */
interface Extent {
  depth: number;
  aliases: number;
  fields: number;
}

function checkOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  limits: Limits,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<SelectionSetNode, Extent>();

  /** Validation has made sure that fragments do not go round in circles. */
  function measure(set: SelectionSetNode): Extent {
    const cached = known.get(set);
    if (cached) return cached;
    const extent: Extent = { depth: 0, aliases: 0, fields: 0 };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if ((name === '__schema' || name === '__type') && !limits.introspection) {
          refuse('INTROSPECTION_DISABLED', 'The schema is not shown here.');
        }
        for (const argument of selection.arguments ?? []) checkPage(argument);
        const inner = selection.selectionSet && measure(selection.selectionSet);
        extent.fields++;
        extent.depth = Math.max(extent.depth, 1 + (inner?.depth ?? 0));
        extent.aliases += (selection.alias ? 1 : 0) + (inner?.aliases ?? 0);
        continue;
      }
      const spread =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!spread) continue;
      const inner = measure(spread.selectionSet);
      extent.fields += inner.fields;
      extent.depth = Math.max(extent.depth, inner.depth);
      extent.aliases += inner.aliases;
    }
    known.set(set, extent);
    return extent;
  }

  function checkPage({ name, value }: ArgumentNode): void {
    if (name.value !== 'first' && name.value !== 'last') return;
    const asked =
      value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.VARIABLE
          ? (variables[value.name.value] ?? defaultOf(value.name.value))
          : 0;
    if (typeof asked === 'number' && asked > limits.pageSize) {
      refuse('PAGE_TOO_LARGE', `A page may have ${limits.pageSize} entries.`);
    }
  }

  function defaultOf(variable: string): number {
    const definition = operation.variableDefinitions?.find((each) => each.variable.name.value === variable);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : 0;
  }

  const { depth, aliases, fields } = measure(operation.selectionSet);
  if (depth > limits.depth) refuse('TOO_DEEP', `A query may be ${limits.depth} levels deep.`);
  if (aliases > limits.aliases) refuse('TOO_MANY_ALIASES', `A query may have ${limits.aliases} aliases.`);
  if (fields > limits.rootFields) {
    refuse('TOO_MANY_ROOT_FIELDS', `A query may have ${limits.rootFields} root fields.`);
  }
}

function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
