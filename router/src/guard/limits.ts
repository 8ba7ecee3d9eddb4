/**
 * How large a query may be, said before it is validated or planned: every limit has a code of its own (README.md lists them with
 * their variables). Nothing here trusts the query to be valid, and none of it takes longer than one look at each node: what a
 * fragment amounts to is counted once and added wherever it is spread.
 */
import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  valueFromASTUntyped,
} from 'graphql';
import type { RouterEnv } from '../env.ts';
import { Refusal } from '../refusal.ts';

export type LimitsEnv = Pick<
  RouterEnv,
  | 'MAX_QUERY_BYTES'
  | 'MAX_TOKENS'
  | 'MAX_DEPTH'
  | 'MAX_ALIASES'
  | 'MAX_ROOT_FIELDS'
  | 'MAX_FIELDS'
  | 'MAX_DIRECTIVES'
  | 'MAX_PAGE_SIZE'
  | 'INTROSPECTION'
  | 'NODE_ENV'
>;

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Open brackets at once in a query, and levels of a variable's value. The parser and everything that walks a value call
 * themselves for each level and would run out of stack; nobody writes this deep by hand.
 */
const MAX_NESTING = 100;

/** For a text that was never seen: throws Refusal (QUERY_TOO_LARGE, TOO_MANY_TOKENS, TOO_DEEP) before it is parsed. */
export function checkText(query: string, limits: LimitsEnv): void {
  const { MAX_QUERY_BYTES, MAX_TOKENS } = limits;
  // A UTF-16 unit is at most 3 bytes of UTF-8.
  if (query.length * 3 > MAX_QUERY_BYTES && Buffer.byteLength(query) > MAX_QUERY_BYTES) {
    throw new Refusal('QUERY_TOO_LARGE', `A query may have ${MAX_QUERY_BYTES} bytes.`, { status: 413 });
  }
  const lexer = new Lexer(new Source(query));
  let open = 0;
  for (let tokens = 0; ; tokens++) {
    let kind: TokenKind;
    try {
      kind = lexer.advance().kind;
    } catch {
      // Not GraphQL: the parser says so, with the place.
      return;
    }
    if (kind === TokenKind.EOF) return;
    if (tokens === MAX_TOKENS) {
      throw new Refusal('TOO_MANY_TOKENS', `A query may have ${MAX_TOKENS} tokens.`);
    }
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) open++;
    if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) open--;
    if (open > MAX_NESTING) {
      throw new Refusal('TOO_DEEP', `A query may have ${MAX_NESTING} brackets open at once.`);
    }
  }
}

/** What a selection amounts to, with fragments counted wherever they are used. */
interface Extent {
  depth: number;
  aliases: number;
  /** Fields of the selection itself. */
  width: number;
  /** Fields and fragments of the selection and of all below it. */
  size: number;
  directives: number;
}

/**
 * Throws Refusal for what no variable can mend, of any operation in the document, since validation looks at all of them.
 * @returns what is left to check in each request (PAGE_TOO_LARGE, VARIABLES_TOO_DEEP); undefined is nothing.
 */
export function prepareLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: LimitsEnv,
): ((variables: Variables) => void) | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<SelectionSetNode, Extent>();
  /** Variables that say how long a page is. */
  const pages = new Set<string>();

  function measure(set: SelectionSetNode, level = 1): Extent {
    const cached = known.get(set);
    if (cached) return cached;
    if (level > MAX_NESTING) {
      throw new Refusal(
        'TOO_DEEP',
        `A query may be ${MAX_NESTING} levels deep, fragments counted as levels.`,
      );
    }
    const extent: Extent = { depth: 0, aliases: 0, width: 0, size: 0, directives: 0 };
    // Known from here on, so that a fragment that spreads itself ends here; validation refuses it.
    known.set(set, extent);
    for (const selection of set.selections) {
      const inner = below(selection, level);
      const isField = selection.kind === Kind.FIELD;
      extent.depth = Math.max(extent.depth, (isField ? 1 : 0) + (inner?.depth ?? 0));
      extent.aliases += (isField && selection.alias ? 1 : 0) + (inner?.aliases ?? 0);
      extent.width += isField ? 1 : (inner?.width ?? 0);
      extent.size += 1 + (inner?.size ?? 0);
      extent.directives += count(selection.directives) + (inner?.directives ?? 0);
    }
    return extent;
  }

  function below(selection: SelectionNode, level: number): Extent | undefined {
    switch (selection.kind) {
      case Kind.FIELD:
        checkIntrospection(selection.name.value, limits);
        for (const argument of selection.arguments ?? []) checkPage(argument);
        return selection.selectionSet && measure(selection.selectionSet, level + 1);
      case Kind.INLINE_FRAGMENT:
        return measure(selection.selectionSet, level + 1);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        return fragment && measure(fragment.selectionSet, level + 1);
      }
    }
  }

  function checkPage({ name, value }: ArgumentNode): void {
    if (name.value !== 'first' && name.value !== 'last') return;
    if (value.kind === Kind.VARIABLE) pages.add(value.name.value);
    else checkPageSize(valueFromASTUntyped(value), limits);
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    checkExtent(measure(definition.selectionSet), definition, limits);
  }

  const given = (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => {
    const name = variable.name.value;
    return { name, isPage: pages.has(name), standard: defaultValue && valueFromASTUntyped(defaultValue) };
  });
  if (given.length === 0) return undefined;
  return (variables) => {
    for (const { name, isPage, standard } of given) {
      const value = Object.hasOwn(variables, name) ? variables[name] : standard;
      if (isPage) checkPageSize(value, limits);
      if (isDeeper(value, MAX_NESTING)) {
        throw new Refusal('VARIABLES_TOO_DEEP', `A variable may be ${MAX_NESTING} levels deep.`);
      }
    }
  };
}

function checkExtent(extent: Extent, operation: OperationDefinitionNode, limits: LimitsEnv): void {
  const { MAX_DEPTH, MAX_ALIASES, MAX_ROOT_FIELDS, MAX_FIELDS, MAX_DIRECTIVES } = limits;
  if (extent.depth > MAX_DEPTH) {
    throw new Refusal('TOO_DEEP', `A query may be ${MAX_DEPTH} levels deep.`);
  }
  if (extent.aliases > MAX_ALIASES) {
    throw new Refusal('TOO_MANY_ALIASES', `A query may have ${MAX_ALIASES} aliases.`);
  }
  if (extent.width > MAX_ROOT_FIELDS) {
    throw new Refusal('TOO_MANY_ROOT_FIELDS', `A query may have ${MAX_ROOT_FIELDS} root fields.`);
  }
  if (extent.size > MAX_FIELDS) {
    throw new Refusal(
      'TOO_MANY_FIELDS',
      `A query may have ${MAX_FIELDS} fields and fragments, those of a fragment counted wherever it is used.`,
    );
  }
  const variables = operation.variableDefinitions ?? [];
  const own = count(operation.directives) + variables.reduce((sum, each) => sum + count(each.directives), 0);
  if (own + extent.directives > MAX_DIRECTIVES) {
    throw new Refusal('TOO_MANY_DIRECTIVES', `A query may have ${MAX_DIRECTIVES} directives.`);
  }
}

/** Whether clients may know what is in the schema. */
export const showsSchema = ({
  INTROSPECTION,
  NODE_ENV,
}: Pick<LimitsEnv, 'INTROSPECTION' | 'NODE_ENV'>): boolean =>
  INTROSPECTION ? INTROSPECTION === 'open' : NODE_ENV === 'development';

function checkIntrospection(field: string, limits: LimitsEnv): void {
  if (field !== '__schema' && field !== '__type') return;
  if (showsSchema(limits)) return;
  throw new Refusal('INTROSPECTION_DISABLED', 'The schema is not shown here.');
}

/** A scalar of its own may take the number as text. */
function checkPageSize(asked: unknown, { MAX_PAGE_SIZE }: LimitsEnv): void {
  if (typeof asked !== 'number' && typeof asked !== 'string') return;
  if (Number(asked) > MAX_PAGE_SIZE) {
    throw new Refusal('PAGE_TOO_LARGE', `A page may have ${MAX_PAGE_SIZE} entries.`);
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

const count = (directives: readonly DirectiveNode[] | undefined) => directives?.length ?? 0;
