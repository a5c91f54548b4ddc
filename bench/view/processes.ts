// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_S = 100;

/** CPU seconds that a process and all below it have used so far. Linux. */
export function cpuSecondsOfTree(rootPid: number): number {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      // After the name, which may hold spaces: state, parent, …, utime (12th), stime (13th).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(entry), {
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
      });
    } catch {
      // It ended while we looked.
    }
  }
  let ticks = 0;
  for (const [pid, { ticks: own }] of processes) {
    let at: number | undefined = pid;
    while (at && at !== rootPid) at = processes.get(at)?.parent;
    if (at === rootPid) ticks += own;
  }
  return ticks / TICKS_PER_S;
}
