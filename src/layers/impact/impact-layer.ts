// SPDX-License-Identifier: EUPL-1.2
import type { Roads } from '../../city/city-inputs';
import type { ColumnTable } from '../../city/columns';
import type { LonLat } from '../../city/frames';
import { bytesOf } from '../../query/colour';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { CityLayer } from '../solid/city-layer';
import { type ImpactMap, PALE, paint, type Shown, TEXEL } from './impact-map';
import { StreetRibbons } from './street-ribbons';
import { ZoneSurfaces } from './zone-surfaces';

/** What an impact is drawn on. */
interface ImpactGround {
  readonly anchor: LonLat;
  readonly roads: Roads;
  /** Rows of the fields over zones that are districts. */
  readonly districts: number;
  /** Input table `zone-rings`; null where the city has none: then only buildings show districts. */
  readonly rings: ColumnTable | null;
  /** Row of the district of each building, in order of id; beyond `districts` where it is in none. */
  readonly districtOfBuilding: Uint16Array | null;
}

/** How two sides stand, whatever they are of. */
interface SidesView {
  /** Of the width, where the left side ends and the right begins; null: there is only one, the right. */
  readonly split: number | null;
  /** Districts stand as high as their value. */
  readonly raised: boolean;
  readonly look: Look;
}

/** One side of the line: which map of a field, and what of it. */
export interface Side {
  readonly map: ImpactMap;
  readonly shown: Shown;
}

/** How strongly a building takes the colour of its district. */
const TINT = 0.64;
/** Whose things stand in the city. */
const OWNER = 'impact';

/** An impact on the city: streets as ribbons, or districts as surfaces with their buildings tinted. */
export class ImpactLayer {
  readonly #city: CityLayer;
  readonly #ground: ImpactGround;
  #ribbons: Promise<StreetRibbons> | null = null;
  #surfaces: Promise<ZoneSurfaces> | null = null;
  /** Counts what was asked for: what comes late is not shown. */
  #asked = 0;

  constructor(city: CityLayer, ground: ImpactGround) {
    this.#city = city;
    this.#ground = ground;
  }

  /**
   * Shows two maps of one field, left and right of the line; resolves when they stand in the scene, or something else
   * has been asked for.
   */
  async show([left, right]: readonly [left: Side, right: Side], view: SidesView): Promise<void> {
    const asked = ++this.#asked;
    const isSame = left.map === right.map && left.shown === right.shown;
    const painted = paint(right.map, right.shown);
    const sides = { left: isSame ? painted : paint(left.map, left.shown), right: painted };
    const isDivided = view.split !== null;
    this.split(view.split);
    if (right.map.field.over === 'road') {
      const ribbons = await this.#ribbonsOf();
      if (asked !== this.#asked) return;
      ribbons.show(sides.left, sides.right, isDivided);
      ribbons.setCasing(bytesOf(PALETTE[view.look].ground));
      this.#city.tint(null);
      this.#city.stand(OWNER, [ribbons]);
      return;
    }
    const surfaces = await this.#surfacesOf();
    if (asked !== this.#asked) return;
    surfaces?.show(sides.left, sides.right, isDivided);
    surfaces?.setRaised(view.raised);
    this.#city.stand(OWNER, surfaces ? [surfaces] : []);
    this.#city.tint({ left: this.#tints(sides.left), right: this.#tints(sides.right) });
  }

  /** Moves the line between both sides: nothing else is drawn anew. Null: there is none. */
  split(split: number | null): void {
    this.#city.setSplit(split ?? 0);
  }

  /** Puts the impact away; what was built is kept for the next one. */
  clear(): void {
    this.#asked++;
    this.#city.stand(OWNER, []);
    this.#city.tint(null);
    this.#city.setSplit(0);
  }

  dispose(): void {
    this.#asked++;
    void this.#ribbons?.then((ribbons) => ribbons.dispose());
    void this.#surfaces?.then((surfaces) => surfaces.dispose());
  }

  #ribbonsOf(): Promise<StreetRibbons> {
    // What failed is tried anew when it is asked for again.
    this.#ribbons ??= this.#build().catch((error) => {
      this.#ribbons = null;
      throw error;
    });
    return this.#ribbons;
  }

  async #build(): Promise<StreetRibbons> {
    const { roads, anchor } = this.#ground;
    const ribbons = new StreetRibbons(roads.links, this.#city.stage);
    await ribbons.build(roads, anchor);
    await this.#city.prepare(ribbons);
    return ribbons;
  }

  #surfacesOf(): Promise<ZoneSurfaces> | null {
    const { rings, districts, anchor } = this.#ground;
    if (!rings) return null;
    const build = async () => {
      const surfaces = new ZoneSurfaces(rings, districts, anchor, this.#city.stage);
      await this.#city.prepare(surfaces);
      return surfaces;
    };
    // What failed is tried anew when it is asked for again.
    this.#surfaces ??= build().catch((error) => {
      this.#surfaces = null;
      throw error;
    });
    return this.#surfaces;
  }

  /** Four bytes a building: the colour of its district. */
  #tints(colours: Uint8Array): Uint8Array {
    const { districtOfBuilding, districts } = this.#ground;
    const of = districtOfBuilding ?? new Uint16Array();
    const tints = new Uint8Array(TEXEL * of.length);
    of.forEach((district, id) => {
      if (district >= districts) return;
      const from = TEXEL * district;
      tints.set(colours.subarray(from, from + 3), TEXEL * id);
      const pale = ((colours[from + 3] as number) & PALE) !== 0;
      tints[TEXEL * id + 3] = Math.round(255 * (pale ? TINT / 2 : TINT));
    });
    return tints;
  }
}
