/** Reads the discovery document again and again, and makes live what it names. */
import type { Logger } from '@arcade/subgraph-kit/service';
import type { Discovered, DiscoverySource } from './discovery.ts';
import type { Releases } from './releases.ts';

const pause = 1_000;
/** A release that could not be loaded is tried again after this many rounds. */
const roundsToRetry = 10;
/** Once a minute the mirror is cleared of what nobody needs any more. */
const roundsToTidy = 60;

export interface Following {
  stop(): void;
}

/** Resolves after the first round, so that a shell that starts beside its registry has releases when it begins to listen. */
export async function followDiscovery(
  source: Pick<DiscoverySource, 'address' | 'read' | 'recall'>,
  releases: Pick<Releases, 'apply' | 'retry' | 'tidy'>,
  log: Logger,
  /** Called when other releases have become live. */
  changed: () => void = () => {},
): Promise<Following> {
  let current: Discovered | undefined;
  let complete = true;
  let rounds = 0;
  let tidied = 0;
  let reachable = true;
  let retrying = false;
  /** What could not be loaded can be now. */
  let isDue = false;

  const apply = async (discovered: Discovered) => {
    isDue = false;
    complete = await releases.apply(discovered);
    changed();
  };
  /** Beside the rounds: news of the others does not wait for it. */
  const retry = async (discovered: Discovered) => {
    if (retrying) return;
    retrying = true;
    isDue = (await releases.retry(discovered)) || isDue;
    retrying = false;
  };
  const round = async () => {
    rounds += 1;
    try {
      const news = await source.read();
      const isBack = !reachable;
      if (isBack) log.info({ discovery: source.address.href }, 'the discovery document can be read again');
      reachable = true;
      if (news) current = news;
      if (current && (news || isDue)) await apply(current);
      // After news too: what it goes on naming has not been tried again by that.
      if (current && !complete && (isBack || rounds % roundsToRetry === 0)) void retry(current);
    } catch (error) {
      if (reachable)
        log.error({ err: error }, 'the discovery document cannot be used; the last good one stays');
      reachable = false;
    }
    // What is tried again may be being copied just now.
    if (current && !retrying && rounds - tidied >= roundsToTidy) {
      tidied = rounds;
      await releases.tidy().catch((error) => log.warn({ err: error }, 'the mirror could not be tidied'));
    }
  };

  await round();
  if (!current) {
    current = await source.recall();
    if (current) await apply(current);
  }

  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const next = () => {
    timer = setTimeout(async () => {
      await round();
      if (!stopped) next();
    }, pause);
  };
  next();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
