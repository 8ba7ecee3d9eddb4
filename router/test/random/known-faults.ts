/** Who is known to be wrong: an answer that differs from the one schema's has to be one of these. */
import type { Answered } from './answers.ts';
import type { Field, Requirement, World } from './model.ts';
import type { Run, SubgraphQuery } from './subgraphs.ts';

export interface Wrong {
  world: World;
  asked: SubgraphQuery;
  /** What is wrong: in words, or why there is no answer. */
  difference: string;
  answer: Answered;
  right: Answered;
  run: Run;
}

export interface Fault {
  reason: string;
  matches(wrong: Wrong): boolean;
}

const requires = (parts: readonly Requirement[] = [], name: string): boolean =>
  parts.some(({ field, below }) => field === name || requires(below, name));

function isRequiredInTurn(world: World, field: Field): boolean {
  const fields = [...world.objects.values()].flatMap((type) => [...type.fields.values()]);
  const isRequired = (name: string) => fields.some((last) => requires(last.requires, name));
  if (field.requires) return isRequired(field.name);
  return fields.some((middle) => requires(middle.requires, field.name) && isRequired(middle.name));
}

/** Of the planner, and so of the stock gateway and of the router. */
export const plannerFaults: readonly Fault[] = [
  {
    // `newGroupIsUnneeded` of its handleRequiresTree() takes what a subgraph knows of for what it answers.
    reason:
      'Where a required field requires another, the subgraph in the middle is asked for both; or nothing is planned.',
    matches: ({ world, difference, run }) =>
      run.strays.length > 0
        ? run.strays.every((field) => isRequiredInTurn(world, field))
        : /Group \[\d+\].* is a child of /.test(difference),
  },
];

const isData = ({ difference }: Wrong) => difference === 'data' || difference.startsWith('errors');
const says = ({ answer }: Wrong, pattern: RegExp) => pattern.test(JSON.stringify(answer));
const asks = ({ asked }: Wrong, pattern: RegExp) => pattern.test(asked.query);

function isRootFieldAskedTwice({ run }: Wrong): boolean {
  const roots = run.asked
    .filter(({ query }) => !query.includes('_entities'))
    .map(({ subgraph, query }) => ({ subgraph, fields: new Set(query.match(/\bq\d\b/g)) }));
  return roots.some((one) =>
    roots.some(
      (other) => one.subgraph !== other.subgraph && [...one.fields].some((field) => other.fields.has(field)),
    ),
  );
}

/** Of the stock gateway alone. */
export const stockFaults: readonly Fault[] = [
  {
    reason: 'What is asked of the schema is planned like any other field where it stands in a fragment.',
    matches: ({ difference }) => difference.includes('Was not able to find any options for intro'),
  },
  {
    reason: 'Below an @interfaceObject the planner finds no way to another interface or a union.',
    matches: ({ difference }) => difference.includes('We should have an edge from Hub'),
  },
  {
    reason: 'Root fields and __typename that stand in fragments come in another order than asked.',
    matches: ({ difference }) => difference === 'order of the data',
  },
  {
    reason: 'A field that is required with arguments has one key with what the client asks of it.',
    matches: (wrong) =>
      isData(wrong) &&
      (wrong.run.features.has('@requires with arguments') ||
        says(wrong, /conflict because they have differing arg/)),
  },
  {
    reason: 'What it finds wrong itself is no error: it is told in an extension.',
    matches: (wrong) => wrong.difference.startsWith('errors') && says(wrong, /valueCompletion/),
  },
  {
    reason: "A client's alias that is the name of a field takes its place, as a key or a requirement too.",
    matches: (wrong) => isData(wrong) && asks(wrong, /\b(f0|id|code): (?!\1\b)/),
  },
  {
    reason: 'Mutations that stand in fragments are done in another order than asked, or twice.',
    matches: (wrong) => isData(wrong) && wrong.asked.query.startsWith('mutation') && asks(wrong, /\.\.\./),
  },
  {
    reason:
      'What is put together is lost: one part of a root field that two subgraphs answer; and which type an object is, below a union or where an @interfaceObject says its own name.',
    matches: (wrong) =>
      isData(wrong) &&
      (isRootFieldAskedTwice(wrong) ||
        wrong.run.features.has('@interfaceObject') ||
        asks(wrong, /\.\.\. on (Either|Face)/)),
  },
  {
    reason:
      'Conditions are lost, and what they leave out is asked for; or a field is not asked for of which they leave nothing.',
    matches: (wrong) =>
      isData(wrong) && asks(wrong, /@include\(if: \S+\) @skip|if: (true|false)\)|@(skip|include)\(if: \$/),
  },
];
