// SPDX-License-Identifier: EUPL-1.2
/** Draws the answer of the run on the city, or of scenarios that are compared, as the stores say. Sent with the first. */

import type { Catalogue } from '../../city/catalogue';
import { columnIfAny } from '../../city/columns';
import { ImpactLayer, type Side } from '../../layers/impact/impact-layer';
import { comparedMaps, type ImpactMap, impactMap, sidesOf } from '../../layers/impact/impact-map';
import type { CityLayer } from '../../layers/solid/city-layer';
import { cityFiles } from '../state/city-files';
import { cityInputs } from '../state/city-inputs';
import { drawnOf, onMapNow, useDesk } from '../state/desk/desk';
import { tellFault } from '../state/fault';
import { drawnImpact } from '../state/impact-view';
import { useStore } from '../state/store';
import type { MapSession } from './map-session';

/** What is to stand on a map: drawn anew where a part of `of` changes, and not where only the line moves. */
interface Wanted {
  readonly of: readonly unknown[];
  readonly split: number | null;
  readonly show: (layer: ImpactLayer, districts: number) => Promise<void>;
}
/** Which of two views beside each other a map is. */
export type ViewPlace = 'first' | 'second';

/** Keeps the map as the stores say; returns how to end it. */
export function drawImpact(
  { whenStyled }: Pick<MapSession, 'whenStyled'>,
  city: CityLayer,
  catalogue: Catalogue,
  cityUrl: string,
  place: ViewPlace,
): () => void {
  let closed = false;
  let layer: Promise<{ layer: ImpactLayer; districts: number }> | null = null;
  let stands: Wanted | null = null;
  const draw = () => {
    const asked = wantedOn(place);
    stands = asked;
    if (!asked) return void layer?.then((made) => made.layer.clear());
    layer ??= impactLayer(city, catalogue, cityUrl);
    count(1);
    layer
      .then((made) => {
        // What was asked for since is drawn by whoever asked.
        if (!closed && stands === asked) return asked.show(made.layer, made.districts);
      })
      .catch((error: unknown) => {
        // Asked for again with the next answer.
        layer = null;
        if (!closed) tellFault(error);
      })
      .finally(() => count(-1));
  };
  whenStyled(draw);
  const follow = () => {
    const now = wantedOn(place);
    const isSame = now === stands || (now && stands && isDrawnAlike(now, stands));
    if (!isSame) return whenStyled(draw);
    // A line that is dragged moves at once, and nothing is drawn anew for it.
    if (now && layer && now.split !== stands?.split) {
      stands = now;
      void layer.then((made) => made.layer.split(now.split));
    }
  };
  const stops = [useStore.subscribe(follow), useDesk.subscribe(follow)];
  return () => {
    closed = true;
    for (const stop of stops) stop();
    void layer?.then(
      (made) => made.layer.dispose(),
      () => {},
    );
  };
}

const isDrawnAlike = (one: Wanted, other: Wanted): boolean =>
  one.of.length === other.of.length &&
  one.of.every((part, i) => part === other.of[i]) &&
  (one.split === null) === (other.split === null);

/** The scenarios that are compared; else the answer of the run, which is on the first view alone. */
function wantedOn(place: ViewPlace): Wanted | null {
  return wantedOfDesk(place) ?? (place === 'first' ? wantedOfRun() : null);
}

function wantedOfRun(): Wanted | null {
  const { look, impactView, ...state } = useStore.getState();
  const impact = drawnImpact({ ...state, impactView });
  if (!impact) return null;
  const { field, mode, raised } = impactView;
  const split = mode === 'swipe' ? impactView.split : null;
  return {
    of: [impact, field, mode, raised, look],
    split,
    show: (layer, districts) => {
      const map = impactMap(impact, field, districts, look);
      const [left, right] = sidesOf(mode);
      return layer.show(
        [
          { map, shown: left },
          { map, shown: right },
        ],
        { split, raised, look },
      );
    },
  };
}

function wantedOfDesk(place: ViewPlace): Wanted | null {
  const shown = onMapNow();
  if (!shown || (place === 'second' && shown.map !== 'side')) return null;
  const { left, right, all, against, field, map } = shown;
  const { raised, split: at } = useDesk.getState();
  const { look } = useStore.getState();
  const split = map === 'swipe' ? at : null;
  const [one, other] = map === 'swipe' ? [left, right] : place === 'first' ? [left, left] : [right, right];
  return {
    of: [one.answer, other.answer, ...all.map(({ answer }) => answer), against?.answer, field, raised, look],
    split,
    show: (layer, districts) => {
      const maps = comparedMaps(drawnOf(shown), field, districts, look);
      const side = ({ id }: { readonly id: string }): Side => ({
        map: maps[all.findIndex((each) => each.id === id)] as ImpactMap,
        shown: 'change',
      });
      return layer.show([side(one), side(other)], { split, raised, look });
    },
  };
}

/** For those who look at the page from outside (test-hook.ts). */
function count(changes: 1 | -1): void {
  if (window.__gemello) window.__gemello.impactChanges += changes;
}

/** Of no district. */
const NOWHERE = 0xffff;

async function impactLayer(city: CityLayer, catalogue: Catalogue, cityUrl: string) {
  const files = cityFiles(catalogue, cityUrl);
  const [{ roads, zones }, rings, buildings] = await Promise.all([
    cityInputs(catalogue, cityUrl),
    files.columnsIfAny('zone-rings'),
    files.columnsIfAny('buildings'),
  ]);
  const rowOf = new Map([...zones.id.subarray(0, zones.districts)].map((id, row) => [id, row]));
  const district = buildings && columnIfAny(buildings, 'district')?.values;
  const layer = new ImpactLayer(city, {
    anchor: catalogue.city.centre,
    roads,
    districts: zones.districts,
    rings,
    districtOfBuilding: district ? Uint16Array.from(district, (id) => rowOf.get(id) ?? NOWHERE) : null,
  });
  return { layer, districts: zones.districts };
}
