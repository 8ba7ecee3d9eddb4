import type { Identity } from '@arcade/subgraph-kit/statement';
import { Kind, type SelectionSetNode } from 'graphql';
import { expect, test } from 'vitest';
import { type Authorization, prepareAuthorization } from '../src/guard/authorization.ts';
import { type LoadedSupergraph, loadSupergraph } from '../src/supergraph/load.ts';
import { composed, operationIn, supergraphSdl } from './composed.ts';

const link = (imports = '"@authenticated", "@requiresScopes", "@policy"') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", ${imports}])`;

const users = `
  ${link()}
  type Query {
    shop: String
    me: User @authenticated
    user: User
    users: [User!]
    posts: [Post!]!
    found: [Found!]
    secret: Secret
    shade: Shade
    admin: Admin
    reports: Int @requiresScopes(scopes: [["read:reports", "read:all"], ["admin"]])
    refunds: Int @policy(policies: [["refund", "office hours"], ["owner"]])
    open: Int @requiresScopes(scopes: [])
    anybody: Int @requiresScopes(scopes: [[]])
  }
  type Mutation { note: Int, erase: Int @requiresScopes(scopes: [["admin"]]) }
  type Subscription { ticks: Int, orders: Int @authenticated }
  type User { name: String, email: String @authenticated, friends: [User!], wage: Int @requiresScopes(scopes: [["hr"]]) }
  type Admin @requiresScopes(scopes: [["admin"]]) { name: String, user: User }
  scalar Secret @authenticated
  enum Shade @policy(policies: [["painter"]]) { DARK }
  interface Post { id: ID!, title: String, author: User }
  type PublicPost implements Post { id: ID!, title: String, author: User }
  type PrivatePost implements Post @authenticated { id: ID!, title: String, author: User, diary: String }
  union Found = PublicPost | PrivatePost | User
`;
const loaded = composed(users);

const nobody: Identity = { visitor: undefined, scopes: new Set() };
const anna: Identity = { visitor: 'anna', scopes: new Set() };
const withScopes = (...scopes: string[]): Identity => ({ visitor: 'anna', scopes: new Set(scopes) });

function authorization(query: string, graph: LoadedSupergraph = loaded): Authorization | undefined {
  const { document, operation } = operationIn(graph, query);
  return prepareAuthorization(graph, document, operation);
}

/** Where, by response keys, denied fields stand in the operation and its fragments; not what is below one that is denied. */
function denied(query: string, identity: Identity, graph: LoadedSupergraph = loaded): string[] {
  const { document, operation } = operationIn(graph, query);
  const fields = prepareAuthorization(graph, document, operation)?.denied(identity).fields ?? new Set();
  const within = ({ selections }: SelectionSetNode, path: string): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition?.name.value;
        return within(selection.selectionSet, type ? `${path}${type}:` : path);
      }
      const place = path + (selection.alias ?? selection.name).value;
      if (fields.has(selection)) return place;
      return selection.selectionSet ? within(selection.selectionSet, `${place}.`) : [];
    });
  const inFragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION
      ? within(definition.selectionSet, `${definition.name.value}:`)
      : [],
  );
  return [...within(operation.selectionSet, ''), ...inFragments];
}

test('an operation that nothing guards needs no check', () => {
  expect(authorization('{ shop user { name } }')).toBeUndefined();
  const open = composed(`${link('"@tag"')} type Query { a: Int }`);
  expect(authorization('{ a }', open)).toBeUndefined();
});

test('a field for the authenticated is denied to nobody known, and to nobody else', () => {
  expect(denied('{ shop me { name } }', nobody)).toEqual(['me']);
  expect(denied('{ shop me { name } }', anna)).toEqual([]);
});

test('scopes: all of one list, or all of another', () => {
  expect(denied('{ reports }', nobody)).toEqual(['reports']);
  expect(denied('{ reports }', withScopes('read:reports'))).toEqual(['reports']);
  expect(denied('{ reports }', withScopes('read:reports', 'read:all'))).toEqual([]);
  expect(denied('{ reports }', withScopes('admin'))).toEqual([]);
});

test('a policy holds for who has a scope of its name after "policy:"', () => {
  expect(denied('{ refunds }', withScopes('owner'))).toEqual(['refunds']);
  expect(denied('{ refunds }', withScopes('policy:refund'))).toEqual(['refunds']);
  expect(denied('{ refunds }', withScopes('policy:refund', 'policy:owner'))).toEqual([]);
});

test('an empty list asks for nothing', () => {
  expect(authorization('{ open anybody }')).toBeUndefined();
});

test('a field is denied under any alias', () => {
  expect(denied('{ user { name: email mine: name } }', nobody)).toEqual(['user.name']);
});

test('fields in lists and below others are denied where they stand', () => {
  expect(denied('{ users { name email friends { friends { email wage } } } }', nobody)).toEqual([
    'users.email',
    'users.friends.friends.email',
    'users.friends.friends.wage',
  ]);
  expect(denied('{ users { name email friends { wage } } }', anna)).toEqual(['users.friends.wage']);
});

test('a field whose type is guarded is denied: object, scalar, enum', () => {
  expect(denied('{ admin { name } secret shade }', nobody)).toEqual(['admin', 'secret', 'shade']);
  expect(denied('{ admin { name } secret shade }', withScopes('admin', 'policy:painter'))).toEqual([]);
});

test('a field in a fragment is denied wherever the fragment is spread', () => {
  const query =
    '{ user { ...U friends { ...U } } } fragment U on User { name ...E } fragment E on User { email }';
  expect(denied(query, nobody)).toEqual(['E:email']);
  expect(denied('{ user { ... { ... on User { email } } } }', nobody)).toEqual(['user.User:email']);
});

test('an interface with a guarded type behind it is not asked for fields itself', () => {
  expect(denied('{ posts { title } }', nobody)).toEqual(['posts']);
  expect(denied('{ posts { title } }', anna)).toEqual([]);
  expect(denied('{ posts { ... on Post { title } } }', nobody)).toEqual(['posts.Post:title']);
  expect(denied('{ posts { ...P } } fragment P on Post { id author { name } }', nobody)).toEqual([
    'P:id',
    'P:author',
  ]);
});

test('with type conditions each type behind an interface stands for itself', () => {
  const query =
    '{ posts { __typename ... on PublicPost { id } ... on PrivatePost { __typename id diary } } }';
  expect(denied(query, nobody)).toEqual([
    'posts.PrivatePost:__typename',
    'posts.PrivatePost:id',
    'posts.PrivatePost:diary',
  ]);
});

test('a guard on the field of one type behind an interface guards that field of the interface', () => {
  const graph = composed(`
    ${link()}
    type Query { node: Node }
    interface Node { id: ID, note: String }
    type A implements Node { id: ID, note: String }
    type B implements Node { id: ID, note: String @requiresScopes(scopes: [["b"]]) }
    type C implements Node { id: ID, note: String @requiresScopes(scopes: [["c"]]) }
  `);
  expect(denied('{ node { id note } }', withScopes('b'), graph)).toEqual(['node.note']);
  expect(denied('{ node { id note } }', withScopes('b', 'c'), graph)).toEqual([]);
  expect(
    denied('{ node { ... on A { note } ... on B { note } ... on C { note } } }', withScopes('b'), graph),
  ).toEqual(['node.C:note']);
});

test('a union is asked through its types', () => {
  const query =
    '{ found { __typename ... on PublicPost { id } ... on PrivatePost { id } ... on User { name email } } }';
  expect(denied(query, nobody)).toEqual(['found.PrivatePost:id', 'found.User:email']);
});

test('a field of a mutation or subscription is denied', () => {
  expect(denied('mutation { note erase }', anna)).toEqual(['erase']);
  expect(denied('subscription { orders }', nobody)).toEqual(['orders']);
  expect(authorization('subscription { ticks }')).toBeUndefined();
});

test('equal rights make equal keys, and all rights the empty one', () => {
  const check = authorization('{ me { email } reports admin { user { wage } } }');
  const key = (identity: Identity) => check?.denied(identity).key;
  expect(key(withScopes('admin', 'hr'))).toBe('');
  expect(key(withScopes('hr', 'unheard of'))).toBe(key(withScopes('hr')));
  expect(
    new Set([nobody, anna, withScopes('hr'), withScopes('admin'), withScopes('admin', 'hr')].map(key)).size,
  ).toBe(5);
});

test('a guarded root type guards all its fields', () => {
  const graph = composed(`${link()} type Query @authenticated { a: Int } type Mutation { b: Int }`);
  expect(denied('{ a __typename }', nobody, graph)).toEqual(['a', '__typename']);
  expect(denied('mutation { b }', nobody, graph)).toEqual([]);
});

test('what several subgraphs ask for one field must all hold', () => {
  const sdl = (scopes: string) =>
    `${link()} type Query { a: Int @shareable @requiresScopes(scopes: ${scopes}) }`;
  const graph = composed(sdl('[["x"], ["y"]]'), sdl('[["z"]]'));
  expect(denied('{ a }', withScopes('x'), graph)).toEqual(['a']);
  expect(denied('{ a }', withScopes('z'), graph)).toEqual(['a']);
  expect(denied('{ a }', withScopes('y', 'z'), graph)).toEqual([]);
});

test('a guard that is imported under another name holds', () => {
  const graph = composed(`
    ${link('{ name: "@authenticated", as: "@login" }, { name: "@requiresScopes", as: "@needs" }, { name: "@policy", as: "@rule" }')}
    type Query { a: Int @login, b: Int @needs(scopes: [["b"]]), c: C }
    type C @rule(policies: [["c"]]) { c: Int }
  `);
  expect(denied('{ a b c { c } }', nobody, graph)).toEqual(['a', 'b', 'c']);
  expect(denied('{ a b c { c } }', withScopes('b', 'policy:c'), graph)).toEqual([]);
});

const guarded = `${link()} type Query { a: Int @authenticated, b: Int @requiresScopes(scopes: [["b"]]) }`;
const authenticatedLink = '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)';

test('a guard whose specification is linked under another name holds', () => {
  const sdl = supergraphSdl(guarded)
    .replace(authenticatedLink, authenticatedLink.replace(', for', ', as: "login", for'))
    .replaceAll('@authenticated', '@login');
  expect(sdl).toContain('directive @login');
  expect(denied('{ a }', nobody, loadSupergraph(sdl))).toEqual(['a']);
});

test('a guard holds when nobody says that it is for security', () => {
  const sdl = supergraphSdl(guarded).replaceAll(', for: SECURITY', '');
  expect(sdl).not.toContain('SECURITY)');
  expect(denied('{ a b }', nobody, loadSupergraph(sdl))).toEqual(['a', 'b']);
});

test('a supergraph with a guard that no link explains is refused', () => {
  const sdl = supergraphSdl(guarded);
  expect(sdl).toContain(authenticatedLink);
  expect(() => loadSupergraph(sdl.replace(authenticatedLink, ''))).toThrow(
    'The supergraph uses @authenticated, but no @link says what it is: it could be a guard that nobody enforces.',
  );
});

test('a supergraph with a security feature that is not understood is refused', () => {
  const unknown = '@link(url: "https://example.com/clearance/v1.0", for: SECURITY)';
  const sdl = supergraphSdl(guarded).replace(authenticatedLink, `${authenticatedLink} ${unknown}`);
  expect(() => loadSupergraph(sdl)).toThrow(
    'feature https://example.com/clearance/v1.0 is for: SECURITY but is unsupported',
  );
});

test('a supergraph with a guard of another version is refused, also when it is not said to be for security', () => {
  const later = supergraphSdl(guarded).replace('authenticated/v0.1', 'authenticated/v0.9');
  expect(() => loadSupergraph(later)).toThrow('authenticated/v0.9 is for: SECURITY but is unsupported');
  expect(() => loadSupergraph(later.replaceAll(', for: SECURITY', ''))).toThrow(
    'The supergraph links https://specs.apollo.dev/authenticated/v0.9, which this router cannot enforce; it can https://specs.apollo.dev/authenticated/v0.1.',
  );
});

test('scopes that are not understood hold for nobody', () => {
  const sdl = supergraphSdl(guarded).replace('scopes: [["b"]]', 'scopes: [[7]]');
  expect(sdl).toContain('[[7]]');
  expect(denied('{ b }', withScopes('7', 'b'), loadSupergraph(sdl))).toEqual(['b']);
});

const older = supergraphSdl(users).replace(/interface Post([^{]*) @authenticated/, 'interface Post$1');

test('in a supergraph of an older composition an interface is guarded by what is behind it', () => {
  expect(older).not.toBe(supergraphSdl(users));
  const graph = loadSupergraph(older);
  expect(denied('{ posts { title } }', nobody, graph)).toEqual(['posts']);
  expect(denied('{ posts { ...P } } fragment P on Post { title }', nobody, graph)).toEqual(['P:title']);
  expect(denied('{ posts { ... on PublicPost { title } } }', nobody, graph)).toEqual([]);
});

test('a guard that an older composition has left on an interface alone holds for all that returns it', () => {
  const sdl = supergraphSdl(users).replace(
    /(interface Post[^{]*) @authenticated/,
    '$1 @requiresScopes(scopes: [["read"]])',
  );
  const graph = loadSupergraph(sdl);
  expect(denied('{ posts { ... on PublicPost { title } } }', anna, graph)).toEqual(['posts']);
  expect(denied('{ posts { ... on PublicPost { title } } }', withScopes('read'), graph)).toEqual([]);
});

test('composition refuses a field that requires more than it guards, so that the router need not', () => {
  const accounts = `${link()} type Query { u: U } type U @key(fields: "id") { id: ID!, salary: Int @authenticated }`;
  const taxes = (guard: string) =>
    `${link()} type U @key(fields: "id") { id: ID!, salary: Int @external, tax: Int @requires(fields: "salary") ${guard} }`;
  expect(() => composed(accounts, taxes(''))).toThrow(/"U.tax" does not specify necessary @authenticated/);
  const graph = composed(accounts, taxes('@authenticated'));
  expect(denied('{ u { tax } }', nobody, graph)).toEqual(['u.tax']);
});
