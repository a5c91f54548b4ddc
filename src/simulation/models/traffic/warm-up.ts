// SPDX-License-Identifier: EUPL-1.2
/** A first solve for its own sake, at the start of a worker. Pure. */
import { Assignment } from './equilibrium';
import type { RoadNetwork, UserClass } from './road-network';

/** Crossings a side; zones at some of them. */
const SIDE = 7;
const ZONES = 8;
const TRIPS_VEH_H = 300;

/**
 * Solves a small made-up town and a change of it, so that the engine has compiled what every assignment goes
 * through (and the kernel is there) before the first one that somebody waits for: some tens of milliseconds.
 */
export function warmUp(): void {
  const network = grid();
  const links = network.from.length;
  const vehH = new Float64Array(ZONES * ZONES).fill(TRIPS_VEH_H);
  const demand = { zones: ZONES, vehH };
  const toll = Float64Array.from({ length: links }, (_, link) => (link % 5 === 0 ? 20 : 0));
  const elasticity = {
    totalVehH: vehH.map((value) => 3 * value),
    baseCost: new Float64Array(ZONES * ZONES).fill(300),
    theta: 0.001,
  };
  const classes: UserClass[] = [
    { id: 'fixed', demand },
    { id: 'elastic', demand, addedCost: toll, elasticity },
  ];
  const one = new Assignment(network, classes);
  one.solve({ gap: 1e-4 });
  const other = one.fork();
  other.change({
    network: { ...network, closed: Uint8Array.from({ length: links }, (_, link) => +(link === 3)) },
  });
  other.solve({ gap: 1e-4 });
  other.leastCosts(toll);
}

/** Two-way streets; zones hang on by their connectors. */
function grid(): RoadNetwork {
  const [from, to, capacity]: [number[], number[], number[]] = [[], [], []];
  const both = (a: number, b: number, capacityVehH: number) => {
    from.push(a, b);
    to.push(b, a);
    capacity.push(capacityVehH, capacityVehH);
  };
  const node = (x: number, y: number) => ZONES + x + SIDE * y;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      if (x + 1 < SIDE) both(node(x, y), node(x + 1, y), 400 + 100 * ((x + 2 * y) % 4));
      if (y + 1 < SIDE) both(node(x, y), node(x, y + 1), 400 + 100 * ((2 * x + y) % 4));
    }
  for (let zone = 0; zone < ZONES; zone++)
    both(zone, node((3 * zone) % SIDE, (5 * zone + 1) % SIDE), Number.MAX_SAFE_INTEGER);
  const column = (value: (link: number) => number) => Float64Array.from(from, (_, link) => value(link));
  return {
    nodes: ZONES + SIDE * SIDE,
    zones: ZONES,
    firstThroughNode: ZONES,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    capacityVehH: Float64Array.from(capacity),
    freeFlowCost: column((link) => 40 + (link % 7)),
    alpha: column(() => 0.5),
    beta: column((link) => (link % 3 === 0 ? 2 : 4)),
    fixedCost: column(() => 0),
  };
}
