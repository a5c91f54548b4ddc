// SPDX-License-Identifier: EUPL-1.2
/**
 * AssemblyScript, not TypeScript: what ../plain-kernel.ts has, with vectors. `commands/kernel.ts`
 * compiles it into ../kernel-bytes.ts. Arguments are byte offsets but for counts: costs of a node are
 * four f64, its parents four i32; costs of an arc two f64, what it goes by two i32 for each.
 */

/** The arcs' costs over lower ranks, rank by rank. */
export function contract(ranks: i32, first: usize, opposite: usize, cost: usize, by: usize): void {
  let triangle = opposite;
  for (let rank = 0; rank < ranks; rank++) {
    const end = load<i32>(first + ((<usize>rank) << 2), 4);
    for (let low = load<i32>(first + ((<usize>rank) << 2)); low < end; low++) {
      const ofLow = v128.load(cost + ((<usize>low) << 4));
      // Down the lower arc and up the higher one; down the higher one and up the lower.
      const crossed = v128.shuffle<i64>(ofLow, ofLow, 1, 0);
      const lowLane = i32x4.splat(~low);
      for (let high = low + 1; high < end; high++) {
        const arc = (<usize>load<i32>(triangle)) << 4;
        triangle += 4;
        const through = f64x2.add(crossed, v128.load(cost + ((<usize>high) << 4)));
        const old = v128.load(cost + arc);
        const isLess = f64x2.lt(through, old);
        const ways = v128.shuffle<i32>(lowLane, i32x4.splat(high), 0, 4, 1, 5);
        v128.store(cost + arc, f64x2.pmin(old, through));
        v128.store(by + arc, v128.bitselect(ways, v128.load(by + arc), isLess));
      }
    }
  }
}

/** Up from the origins, over the nodes of a list, lowest first. */
export function climb(
  count: i32,
  list: usize,
  first: usize,
  head: usize,
  up: usize,
  cost: usize,
  parent: usize,
): void {
  for (let i = 0; i < count; i++) {
    const node = load<i32>(list + ((<usize>i) << 2));
    const end = load<i32>(first + ((<usize>node) << 2), 4);
    const at = cost + ((<usize>node) << 5);
    const here0 = v128.load(at);
    const here1 = v128.load(at, 16);
    for (let arc = load<i32>(first + ((<usize>node) << 2)); arc < end; arc++) {
      const above = <usize>load<i32>(head + ((<usize>arc) << 2));
      const toward = cost + (above << 5);
      const price = v128.load_splat<f64>(up + ((<usize>arc) << 3));
      const through0 = f64x2.add(here0, price);
      const through1 = f64x2.add(here1, price);
      const old0 = v128.load(toward);
      const old1 = v128.load(toward, 16);
      const isLess = v128.shuffle<i32>(f64x2.lt(through0, old0), f64x2.lt(through1, old1), 0, 2, 4, 6);
      v128.store(toward, f64x2.pmin(old0, through0));
      v128.store(toward, f64x2.pmin(old1, through1), 16);
      const by = parent + (above << 4);
      v128.store(by, v128.bitselect(i32x4.splat(arc), v128.load(by), isLess));
    }
  }
}

/** Down to all nodes, in their order. */
export function descend(
  nodes: i32,
  first: usize,
  head: usize,
  down: usize,
  cost: usize,
  parent: usize,
): void {
  let arc = load<i32>(first);
  for (let node = 0; node < nodes; node++) {
    const end = load<i32>(first + ((<usize>node) << 2), 4);
    const at = cost + ((<usize>node) << 5);
    const by = parent + ((<usize>node) << 4);
    let best0 = v128.load(at);
    let best1 = v128.load(at, 16);
    let best = v128.load(by);
    for (; arc < end; arc++) {
      const above = cost + ((<usize>load<i32>(head + ((<usize>arc) << 2))) << 5);
      const price = v128.load_splat<f64>(down + ((<usize>arc) << 3));
      const through0 = f64x2.add(v128.load(above), price);
      const through1 = f64x2.add(v128.load(above, 16), price);
      const isLess = v128.shuffle<i32>(f64x2.lt(through0, best0), f64x2.lt(through1, best1), 0, 2, 4, 6);
      best0 = f64x2.pmin(best0, through0);
      best1 = f64x2.pmin(best1, through1);
      best = v128.bitselect(i32x4.splat(~arc), best, isLess);
    }
    v128.store(at, best0);
    v128.store(at, best1, 16);
    v128.store(by, best);
  }
}
