// SPDX-License-Identifier: EUPL-1.2
/**
 * The relay under many listeners on loopback, one update a second: delay from the upstream's answer to
 * the listener, CPU, memory, questions to the upstream. Server and listeners are processes of their own,
 * and all share this machine's cores.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { ClientsFigures } from './clients-process';
import type { ServerFigures } from './server-process';
import { openBenchUpstream } from './upstream';

export interface RelayLoad {
  readonly clients: number;
  /** Of these, how many never read. */
  readonly deaf: number;
  /** That change with each update. */
  readonly stations: number;
  readonly seconds: number;
}
export interface RelayFigures extends RelayLoad {
  readonly bench: 'live-relay';
  readonly cores: number;
  /** From the upstream's answer to the listener. */
  readonly delayMs: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly most: number;
  };
  /** Updates that came, of all that should have, at those who read. */
  readonly cameShare: number;
  /** Of one core. */
  readonly cpuShare: number;
  /** All memory of the server's process, with its listeners and before them (with what starting left behind). */
  readonly residentMB: number;
  readonly residentAloneMB: number;
  /** Heap and buffers beyond those without listeners, each. */
  readonly memoryPerClientKB: number;
  readonly dropped: number;
  readonly questionsPerPeriod: number;
}

/** Listeners a process. */
const MOST_IN_A_PROCESS = 2500;
const LOADS: readonly RelayLoad[] = [
  { clients: 1000, deaf: 0, stations: 20, seconds: 20 },
  { clients: 5000, deaf: 0, stations: 20, seconds: 20 },
  { clients: 5000, deaf: 500, stations: 20, seconds: 20 },
];

/** Prints one JSON line for each load. */
export async function benchRelay(loads: readonly RelayLoad[] = LOADS): Promise<void> {
  for (const load of loads) console.log(JSON.stringify(await runRelay(load)));
}

export async function runRelay(load: RelayLoad): Promise<RelayFigures> {
  const upstream = await openBenchUpstream(load.stations);
  const server = child('./server-process.ts', [upstream.url], ['--expose-gc']);
  const address = new URL(await heard<string>(server));
  const alone = await settled(server);
  const processes = Math.ceil(load.clients / MOST_IN_A_PROCESS);
  const share = (total: number, at: number) =>
    Math.floor((total * (at + 1)) / processes) - Math.floor((total * at) / processes);
  const clients = await Promise.all(
    Array.from({ length: processes }, async (_, at) => {
      const counts = [share(load.clients - load.deaf, at), share(load.deaf, at)].map(String);
      const one = child('./clients-process.ts', [address.hostname, address.port, ...counts]);
      await heard(one);
      return one;
    }),
  );
  for (const one of clients) one.send('begin');
  const before = await asked<ServerFigures>(server, 'figures');
  const [sinceMs, firstRound] = [performance.now(), upstream.questions()];
  await wait(load.seconds * 1000);
  const lastRound = upstream.questions();
  const seconds = (performance.now() - sinceMs) / 1000;
  const after = await asked<ServerFigures>(server, 'figures');
  await wait(500);
  const came = (await Promise.all(clients.map((one) => asked<ClientsFigures>(one, 'figures')))).flatMap(
    (one) => one.came,
  );
  const delays = came
    .filter(([round]) => round > firstRound && round <= lastRound)
    .map(([round, atMs]) => atMs - (upstream.sentMs.get(round) ?? Number.NaN))
    .sort((a, b) => a - b);
  for (const one of [...clients, server]) one.send('end');
  await new Promise((resolve) => server.once('exit', resolve));
  upstream.close();
  const at = (quantile: number) =>
    rounded(delays[Math.min(delays.length - 1, Math.floor(quantile * delays.length))] ?? Number.NaN);
  const each = (bytes: number) => rounded(bytes / load.clients / 1000);
  return {
    bench: 'live-relay',
    ...load,
    cores: availableParallelism(),
    delayMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) },
    cameShare: rounded(delays.length / ((lastRound - firstRound) * (load.clients - load.deaf)), 4),
    cpuShare: rounded((after.cpuMs - before.cpuMs) / 1000 / seconds, 3),
    residentMB: rounded(after.residentBytes / 1e6),
    residentAloneMB: rounded(alone.residentBytes / 1e6),
    memoryPerClientKB: each(after.heapBytes - alone.heapBytes),
    dropped: after.dropped,
    questionsPerPeriod: rounded((lastRound - firstRound) / seconds, 3),
  };
}

/** After the start's own garbage is gone. */
async function settled(server: ChildProcess): Promise<ServerFigures> {
  await wait(4000);
  return asked<ServerFigures>(server, 'figures');
}

function child(script: string, args: readonly string[], flags: readonly string[] = []): ChildProcess {
  return fork(new URL(script, import.meta.url), [...args], { execArgv: [...flags, '--import', 'tsx'] });
}
function heard<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`a process of the bench has ended with code ${code}`));
    from.once('exit', ended);
    from.once('message', (message) => {
      from.off('exit', ended);
      resolve(message as T);
    });
  });
}
function asked<T>(from: ChildProcess, question: string): Promise<T> {
  const answer = heard<T>(from);
  from.send(question);
  return answer;
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
