// SPDX-License-Identifier: EUPL-1.2
/** Access to services by every method there is, from tables or from an example in JSON. */
import { dirname, join } from 'node:path';
import {
  AccessError,
  type Catchments,
  type Decay,
  gaussian,
  reachableSupply,
  steps,
  threeStepAccess,
  twoStepAccess,
  within,
} from '../../src/simulation/models/service-access/floating-catchment';
import { rationalAgentCost } from '../../src/simulation/models/service-access/rational-agents';
import { filesOf, type Table, tablesOf, textOf, UsageError } from './tables';

/** By place, each method's figure. */
export type AccessRow = Readonly<Record<string, number | string>>;

/** The folder beside the given one where distances are looked for that this has not: `--help` says so. */
const BESIDE = 'spopt-sf205';
/** Those of the published case, where no file of parameters says otherwise. */
const PARAMETERS = { fca: 5000, R: 5000, step: { 1000: 1, 3000: 0.68, 5000: 0.22 }, sigma: 2000, tau: 5000 };

/**
 * Of a folder: a table of places (id, pop), one of services (id, cap), distances (distance, name,
 * DestinationName) and parameters in JSON (fca, R, step, sigma, tau); or examples in JSON (tracts with geoid,
 * pop, doc; scenarios of costs), weighted by 1/cost.
 * @throws UsageError: a table is missing, a row is no number; AccessError: figures that cannot be.
 */
export function accessOf(dir: string): Readonly<Record<string, readonly AccessRow[]>> {
  const examples = filesOf(dir)
    .filter((file) => /\.json$/i.test(file))
    .map((file) => ({ file, content: jsonOf(file) }));
  const answers: Record<string, readonly AccessRow[]> = {};
  for (const { file, content } of examples)
    if (isExample(content))
      for (const scenario of content.scenarios)
        add(answers, `scenario ${scenario.scenario}`, ofScenario(file, content, scenario));
  const tables = tablesOf(dir);
  const places = tables.find(({ head }) => head.includes('id') && head.includes('pop'));
  const services = tables.find(
    ({ head }) => head.includes('id') && head.includes('cap') && !head.includes('pop'),
  );
  if (places && services) {
    const said = examples.find(({ content }) => 'fca' in content || 'tau' in content)?.content ?? {};
    const parameters = { ...PARAMETERS, ...(said as object) };
    for (const [name, value] of Object.entries({ ...parameters, ...parameters.step }))
      if (name !== 'step' && !(Number(value) > 0))
        throw new UsageError(`${dir}: the parameter ${name} is ${value}`);
    answers.access = ofTables(dir, places, services, parameters);
  }
  if (Object.keys(answers).length === 0)
    throw new UsageError(
      `${dir}: no tables of places (id, pop) and services (id, cap), and no example in JSON`,
    );
  return answers;
}

function add(answers: Record<string, readonly AccessRow[]>, name: string, rows: readonly AccessRow[]): void {
  if (Object.hasOwn(answers, name)) throw new UsageError(`${name} is in two files`);
  answers[name] = rows;
}

interface Scenario {
  readonly scenario: number | string;
  readonly cost: readonly (readonly number[])[];
}
interface Example {
  readonly tracts: readonly { readonly geoid: number; readonly pop: number; readonly doc: number }[];
  readonly max_cost: number;
  readonly scenarios: readonly Scenario[];
}

function jsonOf(file: string): object {
  try {
    const content: unknown = JSON.parse(textOf(file));
    return typeof content === 'object' && content !== null ? content : {};
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: is no JSON (${(error as Error).message})`);
  }
}

const isExample = (content: object): content is Example =>
  'tracts' in content &&
  'scenarios' in content &&
  Array.isArray(content.tracts) &&
  Array.isArray(content.scenarios);

function ofScenario(file: string, { tracts, max_cost }: Example, { scenario, cost }: Scenario): AccessRow[] {
  if (!(max_cost > 0)) throw new UsageError(`${file}: max_cost is ${max_cost}`);
  if (!Array.isArray(cost)) throw new UsageError(`${file}, scenario ${scenario}: has no costs`);
  const at = new Map(tracts.map(({ geoid }, i) => [geoid, i]));
  const costs = new Float64Array(tracts.length ** 2).fill(Number.POSITIVE_INFINITY);
  for (const [origin, destination, minutes] of cost) {
    const [place, service] = [at.get(origin as number), at.get(destination as number)];
    if (place === undefined || service === undefined)
      throw new UsageError(`${file}, scenario ${scenario}: ${origin} to ${destination} is between no tracts`);
    if (!((minutes as number) > 0))
      throw new UsageError(`${file}, scenario ${scenario}: ${origin} to ${destination} costs ${minutes}`);
    costs[service * tracts.length + place] = minutes as number;
  }
  const town: Catchments = {
    demand: Float64Array.from(tracts, ({ pop }) => pop),
    supply: Float64Array.from(tracts, ({ doc }) => doc),
    cost: costs,
  };
  const inverse: Decay = (minutes) => (minutes < max_cost ? 1 / minutes : 0);
  return rowsOf(
    tracts.map(({ geoid }) => geoid),
    {
      '2sfca': twoStepAccess(town, inverse),
      '3sfca': threeStepAccess(town, inverse, (minutes) => 1 / minutes),
    },
  );
}

function ofTables(dir: string, places: Table, services: Table, parameters: typeof PARAMETERS): AccessRow[] {
  checkApart(places);
  checkApart(services);
  const [placeIds, serviceIds] = [places, services].map(({ rows }) => rows.map(({ id }) => id ?? '')) as [
    string[],
    string[],
  ];
  const town: Catchments = {
    demand: columnOf(places, 'pop'),
    supply: columnOf(services, 'cap'),
    cost: costsOf(dir, placeIds, serviceIds),
  };
  const { fca, R, step, sigma, tau } = parameters;
  const stepped = steps(Object.entries(step).map(([upTo, weight]) => [Number(upTo), weight]));
  return rowsOf(placeIds, {
    s2sfca: twoStepAccess(town, within(fca)),
    e2sfca: twoStepAccess(town, stepped),
    g2sfca: twoStepAccess(town, gaussian(sigma, fca)),
    t3sfca: threeStepAccess(town, stepped),
    cum: reachableSupply(town, within(R)),
    raam: rationalAgentCost(town, tau),
  });
}

function costsOf(dir: string, places: readonly string[], services: readonly string[]): Float64Array {
  const columns = ['distance', 'name', 'DestinationName'];
  const hasThem = ({ head }: Table) => columns.every((name) => head.includes(name));
  const beside = join(dirname(dir.replace(/\/+$/, '')), BESIDE);
  const table = tablesOf(dir).find(hasThem) ?? besideOf(beside)?.find(hasThem);
  if (!table) throw new UsageError(`${dir}, ${beside}: no CSV has the columns ${columns.join(', ')}`);
  const [placeAt, serviceAt] = [places, services].map(
    (ids) => new Map(ids.map((id, i) => [same(id), i])),
  ) as [Map<string, number>, Map<string, number>];
  const cost = new Float64Array(places.length * services.length).fill(Number.POSITIVE_INFINITY);
  const distance = columnOf(table, 'distance');
  const said = new Set<number>();
  table.rows.forEach(({ name = '', DestinationName = '' }, i) => {
    const [place, service] = [placeAt.get(same(DestinationName)), serviceAt.get(same(name))];
    // The table may be of more places and services than these.
    if (place === undefined || service === undefined) return;
    const cell = service * places.length + place;
    if (said.has(cell))
      throw new AccessError(`${table.file}, row ${i + 1}`, `${name} to ${DestinationName} is said twice`);
    said.add(cell);
    cost[cell] = distance[i] as number;
  });
  if (said.size === 0) throw new AccessError(table.file, 'no row is from a service to a place');
  return cost;
}

/** @throws AccessError: a place or a service that is there twice. */
function checkApart({ file, rows }: Table): void {
  const seen = new Set<string>();
  rows.forEach(({ id = '' }, i) => {
    if (seen.has(same(id))) throw new AccessError(`${file}, row ${i + 1}`, `${id} is said twice`);
    seen.add(same(id));
  });
}

function besideOf(folder: string): Table[] | undefined {
  try {
    return tablesOf(folder);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A tract is called 060750101.00 in one table, 60750101.0 in another. */
const same = (id: string): string => (Number.isFinite(Number(id)) && id.trim() ? String(Number(id)) : id);

function columnOf({ file, rows }: Table, name: string): Float64Array {
  return Float64Array.from(rows, (row, i) => {
    const value = row[name]?.trim() ? Number(row[name]) : Number.NaN;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new AccessError(`${file}, row ${i + 1}`, `${name} is "${row[name] ?? ''}"`);
    return value;
  });
}

function rowsOf(
  ids: readonly (string | number)[],
  methods: Readonly<Record<string, Float64Array>>,
): AccessRow[] {
  return ids.map((id, place) => ({
    id,
    ...Object.fromEntries(Object.entries(methods).map(([name, figures]) => [name, figures[place] as number])),
  }));
}
