// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { impactOf } from '../../../impact/impact';
import type { PeopleTotalId } from '../../../impact/outcome';
import { applyScenario } from '../../../scenario/apply-scenario';
import { EXAMPLES } from '../../../scenario/fixtures/examples';
import { smallCity } from '../../../scenario/fixtures/small-city';
import type { MeasureId } from '../../../scenario/measures';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { homesOf } from './homes';
import { mayDrive, PeopleModel } from './people-model';
import { WalkingWays } from './ways';

const COURSE = { year: 2030, draws: 8, seed: 'small' };
const city = smallCity();
const people = city.people!;
const homes = homesOf(city.zones, null);
const model = () => new PeopleModel(people, homes, new WalkingWays(homes, null));
const measured = (...ids: MeasureId[]) =>
  applyScenario(city, { ...EMPTY_SCENARIO, measures: ids.map((id) => EXAMPLES[id]) }).people!;
const pairsOf = (...ids: MeasureId[]) => [...model().pairs(measured(...ids), COURSE)];
const changes = (id: PeopleTotalId, ...ids: MeasureId[]) =>
  pairsOf(...ids).map((pair) => (pair.after.totals[id] as number) - (pair.before.totals[id] as number));
const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);

describe('the people of a city', () => {
  it('that nothing changes are the same, draw for draw', () => {
    for (const { before, after: same } of model().pairs(people, COURSE)) expect(same).toEqual(before);
  });

  it('are the same for the same seed, whatever was asked before', () => {
    const asked = model();
    const first = [...asked.pairs(measured('new-school'), COURSE)];
    void [...asked.pairs(measured('close-school'), COURSE)];
    expect([...asked.pairs(measured('new-school'), COURSE)]).toEqual(first);
  });

  it('add up: districts to the city, ages to everybody, places found and not found to pupils', () => {
    for (const { before } of pairsOf('new-school', 'home-care-team')) {
      const { totals, fields } = before;
      for (const id of ['residents', 'minors', 'aged65Plus', 'aged80Plus'] as const)
        expect(sum(fields[id]!)).toBeCloseTo(totals[id]!, 6);
      expect(sum(fields.unplacedPrimaria!)).toBeCloseTo(totals.unplacedPupils!, 6);
      expect(sum(fields.homeCareUnmetH!)).toBeCloseTo(totals.homeCareUnmetH!, 6);
      expect(totals.homeCareGivenH! + totals.homeCareUnmetH!).toBeCloseTo(totals.homeCareNeededH!, 6);
      expect(totals.aged80Plus!).toBeLessThan(totals.aged65Plus!);
    }
  });

  it('find more places where a school opens, and fewer where one closes', () => {
    // As many children as the two schools state, about 350, and some 380 places; of one of them 220.
    const closed = changes('unplacedPupils', 'close-school');
    expect(closed.every((pupils) => pupils > 50)).toBe(true);
    const andOpened = changes('unplacedPupils', 'close-school', 'new-school');
    andOpened.forEach((pupils, draw) => {
      expect(pupils).toBeLessThan(closed[draw]! - 50);
    });
    expect(changes('unplacedPupils', 'new-school').every((pupils) => pupils <= 0)).toBe(true);
    expect(changes('schoolWalkMin', 'new-school').every((minutes) => minutes < 0)).toBe(true);
    expect(changes('pupils', 'new-school').every((pupils) => pupils === 0)).toBe(true);
  });

  it('have less care missing where a team sets out', () => {
    const unmet = changes('homeCareUnmetH', 'home-care-team');
    const given = changes('homeCareGivenH', 'home-care-team');
    expect(unmet.every((hours) => hours <= 0)).toBe(true);
    expect(Math.min(...unmet)).toBeLessThan(-50);
    unmet.forEach((hours, draw) => {
      expect(given[draw]).toBeCloseTo(-hours, 6);
    });
  });

  it('have those alone cared for first where they are called, and the others less', () => {
    const alone = changes('homeCareAloneUnmetH', 'outreach-calls');
    expect(alone.every((hours) => hours < -5)).toBe(true);
    // Hours are the same in all: they go to others.
    const all = changes('homeCareUnmetH', 'outreach-calls');
    for (const [draw, hours] of all.entries()) expect(Math.abs(hours)).toBeLessThan(-alone[draw]! / 2);
  });

  it('are more where homes are built, and need more of everything', () => {
    const { residents } = EXAMPLES['new-housing'].config as { residents: number };
    const more = changes('residents', 'new-housing');
    // The city as a whole grows as it would: new homes draw from the other districts.
    for (const persons of more) expect(Math.abs(persons)).toBeLessThan(residents);
    const [first] = pairsOf('new-housing');
    const change = first!.after.fields.residents!.map((n, i) => n - first!.before.fields.residents![i]!);
    expect(Math.max(...change)).toBeGreaterThan(0);
  });

  it('have no pupil hang on what is not known of care, whatever chance says', () => {
    expect(mayDrive('teamPace', 'unplacedPupils')).toBe(false);
    expect(mayDrive('cityGrowthPer1000', 'unplacedPupils')).toBe(true);
    expect(mayDrive('teamPace', 'homeCareUnmetH')).toBe(true);
  });

  it('make an answer with an interval for each figure, and nothing of traffic', () => {
    // What is not touched is not told: of care nothing where a school opens.
    expect(Object.keys(pairsOf('new-school')[0]!.before.totals)).not.toContain('homeCareUnmetH');
    expect(Object.keys(pairsOf('home-care-team')[0]!.before.fields)).not.toContain('schoolWalkMin');
    const impact = impactOf(pairsOf('new-school', 'home-care-team'));
    expect(impact.totals.map(({ id }) => id)).toEqual([
      'residents',
      'minors',
      'aged65Plus',
      'aged80Plus',
      'pupils',
      'unplacedPupils',
      'schoolWalkMin',
      'homeCareNeededH',
      'homeCareGivenH',
      'homeCareUnmetH',
      'homeCareAloneUnmetH',
    ]);
    for (const { before } of impact.totals) expect(before.low).toBeLessThanOrEqual(before.high);
    expect(impact.entries).toBeNull();
    expect(impact.lines).toBeNull();
  });
});
