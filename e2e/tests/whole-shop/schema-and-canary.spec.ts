// Both halves of a shop are checked against each other: what a screen asks for stays in the graph for as long as the screen can come.
import { hashOf } from '../../release.ts';
import { expect, test } from '../../rollout.ts';
import { pageView } from '../../visitors.ts';

const catalog = 'subgraphs/catalog';
const order = 'mfe-order';
// Nothing that is built here asks for it.
const field = 'createdAt';
const operation = `query CanaryOnly_Query($handle: String!) { product(handle: $handle) { id ${field} } }`;

test('A field that a canary alone asks for cannot go from the graph before the canary can come no more', async ({
  registry,
}) => {
  const withoutField = await registry.publishSchema(catalog, (schema) =>
    schema.replace(new RegExp(`^ +${field}: .*\n`, 'm'), ''),
  );
  const removeField = () => registry.deploy(catalog, withoutField, { traffic: 100 });
  const canary = await registry.publish(order, {
    manifest: ({ operations }) => {
      operations[hashOf(operation)] = operation;
    },
  });

  await registry.deploy(order, canary, { traffic: 10 });
  await expect(removeField()).rejects.toThrow('does not pass its check');
  await expect(removeField()).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    findings: [
      {
        unit: catalog,
        release: withoutField,
        field: `Product.${field}`,
        operation: 'CanaryOnly_Query',
        message: expect.stringContaining(
          `Asked for by ${order} ${canary} (10 % of visitors) in CanaryOnly_Query`,
        ),
      },
    ],
  });

  // Nobody gets it any more, but a rollback would bring it back.
  await registry.promote(order);
  const later = await registry.publish(order, {});
  await registry.deploy(order, later, { traffic: 100 });
  const recallable = `${order} ${canary} (no traffic, but a rollback could bring it back) in CanaryOnly_Query`;
  await expect(removeField()).rejects.toMatchObject({
    findings: [{ message: expect.stringContaining(recallable) }],
  });

  await registry.rollback(order, later);
  await registry.rollback(order, canary);
  await removeField();
  const supergraph = await fetch(new URL('/supergraph.graphql', registry.url));
  expect(await supergraph.text()).not.toContain(`${field}:`);
  expect((await pageView('/en')).status).toBe(200);
  await expect(registry.deploy(order, canary, { traffic: 10 })).rejects.toMatchObject({
    findings: [{ check: 'operations', field: `Product.${field}`, message: expect.stringContaining(field) }],
  });
});
