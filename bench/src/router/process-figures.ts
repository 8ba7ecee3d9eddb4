/** What a process has used, as Linux tells it; undefined elsewhere. */
import { readFileSync } from 'node:fs';

/** /proc counts in hundredths of a second (USER_HZ), on every architecture that Node runs on. */
const TICK_MS = 10;

/** CPU of all its threads since its start, milliseconds, user and system. */
export function cpuMs(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field, the name, may hold anything, spaces and parentheses too. utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory, megabytes: now (`VmRSS`), or the most that it ever was (`VmHWM`). */
export function memoryMb(pid: number, what: 'VmRSS' | 'VmHWM'): number | undefined {
  const status = read(`/proc/${pid}/status`);
  const kilobytes = status && new RegExp(`^${what}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : undefined;
}

/** How long a core was at work for anybody, and how long it has been there, milliseconds. */
export function coreMs(core: number): { used: number; total: number } | undefined {
  const [, line] = new RegExp(`^cpu${core} (.*)`, 'm').exec(read('/proc/stat') ?? '') ?? [];
  if (line === undefined) return undefined;
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in user already.
  const times = line
    .split(' ')
    .slice(0, 8)
    .map((ticks) => Number(ticks) * TICK_MS);
  const total = times.reduce((sum, time) => sum + time, 0);
  return { used: total - (times[3] ?? 0) - (times[4] ?? 0), total };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
