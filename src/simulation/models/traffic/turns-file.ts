// SPDX-License-Identifier: EUPL-1.2
/** Penalties of turns, banned turns and delays of nodes from a CSV beside a TNTP network. Pure. */
import { NetworkError, type RoadNetwork } from './road-network';
import { isPassed, type Turns } from './turns';

const COLUMNS = ['from_node', 'via_node', 'to_node', 'penalty'] as const;
const BANNED = 'banned';
/** Digits with a point at most: `Number` would also take 0x10 and 1e3. */
const DECIMAL = /^(\d+\.?\d*|\.\d+)$/;

/**
 * Reads `from_node,via_node,to_node,penalty`: nodes numbered from 1, the penalty in the network's unit of
 * time, or `banned`. Where `from_node` and `to_node` are empty it is the delay of the node. Between nodes
 * that several links join, it is of each of them.
 * @throws NetworkError: the line, counted from 1, and what is wrong with it.
 */
export function readTurns(text: string, network: RoadNetwork): Turns {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = cellsOf(lines[0] as string);
  if (header.join() !== COLUMNS.join())
    throw new NetworkError('line 1', `its columns are not ${COLUMNS.join(', ')}`);
  const turns = { fromLink: [] as number[], toLink: [] as number[], cost: [] as number[] };
  const nodeDelay = new Float64Array(network.nodes);
  const linksBetween = linksByEnds(network);
  const lineOf = new Map<string, number>();
  lines.slice(1).forEach((content, i) => {
    if (content.trim() === '') return;
    const line = i + 2;
    const row = readRow(content, line, network);
    const key = [row.from, row.via, row.to].join();
    if (lineOf.has(key)) throw new NetworkError(`line ${line}`, `is of the same as line ${lineOf.get(key)}`);
    lineOf.set(key, line);
    if (row.from === null || row.to === null) {
      nodeDelay[row.via] = row.penalty;
      return;
    }
    const links = (from: number, to: number) => {
      const found = linksBetween.get(`${from},${to}`);
      if (!found) throw new NetworkError(`line ${line}`, `no link leads from node ${from + 1} to ${to + 1}`);
      return found;
    };
    for (const come of links(row.from, row.via))
      for (const go of links(row.via, row.to)) {
        turns.fromLink.push(come);
        turns.toLink.push(go);
        turns.cost.push(row.penalty);
      }
  });
  return {
    penalties: {
      fromLink: Int32Array.from(turns.fromLink),
      toLink: Int32Array.from(turns.toLink),
      cost: Float64Array.from(turns.cost),
    },
    nodeDelay,
  };
}

/** Nodes from 0; `from` and `to` null: the delay of a node. */
interface Row {
  readonly from: number | null;
  readonly via: number;
  readonly to: number | null;
  readonly penalty: number;
}

function readRow(content: string, line: number, network: RoadNetwork): Row {
  const fault = (what: string) => new NetworkError(`line ${line}`, what);
  const cells = cellsOf(content);
  if (cells.length !== COLUMNS.length) throw fault(`${cells.length} columns instead of ${COLUMNS.length}`);
  const node = (at: 0 | 1 | 2): number => {
    const number = /^\d+$/.test(cells[at] as string) ? Number(cells[at]) : 0;
    if (number < 1 || number > network.nodes)
      throw fault(`${COLUMNS[at]} "${cells[at]}" is no node of 1 to ${network.nodes}`);
    return number - 1;
  };
  const via = node(1);
  const said = cells[3] as string;
  const penalty = said === BANNED ? Number.POSITIVE_INFINITY : DECIMAL.test(said) ? Number(said) : Number.NaN;
  if (said !== BANNED && !Number.isFinite(penalty))
    throw fault(`penalty "${said}" is neither a decimal number from 0 on nor "${BANNED}"`);
  if (cells[0] === '' && cells[2] === '') {
    if (said === BANNED) throw fault('the delay of a node is a number: only a turn can be banned');
    return { from: null, via, to: null, penalty };
  }
  if (cells[0] === '' || cells[2] === '')
    throw fault('from_node or to_node is empty: a turn has both, the delay of a node neither');
  if (!isPassed(network, via)) throw fault(`node ${via + 1} is a zone, or nothing passes through it`);
  return { from: node(0), via, to: node(2), penalty };
}

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim());

function linksByEnds({ from, to }: RoadNetwork): Map<string, number[]> {
  const links = new Map<string, number[]>();
  for (let link = 0; link < from.length; link++) {
    const ends = `${from[link]},${to[link]}`;
    const there = links.get(ends);
    if (there) there.push(link);
    else links.set(ends, [link]);
  }
  return links;
}
