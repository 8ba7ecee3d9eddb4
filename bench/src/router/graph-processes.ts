/** A graph that runs: its subgraphs in a process, its supergraph in a file. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { startProcess } from './processes.ts';
import type { FromServer, ToServer } from './subgraph-server.ts';
import type { Graph } from './workloads.ts';

export interface RunningGraph {
  /** File. */
  supergraph: string;
  /** Requests that its subgraphs have got so far. */
  requests(): Promise<number>;
  stop(): Promise<void>;
}

export async function startGraph(graph: Graph, core: number | undefined): Promise<RunningGraph> {
  const server = startProcess(
    {
      name: `the subgraphs of ${graph.name}`,
      command: [process.execPath, fileURLToPath(new URL('subgraph-server.ts', import.meta.url))],
      env: {},
    },
    core,
    true,
  );
  const ended = new AbortController();
  server.child.once('exit', () =>
    ended.abort(new Error(`${server.name} ended. It said:\n${server.output()}`)),
  );
  async function tell(message: ToServer): Promise<FromServer> {
    const answer = once(server.child, 'message', { signal: ended.signal });
    server.child.send(message);
    const [told] = await answer;
    return told;
  }
  const told = await tell({ serve: graph.subgraphs });
  const ports = 'ports' in told ? told.ports : {};
  const supergraph = join(tmpdir(), `arcade-bench-${randomUUID()}.graphql`);
  process.once('exit', () => rmSync(supergraph, { force: true }));
  writeFileSync(supergraph, compose(graph, ports));
  return {
    supergraph,
    async requests() {
      const counted = await tell({ count: true });
      return 'requests' in counted ? counted.requests : Number.NaN;
    },
    async stop() {
      await server.stop();
      rmSync(supergraph, { force: true });
    },
  };
}

function compose({ name, subgraphs }: Graph, ports: Record<string, number>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs.schemas).map(([subgraph, sdl]) => ({
      name: subgraph,
      url: `http://127.0.0.1:${ports[subgraph]}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (errors) throw new Error(`${name} does not compose: ${errors.map(({ message }) => message).join('; ')}`);
  return supergraphSdl;
}
