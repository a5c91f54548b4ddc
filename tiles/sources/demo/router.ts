// SPDX-License-Identifier: EUPL-1.2
import type { Plane } from '../../../src/city/frames';
import { distanceM } from './polygon';
import type { Link, StreetGraph } from './street-files';

/** Shortest ways through the wider streets (A* with straight distance), for tram and bus lines. */
export class Router {
  private readonly around = new Map<number, Link[]>();
  private readonly places: readonly { readonly node: number; readonly at: Plane }[];

  constructor(
    private readonly graph: StreetGraph,
    classes: ReadonlySet<string>,
  ) {
    for (const link of graph.links)
      if (classes.has(link.street.class))
        for (const node of [link.from, link.to]) {
          const list = this.around.get(node);
          if (list) list.push(link);
          else this.around.set(node, [link]);
        }
    this.places = [...this.around.keys()].map((node) => ({ node, at: graph.nodes[node] as Plane }));
  }

  /** Through all the places in turn, from junction to junction; parts without a way are left out. */
  along(places: readonly Plane[]): Plane[] {
    const nodes = places.map((p) => this.nearest(p));
    const out: Plane[] = [];
    for (let i = 0; i + 1 < nodes.length; i++)
      for (const p of this.between(nodes[i] as number, nodes[i + 1] as number)) {
        const last = out.at(-1);
        if (!last || distanceM(last, p) > 0.05) out.push(p);
      }
    return out;
  }

  /** Name of a street at the nearest junction. */
  streetAt(p: Plane): string {
    return this.around.get(this.nearest(p))?.[0]?.street.name ?? '';
  }

  private nearest(p: Plane): number {
    let best = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (const { node, at } of this.places) {
      const d = (at[0] - p[0]) ** 2 + (at[1] - p[1]) ** 2;
      if (d >= nearest) continue;
      best = node;
      nearest = d;
    }
    return best;
  }

  private between(from: number, to: number): Plane[] {
    const goal = this.graph.nodes[to] as Plane;
    const cost = new Map([[from, 0]]);
    const by = new Map<number, Link>();
    const heap = new Heap();
    heap.push(from, distanceM(this.graph.nodes[from] as Plane, goal));
    const done = new Set<number>();
    for (let node = heap.pop(); node !== undefined && node !== to; node = heap.pop()) {
      if (done.has(node)) continue;
      done.add(node);
      for (const link of this.around.get(node) as Link[]) {
        const next = link.from === node ? link.to : link.from;
        const c = (cost.get(node) as number) + link.lengthM;
        if (c >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue;
        cost.set(next, c);
        by.set(next, link);
        heap.push(next, c + distanceM(this.graph.nodes[next] as Plane, goal));
      }
    }
    const back: Plane[][] = [];
    for (let node = to; node !== from; ) {
      const link = by.get(node);
      if (!link) return [];
      back.push(link.to === node ? [...link.points] : [...link.points].reverse());
      node = link.to === node ? link.from : link.to;
    }
    return back.reverse().flat();
  }
}

/** Smallest first. */
class Heap {
  private readonly items: { node: number; key: number }[] = [];

  push(node: number, key: number): void {
    const items = this.items;
    items.push({ node, key });
    for (let i = items.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if ((items[up]?.key as number) <= (items[i]?.key as number)) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): number | undefined {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last || items.length === 0) return top?.node;
    items[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < items.length && (items[child]?.key as number) < (items[least]?.key as number))
          least = child;
      if (least === i) return top.node;
      this.swap(i, least);
      i = least;
    }
  }

  private swap(i: number, j: number): void {
    const item = this.items[i] as { node: number; key: number };
    this.items[i] = this.items[j] as { node: number; key: number };
    this.items[j] = item;
  }
}
