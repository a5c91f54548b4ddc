// SPDX-License-Identifier: EUPL-1.2
/** Many listeners in one process. Those that read note when each update came; the others take nothing. */
import { connect } from 'node:net';

export interface ClientsFigures {
  /** [number of the update, when it came (milliseconds since 1970)] of each update at each reader. */
  readonly came: readonly (readonly [round: number, atMs: number])[];
  readonly connected: number;
}

const [host = '', port = '', readers = '0', deaf = '0'] = process.argv.slice(2);
const REQUEST = `GET /api/live HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`;
/** So many connections are opened at a time. */
const AT_ONCE = 100;
let came: [number, number][] = [];
let connected = 0;

function open(reads: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.write(REQUEST);
      connected += 1;
      if (!reads) {
        socket.pause();
        resolve();
        return;
      }
      let last = 0;
      socket.on('data', (chunk: Buffer) => {
        const at = chunk.lastIndexOf('"bikes":');
        const round = at < 0 ? 0 : Number.parseInt(chunk.toString('latin1', at + 8, at + 18), 10);
        if (round > last) came.push([round, performance.timeOrigin + performance.now()]);
        last = Math.max(last, round || 0);
        resolve();
      });
    });
    socket.on('close', () => {
      connected -= 1;
    });
  });
}

const wanted = [
  ...Array.from({ length: Number(readers) }, () => true),
  ...Array.from({ length: Number(deaf) }, () => false),
];
for (let from = 0; from < wanted.length; from += AT_ONCE)
  await Promise.all(wanted.slice(from, from + AT_ONCE).map(open));

process.on('message', (ask) => {
  if (ask === 'end') process.exit(0);
  if (ask === 'figures') process.send?.({ came, connected } satisfies ClientsFigures);
  came = [];
});
process.send?.('ready');
