// SPDX-License-Identifier: EUPL-1.2
/**
 * Every emission class of the fleet and its curves. What no source gives is assumed, and said at its place.
 * Hot exhaust only: cold starts, evaporation and the heavy vehicles that no demand model here sends are left out. Pure.
 */
import { DIESEL_NOX, DIESEL_PM, ENERGY, PETROL_NOX, PETROL_PM } from './car-curves';
import type { FactorCurve } from './hot-exhaust';
import {
  MOTORCYCLE_FUEL,
  MOTORCYCLE_NOX,
  MOTORCYCLE_PM,
  VAN_FUEL,
  VAN_NOX,
  VAN_PM,
} from './van-motorcycle-curves';

export const VEHICLE_KINDS = ['car', 'van', 'motorcycle'] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

/** A curve of energy (MJ/km) or fuel (g/km) and the grams of CO2 that one unit of it makes. */
interface CarbonPart {
  readonly curve: FactorCurve;
  readonly co2GPerUnit: number;
}

export interface ClassFactors {
  readonly kind: VehicleKind;
  /** g/km; none: no exhaust pipe. */
  readonly noxGKm?: FactorCurve;
  readonly pmGKm?: FactorCurve;
  /** Summed. */
  readonly co2: readonly CarbonPart[];
  /** On the road it emits more NOx than its curve says: scaled by `dieselEuro6NoxFactor`. */
  readonly understatedNox?: true;
}

/** Grams of CO2 per MJ burnt and MJ per kg of fuel: IPCC 2006 Guidelines, volume 2, tables 3.2.1 and 1.2. */
const CO2_G_MJ = { petrol: 69.3, diesel: 74.1, lpg: 63.1, cng: 56.1 } as const;
const MJ_KG = { petrol: 44.3, diesel: 43.0 } as const;

const car = (
  noxGKm: FactorCurve,
  pmGKm: FactorCurve,
  curve: FactorCurve,
  fuel: keyof typeof CO2_G_MJ,
): ClassFactors => ({ kind: 'car', noxGKm, pmGKm, co2: [{ curve, co2GPerUnit: CO2_G_MJ[fuel] }] });

/** Assumption: two hybrids of three are mild, which burn like a petrol car; the third is a full hybrid. */
const MILD_SHARE = 2 / 3;
const hybrid = (noxGKm: FactorCurve, pmGKm: FactorCurve): ClassFactors => ({
  kind: 'car',
  noxGKm,
  pmGKm,
  co2: [
    { curve: ENERGY.petrolEuro4On, co2GPerUnit: MILD_SHARE * CO2_G_MJ.petrol },
    { curve: ENERGY.fullHybrid, co2GPerUnit: (1 - MILD_SHARE) * CO2_G_MJ.petrol },
  ],
});

const burning = (
  kind: VehicleKind,
  fuel: keyof typeof MJ_KG,
  noxGKm: FactorCurve,
  pmGKm: FactorCurve,
  fuelGKm: FactorCurve,
): ClassFactors => ({
  kind,
  noxGKm,
  pmGKm,
  co2: [{ curve: fuelGKm, co2GPerUnit: (MJ_KG[fuel] * CO2_G_MJ[fuel]) / 1000 }],
});
const van = (nox: FactorCurve, pm: FactorCurve, fuel: FactorCurve) => burning('van', 'diesel', nox, pm, fuel);
const motorcycle = (nox: FactorCurve, pm: FactorCurve, fuel: FactorCurve) =>
  burning('motorcycle', 'petrol', nox, pm, fuel);

/**
 * Assumptions: hybrids, LPG and CNG cars emit the NOx and PM of a petrol car of their Euro class; every van is
 * diesel; vans before Euro 3 are as Euro 2; motorcycles are four-stroke under 250 cm³ and those of Euro 4 and 5
 * count as Euro 3 (which overstates them). "6" is 6a–c, "6d" is 6d-TEMP and 6d.
 */
export const EMISSION_CLASSES = {
  'petrol-euro0': car(PETROL_NOX.euro0, PETROL_PM.euro1to2, ENERGY.petrolEuro0, 'petrol'),
  'petrol-euro1': car(PETROL_NOX.euro1, PETROL_PM.euro1to2, ENERGY.petrolEuro1, 'petrol'),
  'petrol-euro2': car(PETROL_NOX.euro2, PETROL_PM.euro1to2, ENERGY.petrolEuro2, 'petrol'),
  'petrol-euro3': car(PETROL_NOX.euro3, PETROL_PM.euro3to4, ENERGY.petrolEuro3, 'petrol'),
  'petrol-euro4': car(PETROL_NOX.euro4, PETROL_PM.euro3to4, ENERGY.petrolEuro4On, 'petrol'),
  'petrol-euro5': car(PETROL_NOX.euro5, PETROL_PM.euro5, ENERGY.petrolEuro4On, 'petrol'),
  'petrol-euro6': car(PETROL_NOX.euro6, PETROL_PM.euro6, ENERGY.petrolEuro4On, 'petrol'),
  'petrol-euro6d': car(PETROL_NOX.euro6d, PETROL_PM.euro6d, ENERGY.petrolEuro4On, 'petrol'),
  'diesel-euro0': car(DIESEL_NOX.euro0, DIESEL_PM.euro0, ENERGY.dieselEuro0, 'diesel'),
  'diesel-euro1': car(DIESEL_NOX.euro1, DIESEL_PM.euro1, ENERGY.dieselEuro1, 'diesel'),
  'diesel-euro2': car(DIESEL_NOX.euro2, DIESEL_PM.euro2, ENERGY.dieselEuro2, 'diesel'),
  'diesel-euro3': car(DIESEL_NOX.euro3, DIESEL_PM.euro3, ENERGY.dieselEuro3On, 'diesel'),
  'diesel-euro4': car(DIESEL_NOX.euro4, DIESEL_PM.euro4, ENERGY.dieselEuro3On, 'diesel'),
  'diesel-euro5': car(DIESEL_NOX.euro5, DIESEL_PM.euro5, ENERGY.dieselEuro3On, 'diesel'),
  'diesel-euro6': {
    ...car(DIESEL_NOX.euro6, DIESEL_PM.euro6, ENERGY.dieselEuro3On, 'diesel'),
    understatedNox: true,
  },
  'diesel-euro6d': car(DIESEL_NOX.euro6d, DIESEL_PM.euro6, ENERGY.dieselEuro3On, 'diesel'),
  'hybrid-euro5': hybrid(PETROL_NOX.euro5, PETROL_PM.euro5),
  'hybrid-euro6': hybrid(PETROL_NOX.euro6, PETROL_PM.euro6),
  'hybrid-euro6d': hybrid(PETROL_NOX.euro6d, PETROL_PM.euro6d),
  'lpg-euro3': car(PETROL_NOX.euro3, PETROL_PM.euro3to4, ENERGY.lpg, 'lpg'),
  'lpg-euro4': car(PETROL_NOX.euro4, PETROL_PM.euro3to4, ENERGY.lpg, 'lpg'),
  'lpg-euro5': car(PETROL_NOX.euro5, PETROL_PM.euro5, ENERGY.lpg, 'lpg'),
  'lpg-euro6': car(PETROL_NOX.euro6, PETROL_PM.euro6, ENERGY.lpg, 'lpg'),
  'lpg-euro6d': car(PETROL_NOX.euro6d, PETROL_PM.euro6d, ENERGY.lpg, 'lpg'),
  'cng-euro4': car(PETROL_NOX.euro4, PETROL_PM.euro3to4, ENERGY.cng, 'cng'),
  'cng-euro5': car(PETROL_NOX.euro5, PETROL_PM.euro5, ENERGY.cng, 'cng'),
  'cng-euro6': car(PETROL_NOX.euro6, PETROL_PM.euro6, ENERGY.cng, 'cng'),
  'cng-euro6d': car(PETROL_NOX.euro6d, PETROL_PM.euro6d, ENERGY.cng, 'cng'),
  electric: { kind: 'car', co2: [] },
  'van-diesel-euro2': van(VAN_NOX.euro2, VAN_PM.euro2, VAN_FUEL.euro2to4),
  'van-diesel-euro3': van(VAN_NOX.euro3, VAN_PM.euro3, VAN_FUEL.euro2to4),
  'van-diesel-euro4': van(VAN_NOX.euro4, VAN_PM.euro4, VAN_FUEL.euro2to4),
  'van-diesel-euro5': van(VAN_NOX.euro5, VAN_PM.euro5, VAN_FUEL.euro5),
  'van-diesel-euro6': { ...van(VAN_NOX.euro6, VAN_PM.euro6, VAN_FUEL.euro6), understatedNox: true },
  'van-diesel-euro6d': van(VAN_NOX.euro6d, VAN_PM.euro6, VAN_FUEL.euro6d),
  'motorcycle-euro0': motorcycle(MOTORCYCLE_NOX.euro0, MOTORCYCLE_PM.euro0to1, MOTORCYCLE_FUEL.euro0),
  'motorcycle-euro1': motorcycle(MOTORCYCLE_NOX.euro1, MOTORCYCLE_PM.euro0to1, MOTORCYCLE_FUEL.euro1),
  'motorcycle-euro2': motorcycle(MOTORCYCLE_NOX.euro2, MOTORCYCLE_PM.euro2to3, MOTORCYCLE_FUEL.euro2to3),
  'motorcycle-euro3': motorcycle(MOTORCYCLE_NOX.euro3, MOTORCYCLE_PM.euro2to3, MOTORCYCLE_FUEL.euro2to3),
} as const satisfies Record<string, ClassFactors>;

export type EmissionClass = keyof typeof EMISSION_CLASSES;

/** Every emission class, in a fixed order. */
export const EMISSION_CLASS_IDS = Object.keys(EMISSION_CLASSES) as readonly EmissionClass[];

/** Whether a text, of a scenario say, names an emission class. */
export function isEmissionClass(id: string): id is EmissionClass {
  return Object.hasOwn(EMISSION_CLASSES, id);
}

/** The curves of a class, as the general form. */
export const factorsOf = (id: EmissionClass): ClassFactors => EMISSION_CLASSES[id];
