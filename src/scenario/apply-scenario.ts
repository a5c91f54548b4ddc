// SPDX-License-Identifier: EUPL-1.2
/** The city as a scenario would make it. */
import type { CityInputs } from '../city/city-inputs';
import { checkMeasure } from './check-measure';
import { measureKind } from './measures';
import { MeasureError } from './measures/measure';
import { zonesCutOff } from './reach';
import type { Measure, Scenario } from './scenario';

/** Zones that a message names. */
const NAMED_ZONES = 5;

/**
 * The city with the measures in it that are on, in the order of the list: what a later one changes
 * holds. The city given is not touched; with no measure on it is returned itself.
 * @throws MeasureError of the first measure that is not well formed (`unknown-kind`, `bad-config`,
 * `bad-place`), does not fit this city, or leaves a zone without a way to or from the network
 * (`network-broken`, naming the zones).
 */
export function applyScenario(city: CityInputs, scenario: Scenario): CityInputs {
  let cutBefore: ReadonlySet<number> | undefined;
  return scenario.measures
    .filter(({ on }) => on)
    .reduce((before, measure) => {
      const after = applyMeasure(before, measure);
      if (after.roads.open === before.roads.open && after.rules.closures === before.rules.closures)
        return after;
      cutBefore ??= new Set(zonesCutOff(city));
      refuseCutOff(after, cutBefore, measure.id);
      return after;
    }, city);
}

/**
 * The city with one measure in it, whether it is on or not.
 * @throws MeasureError as {@link applyScenario}, but for `network-broken`.
 */
export function applyMeasure(city: CityInputs, measure: Measure): CityInputs {
  const kind = measureKind(measure.kind);
  if (!kind) throw new MeasureError(measure.id, 'unknown-kind', measure.kind);
  const issue = checkMeasure(measure)[0];
  if (issue) {
    const code = issue.path.startsWith('config') ? 'bad-config' : 'bad-place';
    throw new MeasureError(
      measure.id,
      code,
      `${issue.path}: ${issue.code}${issue.said && ` (${issue.said})`}`,
    );
  }
  return kind.apply(city, measure.config, measure.place, measure.id);
}

/** Zones that have no way in this city as it is are no fault of a measure. */
function refuseCutOff(city: CityInputs, cutBefore: ReadonlySet<number>, measureId: string): void {
  const cut = zonesCutOff(city).filter((zone) => !cutBefore.has(zone));
  if (cut.length === 0) return;
  const names = cut.slice(0, NAMED_ZONES).map((zone) => city.zones.name[zone]);
  const more = cut.length > NAMED_ZONES ? ` +${cut.length - NAMED_ZONES}` : '';
  throw new MeasureError(measureId, 'network-broken', `${names.join(', ')}${more}`);
}
