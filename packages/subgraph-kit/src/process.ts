/** A service as a process: one line when it cannot start, a graceful end on SIGTERM or when its parent is gone. */
import { errorText } from './error-text.ts';
import type { Service } from './service.ts';

/** Everything must be over by then; what hangs is left behind. */
const LEAVE_MS = 10_000;

/**
 * Runs `start` as the whole of a process (`main.ts`). A failed start prints one line and exits with 1. Once it runs, a
 * parent that gave an IPC channel gets `{ ready: true, port }`, and its disappearance ends the process.
 */
export async function runProcess(start: () => Promise<Pick<Service, 'port' | 'stop'>>): Promise<void> {
  let service: Pick<Service, 'port' | 'stop'>;
  // Until there is something to stop gracefully, a lost parent or a signal just ends the process.
  const leave = () => process.exit(0);
  process.once('disconnect', leave);
  try {
    service = await start();
  } catch (error) {
    console.error(errorText(error));
    process.exit(1);
  }
  process.off('disconnect', leave);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LEAVE_MS).unref();
    try {
      await service.stop();
      process.exit(0);
    } catch (error) {
      console.error(errorText(error));
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  if (process.send) process.send({ ready: true, port: service.port });
}
