// SPDX-License-Identifier: EUPL-1.2
/** Least expected times by transit of which only the headways are known, and how travellers divide. Pure. */
import { BucketQueue } from './bucket-queue';
import { TransitError } from './transit-lines';

/** Nodes from 0, arcs one an entry. Parallel arcs, loops and zero times are all right. */
export interface TransitGraph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Seconds on the arc, weights and penalties (of a boarding, a transfer) included. */
  readonly timeS: Float64Array;
  /** Of the vehicles that one waits for to take the arc; 0: no wait. */
  readonly headwayS: Float64Array;
}

export interface WaitParameters {
  /**
   * Mean wait as a share of the combined headway: 0.5 where vehicles come evenly and travellers at
   * random, 1 where vehicles come at random too.
   */
  readonly waitShare: number;
  /** Seconds that a second's wait feels like. */
  readonly waitWeight: number;
}

/**
 * Optimal strategies (Spiess and Florian 1989, Transportation Research B 23(2), 83–102): at a stop
 * one takes whichever comes first of the attractive lines, those that shorten the expected time
 * u_i = (share · weight + Σ f_a (u_j + c_a)) / Σ f_a. Arcs join in the order of u_j + c_a, so each
 * node's labels fall until the queue comes to it.
 */
export class OptimalStrategies {
  readonly graph: TransitGraph;
  /** To the destination of the last `solve`, by node: seconds; infinite where there is no way. */
  readonly timeS: Float64Array;
  /** Nodes with a way, nearest to the destination first: those of each strategy's arcs come earlier. */
  readonly order: Int32Array;
  /** How many of `order`. */
  reached = 0;
  /** Where the chosen arcs of the nodes of `order` begin in `chosenArc`; one more entry than reached. */
  readonly chosenFirst: Int32Array;
  readonly chosenArc: Int32Array;
  /** Share of the node's travellers who take the arc. */
  readonly chosenShare: Float64Array;
  /** Combined frequency of the lines waited for, 1/s, by node; infinite where one does not wait. */
  readonly frequency: Float64Array;
  readonly #wait: WaitParameters;
  /** Arcs by the node that they lead to, and what is read of them side by side. */
  readonly #inFirst: Int32Array;
  readonly #inArc: Int32Array;
  readonly #inFrom: Int32Array;
  readonly #inTimeS: Float64Array;
  readonly #isLine: Uint8Array;
  readonly #queue: BucketQueue;
  /** The most that a label lies above those that it follows from. */
  #spread = 0;
  #limitS = Number.POSITIVE_INFINITY;
  readonly #isReached: Uint8Array;
  /** Best arc without wait of a node, and its time; the lines waited for, as a list, and Σ f (u + c). */
  readonly #goArc: Int32Array;
  readonly #goTime: Float64Array;
  readonly #lastLine: Int32Array;
  readonly #lineBefore: Int32Array;
  readonly #lineValue: Float64Array;
  readonly #weighted: Float64Array;
  readonly #passing: Float64Array;

  /** @throws TransitError at the first arc that cannot be, counted from 1. */
  constructor(graph: TransitGraph, wait: WaitParameters) {
    checkGraph(graph, wait);
    const { nodes, from, to, headwayS } = graph;
    const arcs = to.length;
    this.graph = graph;
    this.#wait = wait;
    this.timeS = new Float64Array(nodes);
    this.frequency = new Float64Array(nodes);
    this.order = new Int32Array(nodes);
    this.chosenFirst = new Int32Array(nodes + 1);
    this.chosenArc = new Int32Array(arcs);
    this.chosenShare = new Float64Array(arcs);
    this.#queue = new BucketQueue(nodes + arcs);
    this.#isReached = new Uint8Array(nodes);
    this.#goArc = new Int32Array(nodes);
    this.#goTime = new Float64Array(nodes);
    this.#lastLine = new Int32Array(nodes);
    this.#lineBefore = new Int32Array(arcs);
    this.#lineValue = new Float64Array(arcs);
    this.#weighted = new Float64Array(nodes);
    this.#passing = new Float64Array(nodes);
    this.#inFirst = new Int32Array(nodes + 1);
    this.#inArc = arcsByEnd(nodes, to, this.#inFirst);
    this.#inFrom = this.#inArc.map((arc) => from[arc] as number);
    this.#isLine = Uint8Array.from(this.#inArc, (arc) => ((headwayS[arc] as number) > 0 ? 1 : 0));
    this.#inTimeS = new Float64Array(arcs);
    this.#setTimes(graph.timeS);
  }

  #setTimes(timeS: Float64Array): void {
    const { waitShare, waitWeight } = this.#wait;
    if (timeS.length !== this.#inArc.length)
      throw new TransitError('arcs', `${timeS.length} times for ${this.#inArc.length}`);
    timeS.forEach((time, arc) => {
      checkSeconds('time', time, arc);
    });
    this.#spread = 0;
    for (let at = 0; at < timeS.length; at++) {
      const arc = this.#inArc[at] as number;
      const time = timeS[arc] as number;
      this.#inTimeS[at] = time;
      const most = time + waitShare * waitWeight * (this.graph.headwayS[arc] as number);
      this.#spread = Math.max(this.#spread, most);
    }
  }

  /**
   * Finds the strategies of all nodes to a destination.
   * @param limitS of nodes that are farther nothing is found: they have no way.
   */
  solve(destination: number, limitS = Number.POSITIVE_INFINITY): void {
    const { nodes } = this.graph;
    if (!(destination >= 0 && destination < nodes))
      throw new TransitError('destination', `node ${destination + 1} of ${nodes}`);
    this.timeS.fill(Number.POSITIVE_INFINITY);
    this.#goTime.fill(Number.POSITIVE_INFINITY);
    this.frequency.fill(0);
    this.#isReached.fill(0);
    this.#goArc.fill(-1);
    this.#lastLine.fill(-1);
    this.reached = 0;
    this.#limitS = limitS;
    this.timeS[destination] = 0;
    this.#goTime[destination] = 0;
    const queue = this.#queue;
    queue.begin(this.#spread);
    queue.put(destination, 0);
    for (let item = queue.take(); item >= 0; item = queue.take()) {
      if (item < nodes) this.#reach(item);
      else this.#joinLine(item - nodes, this.#lineValue[item - nodes] as number);
    }
  }

  /** Sends travellers (by node) to the destination of the last `solve`; adds to the volumes (by arc). Returns those with no way. */
  load(travellers: Float64Array, volume: Float64Array): number {
    const passing = this.#passing;
    let without = 0;
    for (let node = 0; node < passing.length; node++) {
      passing[node] = travellers[node] as number;
      if (!this.#isReached[node]) without += travellers[node] as number;
    }
    const { order, chosenFirst, chosenArc, chosenShare } = this;
    const { to } = this.graph;
    for (let i = this.reached - 1; i > 0; i--) {
      const all = passing[order[i] as number] as number;
      if (all === 0) continue;
      for (let c = chosenFirst[i] as number; c < (chosenFirst[i + 1] as number); c++) {
        const arc = chosenArc[c] as number;
        const some = all * (chosenShare[c] as number);
        volume[arc] = (volume[arc] as number) + some;
        const next = to[arc] as number;
        passing[next] = (passing[next] as number) + some;
      }
    }
    return without;
  }

  /** Expected seconds of (unweighted) wait at a node itself. */
  waitS(node: number): number {
    const frequency = this.frequency[node] as number;
    return frequency > 0 ? this.#wait.waitShare / frequency : 0;
  }

  /** The node's strategy is final: notes it, and offers the node to those before it. */
  #reach(node: number): void {
    this.#isReached[node] = 1;
    this.#choose(node);
    const timeS = this.timeS;
    const inFrom = this.#inFrom;
    const inTimeS = this.#inTimeS;
    const here = timeS[node] as number;
    const end = this.#inFirst[node + 1] as number;
    for (let at = this.#inFirst[node] as number; at < end; at++) {
      const before = inFrom[at] as number;
      const value = here + (inTimeS[at] as number);
      // Labels only fall: what does not help now never will; nor does what is beyond the limit.
      if (!(value < (timeS[before] as number)) || value > this.#limitS) continue;
      const arc = this.#inArc[at] as number;
      if (this.#isLine[at] === 0) {
        timeS[before] = value;
        this.#goTime[before] = value;
        this.#goArc[before] = arc;
        this.#queue.put(before, value);
      } else if (value === here) this.#joinLine(arc, value);
      else {
        this.#lineValue[arc] = value;
        this.#queue.put(this.graph.nodes + arc, value);
      }
    }
  }

  /** A line joins those waited for at its arc's node, if it shortens the time from there. */
  #joinLine(arc: number, value: number): void {
    const { from, headwayS } = this.graph;
    const node = from[arc] as number;
    if (this.#isReached[node] || !(value < (this.timeS[node] as number))) return;
    const frequency = 1 / (headwayS[arc] as number);
    const { waitShare, waitWeight } = this.#wait;
    const isFirst = (this.#lastLine[node] as number) < 0;
    const weighted =
      (isFirst ? waitShare * waitWeight : (this.#weighted[node] as number)) + frequency * value;
    const all = (this.frequency[node] as number) + frequency;
    this.#weighted[node] = weighted;
    this.frequency[node] = all;
    this.#lineBefore[arc] = this.#lastLine[node] as number;
    this.#lastLine[node] = arc;
    const label = Math.min(weighted / all, this.#goTime[node] as number);
    // Beyond the limit its lines wait for others: whatever still joins comes before that label.
    if (!(label < (this.timeS[node] as number)) || label > this.#limitS) return;
    this.timeS[node] = label;
    this.#queue.put(node, label);
  }

  #choose(node: number): void {
    const { chosenArc, chosenShare, chosenFirst } = this;
    this.order[this.reached] = node;
    let at = chosenFirst[this.reached] as number;
    const all = this.frequency[node] as number;
    if ((this.#goTime[node] as number) <= (this.timeS[node] as number)) {
      this.frequency[node] = Number.POSITIVE_INFINITY;
      const arc = this.#goArc[node] as number;
      if (arc >= 0) {
        chosenArc[at] = arc;
        chosenShare[at++] = 1;
      }
    } else
      for (let arc = this.#lastLine[node] as number; arc >= 0; arc = this.#lineBefore[arc] as number) {
        chosenArc[at] = arc;
        chosenShare[at++] = 1 / ((this.graph.headwayS[arc] as number) * all);
      }
    chosenFirst[++this.reached] = at;
  }
}

/** Arcs in the order of the nodes that they lead to; fills in where each node's begin. */
function arcsByEnd(nodes: number, to: Int32Array, first: Int32Array): Int32Array {
  for (const node of to) first[node + 1] = (first[node + 1] as number) + 1;
  for (let n = 0; n < nodes; n++) first[n + 1] = (first[n + 1] as number) + (first[n] as number);
  const next = first.slice();
  const arcs = new Int32Array(to.length);
  for (let arc = 0; arc < to.length; arc++) {
    const node = to[arc] as number;
    const at = next[node] as number;
    arcs[at] = arc;
    next[node] = at + 1;
  }
  return arcs;
}

function checkGraph({ nodes, from, to, headwayS }: TransitGraph, wait: WaitParameters): void {
  for (const [name, value] of Object.entries(wait))
    if (!(value >= 0 && Number.isFinite(value))) throw new TransitError(name, `is ${value}`);
  for (let arc = 0; arc < from.length; arc++) {
    for (const node of [from[arc] as number, to[arc] as number])
      if (!(node >= 0 && node < nodes))
        throw new TransitError(`arc ${arc + 1}`, `node ${node + 1} of ${nodes}`);
    checkSeconds('headway', headwayS[arc] as number, arc);
  }
}

function checkSeconds(name: string, value: number, arc: number): void {
  if (!(value >= 0 && Number.isFinite(value)))
    throw new TransitError(`arc ${arc + 1}`, `${name} is ${value} s`);
}
