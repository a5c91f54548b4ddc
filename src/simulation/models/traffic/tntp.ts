// SPDX-License-Identifier: EUPL-1.2
/** Networks and trips in the format of the Transportation Networks for Research (TNTP). Pure. */
import { type Demand, NetworkError, type RoadNetwork } from './road-network';

export interface TntpOptions {
  /** Cost of one unit of toll and of length, in the network's unit of time. */
  readonly tollFactor?: number;
  readonly distanceFactor?: number;
}

const COLUMNS = 10;

/**
 * Reads a `_net.tntp`. Nodes and zones are numbered from 1 there, from 0 here.
 * @throws NetworkError: the line, counted from 1, and what is wrong with it.
 */
export function readTntpNetwork(
  text: string,
  { tollFactor = 0, distanceFactor = 0 }: TntpOptions = {},
): RoadNetwork {
  const { metadata, lines } = splitMetadata(text);
  const stated = (name: string) => whole(metadata, name);
  const links = stated('NUMBER OF LINKS');
  const column = () => new Float64Array(links);
  const [capacityVehH, freeFlowCost, alpha, beta, fixedCost] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [from, to] = [new Int32Array(links), new Int32Array(links)];
  let link = 0;
  for (const { number, content } of lines) {
    const where = `line ${number}`;
    const cells = content.replace(/;.*$/, '').trim().split(/\s+/);
    if (cells.length < COLUMNS)
      throw new NetworkError(where, `${cells.length} columns instead of ${COLUMNS}`);
    if (link === links) throw new NetworkError(where, `more links than the ${links} that the head states`);
    const value = (at: number) => {
      const parsed = Number(cells[at]);
      if (!Number.isFinite(parsed)) throw new NetworkError(where, `"${cells[at]}" is no number`);
      return parsed;
    };
    from[link] = value(0) - 1;
    to[link] = value(1) - 1;
    capacityVehH[link] = value(2);
    freeFlowCost[link] = value(4);
    alpha[link] = value(5);
    beta[link] = value(6);
    fixedCost[link] = tollFactor * value(8) + distanceFactor * value(3);
    link++;
  }
  if (link < links) throw new NetworkError('network', `${link} links, and the head states ${links}`);
  return {
    nodes: stated('NUMBER OF NODES'),
    zones: stated('NUMBER OF ZONES'),
    firstThroughNode: stated('FIRST THRU NODE') - 1,
    from,
    to,
    capacityVehH,
    freeFlowCost,
    alpha,
    beta,
    fixedCost,
  };
}

/** Reads a `_trips.tntp`. @throws NetworkError: the line and what is wrong with it. */
export function readTntpTrips(text: string): Demand {
  const { metadata, lines } = splitMetadata(text);
  const zones = whole(metadata, 'NUMBER OF ZONES');
  const vehH = new Float64Array(zones * zones);
  let origin = -1;
  for (const { number, content } of lines) {
    const where = `line ${number}`;
    const zone = (name: string | undefined) => {
      const parsed = Number(name);
      if (!Number.isInteger(parsed) || parsed < 1 || parsed > zones)
        throw new NetworkError(where, `"${name}" is no zone of 1 to ${zones}`);
      return parsed - 1;
    };
    const heading = /^\s*Origin\s+(\S+)/i.exec(content);
    if (heading) {
      origin = zone(heading[1]);
      continue;
    }
    if (origin < 0) throw new NetworkError(where, 'trips before any "Origin"');
    for (const cell of content.split(';')) {
      if (cell.trim() === '') continue;
      const [to, value] = cell.split(':').map((part) => part.trim());
      const flow = Number(value);
      if (value === undefined || value === '' || !(flow >= 0 && Number.isFinite(flow)))
        throw new NetworkError(where, `"${cell.trim()}" is no trips to a zone`);
      const at = origin * zones + zone(to);
      vehH[at] = (vehH[at] as number) + flow;
    }
  }
  return { zones, vehH };
}

function splitMetadata(text: string) {
  const metadata = new Map<string, string>();
  const lines: { number: number; content: string }[] = [];
  text.split(/\r?\n/).forEach((content, i) => {
    const tag = /^\s*<([^>]+)>\s*(.*)$/.exec(content);
    if (tag) metadata.set((tag[1] as string).trim().toUpperCase(), (tag[2] as string).trim());
    else if (content.trim() !== '' && !/^\s*~/.test(content)) lines.push({ number: i + 1, content });
  });
  return { metadata, lines };
}

function whole(metadata: ReadonlyMap<string, string>, name: string): number {
  const value = Number(metadata.get(name));
  if (!metadata.has(name) || !Number.isInteger(value) || value < 1)
    throw new NetworkError(
      `<${name}>`,
      metadata.has(name) ? `"${metadata.get(name)}" is no count` : 'is missing',
    );
  return value;
}

/** The links' flows and costs as a `_flow.tntp`: From, To, Volume, Cost. */
export function writeTntpFlows(
  { from, to }: Pick<RoadNetwork, 'from' | 'to'>,
  { flowVehH, cost }: { readonly flowVehH: Float64Array; readonly cost: Float64Array },
): string {
  const lines = ['From\tTo\tVolume\tCost'];
  for (let link = 0; link < from.length; link++)
    lines.push([(from[link] as number) + 1, (to[link] as number) + 1, flowVehH[link], cost[link]].join('\t'));
  return `${lines.join('\n')}\n`;
}
