// SPDX-License-Identifier: EUPL-1.2
/** User equilibrium by the bi-conjugate Frank–Wolfe method: little memory, for very dense demand. Pure. */
import { AllOrNothing } from './all-or-nothing';
import type { AssignmentOptions, Progress, Unreachable } from './equilibrium';
import { LinkCosts } from './link-cost';
import { checkClass, checkNetwork, type RoadNetwork, type UserClass } from './road-network';
import { ShortestPaths } from './shortest-paths';

export interface LinkEquilibrium extends Progress {
  readonly flowVehH: Float64Array;
  readonly cost: Float64Array;
  readonly objective: number;
  readonly unreachable: Unreachable;
}

/** The previous step is never taken to have gone the whole way: the next direction would not be defined. */
const LONGEST_STEP = 0.99;
const LINE_SEARCH_STEPS = 40;

/**
 * Bi-conjugate Frank–Wolfe (Mitradjieva and Lindberg, Transportation Science 47, 2013): each
 * direction is conjugate to the two before it. One class of fixed demand; its added cost counts.
 * @throws NetworkError where network or demand cannot be assigned.
 */
export function frankWolfe(
  network: RoadNetwork,
  userClass: UserClass,
  { gap, maxIterations = 10_000, onProgress }: AssignmentOptions,
): LinkEquilibrium {
  checkNetwork(network);
  checkClass(userClass, network);
  const links = network.from.length;
  const added = userClass.addedCost ?? new Float64Array(links);
  const whole = {
    ...network,
    fixedCost: network.fixedCost.map((cost, link) => cost + (added[link] as number)),
  };
  const costs = new LinkCosts(whole);
  const ways = new ShortestPaths(network);
  const loading = new AllOrNothing(network, ways);
  const column = () => new Float64Array(links);
  const [flow, cost, slope, target, direction] = [column(), column(), column(), column(), column()];
  let last: Float64Array = column();
  let beforeLast: Float64Array = column();
  costs.update(flow, cost, slope);
  const shut = (of: Float64Array) =>
    network.closed
      ? of.map((value, link) => (network.closed?.[link] === 1 ? Number.POSITIVE_INFINITY : value))
      : of;
  let step = 0;
  for (let iteration = 0; ; iteration++) {
    ways.customise(shut(cost));
    target.fill(0);
    const { sptt, unreachable } = loading.load(userClass.demand, target);
    if (iteration === 0) {
      flow.set(target);
      costs.update(flow, cost, slope);
    }
    const tstt = flow.reduce((sum, x, link) => (x > 0 ? sum + x * (cost[link] as number) : sum), 0);
    const relativeGap = tstt > 0 ? Math.max(0, (tstt - sptt) / tstt) : 0;
    const progress = { iteration, relativeGap, demandGap: 0, tstt };
    const goOn = onProgress?.(progress) ?? true;
    if ((iteration > 0 && relativeGap <= gap) || iteration >= maxIterations || !goOn)
      return { ...progress, flowVehH: flow, cost, objective: costs.objective(flow), unreachable };
    if (iteration === 0) continue;
    const goal = conjugate({ flow, slope, target, last, beforeLast }, step, iteration);
    for (let link = 0; link < links; link++)
      direction[link] = (goal[link] as number) - (flow[link] as number);
    step = lineSearch(costs, flow, direction);
    for (let link = 0; link < links; link++)
      flow[link] = Math.max(0, (flow[link] as number) + step * (direction[link] as number));
    costs.update(flow, cost, slope);
    [last, beforeLast] = [goal, last];
  }
}

interface Points {
  readonly flow: Float64Array;
  readonly slope: Float64Array;
  /** All-or-nothing at the present costs. */
  readonly target: Float64Array;
  /** Where the last two directions led. */
  readonly last: Float64Array;
  readonly beforeLast: Float64Array;
}

/** The point to go toward: a mean of the target and of the last two, its direction conjugate to theirs. */
function conjugate(
  { flow, slope, target, last, beforeLast }: Points,
  step: number,
  iteration: number,
): Float64Array {
  if (iteration < 3 || step >= LONGEST_STEP) return target.slice();
  let [overTwo, ofTwo, overOne, ofOne] = [0, 0, 0, 0];
  for (let link = 0; link < flow.length; link++) {
    const x = flow[link] as number;
    const h = slope[link] as number;
    const toTarget = (target[link] as number) - x;
    const toLast = (last[link] as number) - x;
    const mixed = step * (last[link] as number) + (1 - step) * (beforeLast[link] as number) - x;
    overTwo += mixed * h * toTarget;
    ofTwo += mixed * h * ((beforeLast[link] as number) - (last[link] as number));
    overOne += toLast * h * toTarget;
    ofOne += toLast * h * toLast;
  }
  const mu = ofTwo === 0 ? 0 : Math.max(0, -overTwo / ofTwo);
  const nu = ofOne === 0 ? 0 : Math.max(0, -overOne / ofOne + (mu * step) / (1 - step));
  const share = 1 / (1 + mu + nu);
  return target.map(
    (value, link) => share * (value + nu * (last[link] as number) + mu * (beforeLast[link] as number)),
  );
}

/** The step in 0 to 1 at which the objective is least: where the costs along the direction cancel. */
function lineSearch(costs: LinkCosts, flow: Float64Array, direction: Float64Array): number {
  const [at, cost, slope] = [flow.slice(), flow.slice(), flow.slice()];
  const steepness = (step: number) => {
    for (let link = 0; link < flow.length; link++)
      at[link] = Math.max(0, (flow[link] as number) + step * (direction[link] as number));
    costs.update(at, cost, slope);
    return direction.reduce((sum, d, link) => (d === 0 ? sum : sum + d * (cost[link] as number)), 0);
  };
  let [low, high] = [0, 1];
  if (steepness(1) <= 0) return 1;
  for (let i = 0; i < LINE_SEARCH_STEPS; i++) {
    const middle = (low + high) / 2;
    if (steepness(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
