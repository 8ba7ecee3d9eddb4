// A process with workers, small enough to start quickly: see workers.test.ts.
import cluster from 'node:cluster';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError, startService } from '@arcade/subgraph-kit/service';
import { metricsOfAllWorkers } from '../src/worker-metrics.ts';
import { runWithWorkers } from '../src/workers.ts';

const { WORKERS = '1', FAILS } = process.env;

await runWithWorkers(Number(WORKERS), async () => {
  if (FAILS) throw new StartError('the fixture does not start');
  return startService({
    name: 'fixture',
    env: { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    ...(cluster.isWorker && { metrics: metricsOfAllWorkers }),
    routes(app) {
      app.get('/pid', async () => ({ pid: process.pid, worker: cluster.isWorker }));
      // Begins at once and ends when a stop has had time to begin.
      app.get('/slow', (_request, reply) =>
        reply.send(
          Readable.from(
            (async function* () {
              yield 'begun';
              await sleep(500);
              yield ' and done';
            })(),
          ),
        ),
      );
    },
  });
});
