// SPDX-License-Identifier: EUPL-1.2
/** How the shelf of measures stands in the menu: by group, ready-made ones first. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { MEASURES, type MeasureId } from '../../../scenario/measures';
import type { MeasureKind, Preset } from '../../../scenario/measures/measure';

export const GROUPS = {
  access: ['road-pricing', 'emission-ban', 'parking-price'],
  streets: ['close-streets', 'one-way', 'lanes', 'speed-limit', 'school-street'],
  transit: ['transit-line', 'transit-frequency', 'transit-fare'],
  bicycle: ['bicycle-lanes'],
  work: ['remote-work', 'delivery-hours'],
  growth: ['new-housing', 'new-jobs'],
  schools: ['new-school', 'school-places', 'move-school', 'close-school'],
  care: ['new-service', 'home-care-team', 'outreach-calls'],
  shops: ['large-store'],
  green: ['plant-trees', 'new-park', 'de-paving'],
} as const satisfies Record<string, readonly MeasureId[]>;
export type Group = keyof typeof GROUPS;

export interface Offers {
  readonly group: Group;
  readonly presets: readonly { readonly kind: MeasureKind; readonly preset: Preset }[];
  readonly kinds: readonly MeasureKind[];
}

/** What can be added to this city; while its areas are not known, all. */
export function offersFor(city: Pick<CityInputs, 'areas'> | null): Offers[] {
  return (Object.keys(GROUPS) as Group[]).map((group) => {
    const ids: readonly MeasureId[] = GROUPS[group];
    const kinds = (MEASURES as readonly MeasureKind[]).filter(({ id }) => ids.includes(id as MeasureId));
    const presets = kinds.flatMap((kind) =>
      kind.presets.filter((preset) => fits(preset, city)).map((preset) => ({ kind, preset })),
    );
    return { group, presets, kinds };
  });
}

/** Ready-made measures to begin with, where the city has their place. */
const FIRST: readonly string[] = ['area-c-7.5', 'city-30', 'who-can-20'];

export function firstOffers(city: Pick<CityInputs, 'areas'> | null): Offers['presets'] {
  const all = offersFor(city).flatMap(({ presets }) => presets);
  return FIRST.flatMap((id) => all.filter(({ preset }) => preset.id === id));
}

function fits({ place }: Preset, city: Pick<CityInputs, 'areas'> | null): boolean {
  if (!city || place.kind !== 'area') return true;
  const { areaId } = place;
  return (
    city.areas.some(({ id }) => id === areaId) ||
    city.areas.filter((area) => area.class === areaId).length === 1
  );
}
