// SPDX-License-Identifier: EUPL-1.2
/** A city that is asked how one walks in it: what does not depend on the question is made once. */

import { isInside } from '../city/areas';
import type { ColumnTable } from '../city/columns';
import { MIN_CELL_COUNT } from '../city/disclosure';
import { type LonLat, type Plane, plane, planeToLonLat } from '../city/frames';
import { PARK_CLASSES } from '../city/ground';
import type { InputTable } from '../city/inputs';
import { EdgeFinder, type EdgePoint } from './models/walking/edge-finder';
import { entrancesOf, type GreenArea, GreenFinder, greenAreas, SNAP_M } from './models/walking/green';
import { treesInside } from './models/walking/park-trees';
import { lineOf, type Stretch, stretchesBetween, WALK_M_PER_MIN, walkFrom } from './models/walking/reach';
import { reachedArea } from './models/walking/reached-area';
import {
  newestRegister,
  type Residents,
  residentsByBuilding,
  residentsNear,
} from './models/walking/residents';
import { type WalkingGraph, walkingGraph } from './models/walking/walking-graph';
import { parkShade } from './park-shade-answer';
import {
  type AnswerTo,
  WALK_MINUTES,
  type WalkAnswer,
  type WalkQuestion,
  type WalkStep,
  type WalkTarget,
} from './walk-protocol';

/** No street is near the place that was asked about. */
export class NoStreetError extends Error {}

/** Round what is estimated: single persons would say more than is known. */
const ROUND_TO = 10;

export class WalkingCity {
  readonly #tables = new Map<InputTable, ColumnTable>();
  #network: { readonly graph: WalkingGraph; readonly finder: EdgeFinder } | null = null;
  #residents: Residents | null = null;
  #greens: readonly GreenArea[] | null = null;
  #greenFinder: GreenFinder | null = null;

  add(tables: readonly ColumnTable[]): void {
    for (const table of tables) this.#tables.set(table.id as InputTable, table);
  }

  /** @throws NoStreetError, RangeError where a table lacks something. `told` hears what is being done. */
  answer(question: WalkQuestion, told: (step: WalkStep) => void): WalkAnswer {
    switch (question.kind) {
      case 'reach':
        return this.#reach(question.to, told);
      case 'nearest-green':
        return this.#nearestGreen(question.at);
      case 'district-green':
        return this.#districtGreen(question.zone);
      case 'park':
        return this.#park(question.id);
      case 'shade': {
        const green = this.#greenOf(question.id);
        const [trees, buildings] = [this.#tables.get('trees'), this.#tables.get('buildings')];
        return { kind: 'shade', found: green ? parkShade(green, trees, buildings, question.atMs) : null };
      }
    }
  }

  #reach(to: WalkTarget, told: (step: WalkStep) => void): AnswerTo<{ kind: 'reach'; to: WalkTarget }> {
    told('network');
    const { graph, finder } = this.#ready();
    const starts = this.#startsOf(to, finder);
    told('walk');
    const limitsM = WALK_MINUTES.map((minutes) => minutes * WALK_M_PER_MIN);
    const reach = walkFrom(graph, starts, limitsM.at(-1) as number);
    told('area');
    const streets = limitsM.map((limitM, i) => stretchesBetween(reach, limitsM[i - 1] ?? -1, limitM));
    const inside = to.kind === 'green' ? (this.#greenOf(to.id)?.rings ?? []) : [];
    const areas = limitsM.map((limitM) => reachedArea(reach, limitM, inside));
    told('people');
    const residents = this.#residentsIfAny();
    const near = residents && residentsNear(reach, finder, residents, limitsM);
    let streetM = 0;
    return {
      kind: 'reach',
      bands: WALK_MINUTES.map((minutes, i) => {
        streetM += metresOf(streets[i] as Stretch[]);
        return {
          minutes,
          area: areas[i]!.map((polygon) => polygon.map((ring) => ring.map(planeToLonLat))),
          streets: streets[i]!.map((stretch) => lonLats(lineOf(graph, stretch))),
          streetM,
          residents: near && {
            persons: toldOf(near.persons[i]!),
            aged65Plus: toldOf(near.aged65Plus[i]!),
            minors: toldOf(near.minors[i]!),
          },
        };
      }),
      awayM: to.kind === 'place' ? (starts[0] as EdgePoint).awayM : 0,
      year: residents?.year ?? 0,
      short: near?.short ?? false,
    };
  }

  #startsOf(to: WalkTarget, finder: EdgeFinder): readonly EdgePoint[] {
    if (to.kind === 'place') {
      const start = finder.nearest(to.at, SNAP_M);
      if (!start) throw new NoStreetError(`no street within ${SNAP_M} m`);
      return [start];
    }
    const green = this.#greenOf(to.id);
    const entrances = green ? entrancesOf(green, finder) : [];
    if (entrances.length === 0) throw new NoStreetError('no street leads to the green area');
    return entrances;
  }

  #nearestGreen(at: Plane): AnswerTo<{ kind: 'nearest-green'; at: Plane }> {
    const found = this.#parks().nearest(at);
    if (!found) return { kind: 'nearest-green', found: null };
    const { id, name, areaM2, at: inside } = found.green;
    return {
      kind: 'nearest-green',
      found: { id, name, areaM2, metres: found.metres, at: planeToLonLat(inside) },
    };
  }

  #districtGreen(zone: number): AnswerTo<{ kind: 'district-green'; zone: number }> {
    const parks = this.#parks();
    const residents = this.#residentsIfAny();
    const walks: { metres: number; persons: number }[] = [];
    for (let i = 0; residents && i < residents.count; i++) {
      if (residents.district[i] !== zone) continue;
      const found = parks.nearest(plane(residents.eastM[i]!, residents.northM[i]!));
      walks.push({ metres: found?.metres ?? Number.POSITIVE_INFINITY, persons: residents.persons[i]! });
    }
    const all = walks.reduce((sum, { persons }) => sum + persons, 0);
    if (!(all >= MIN_CELL_COUNT)) return { kind: 'district-green', found: null };
    walks.sort((a, b) => a.metres - b.metres);
    let [passed, medianM] = [0, Number.POSITIVE_INFINITY];
    for (const { metres, persons } of walks) {
      passed += persons;
      if (passed < all / 2) continue;
      medianM = metres;
      break;
    }
    const within = (limitM: number) =>
      walks.reduce((sum, { metres, persons }) => (metres <= limitM ? sum + persons : sum), 0) / all;
    return {
      kind: 'district-green',
      found: { medianM, within300M: within(300), within10Min: within(10 * WALK_M_PER_MIN) },
    };
  }

  #park(id: string): AnswerTo<{ kind: 'park'; id: string }> {
    const park = this.#greenOf(id);
    if (!park) return { kind: 'park', found: null };
    const inside = (of: GreenArea['class']) =>
      this.#allGreens().filter(({ class: own, at }) => own === of && isInside(at, park.rings)).length;
    const trees = this.#tables.get('trees');
    return {
      kind: 'park',
      found: {
        areaM2: park.areaM2,
        trees: trees ? treesInside(trees, park.rings) : null,
        playgrounds: park.class === 'playground' ? 0 : inside('playground'),
        dogAreas: park.class === 'dog-area' ? 0 : inside('dog-area'),
        perResidentM2: this.#perResidentM2(park.zone),
        zone: park.zone,
      },
    };
  }

  #perResidentM2(zone: number): number | null {
    const population = this.#tables.get('population');
    const register = population && newestRegister(population).get(zone);
    if (!register || register.total < MIN_CELL_COUNT) return null;
    const areaM2 = this.#allGreens()
      .filter((green) => green.zone === zone && PARK_CLASSES.includes(green.class))
      .reduce((sum, green) => sum + green.areaM2, 0);
    return areaM2 / register.total;
  }

  #ready(): { readonly graph: WalkingGraph; readonly finder: EdgeFinder } {
    if (!this.#network) {
      const graph = walkingGraph({
        nodes: this.#table('street-nodes'),
        links: this.#table('street-links'),
        shapes: this.#table('street-shapes'),
      });
      this.#network = { graph, finder: new EdgeFinder(graph) };
    }
    return this.#network;
  }

  #residentsIfAny(): Residents | null {
    const [buildings, population] = [this.#tables.get('buildings'), this.#tables.get('population')];
    if (!buildings || !population) return null;
    this.#residents ??= residentsByBuilding(buildings, population);
    return this.#residents;
  }

  #allGreens(): readonly GreenArea[] {
    this.#greens ??= greenAreas(this.#table('green-areas'), this.#table('green-rings'));
    return this.#greens;
  }

  #greenOf(id: string): GreenArea | undefined {
    return this.#allGreens().find((green) => green.id === id);
  }

  #parks(): GreenFinder {
    const { graph, finder } = this.#ready();
    this.#greenFinder ??= new GreenFinder(graph, finder, this.#allGreens());
    return this.#greenFinder;
  }

  #table(id: InputTable): ColumnTable {
    const table = this.#tables.get(id);
    if (!table) throw new RangeError(`the table ${id} has not come`);
    return table;
  }
}

const toldOf = (persons: number): number | null =>
  persons < MIN_CELL_COUNT ? null : Math.max(ROUND_TO, Math.round(persons / ROUND_TO) * ROUND_TO);

const metresOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);

function lonLats(line: readonly number[]): LonLat[] {
  const points: LonLat[] = [];
  for (let i = 0; i < line.length; i += 2)
    points.push(planeToLonLat(plane(line[i] as number, line[i + 1] as number)));
  return points;
}
