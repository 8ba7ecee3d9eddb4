/** A world that runs: composed, and executed by everybody who is compared. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import type { Case, WorldGene } from './genes.ts';
import type { World } from './model.ts';
import { Monolith } from './monolith.ts';
import { startOurs } from './ours.ts';
import { type Ask, startStock } from './stock.ts';
import { type InProcessSubgraph, makeSubgraphs } from './subgraphs.ts';
import { makeWorld } from './world.ts';

export interface Graph {
  world: World;
  subgraphs: InProcessSubgraph[];
  monolith: Monolith;
  stock: Ask;
  ours: Ask;
}

/** Undefined where the subgraphs do not compose. */
async function makeGraph(gene: WorldGene): Promise<Graph | undefined> {
  const world = makeWorld(gene);
  const subgraphs = makeSubgraphs(world);
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (!composed.supergraphSdl) return undefined;
  const { supergraphSdl } = composed;
  return {
    world,
    subgraphs,
    monolith: new Monolith(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()),
    stock: await startStock(supergraphSdl, subgraphs),
    ours: await startOurs(supergraphSdl, subgraphs),
  };
}

/** Shrinking asks for one world, and what is kept of it, again and again. */
export function graphs(): (generated: Case) => Promise<Graph | undefined> {
  let last: { key: string; graph: Promise<Graph | undefined> } | undefined;
  return ({ world, data }) => {
    const key = JSON.stringify([world, data]);
    if (last?.key !== key) last = { key, graph: makeGraph(world) };
    return last.graph;
  };
}
