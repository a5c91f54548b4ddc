// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { impactOf } from '../../../impact/impact';
import type { PeopleTotalId } from '../../../impact/outcome';
import { applyScenario } from '../../../scenario/apply-scenario';
import { EXAMPLES } from '../../../scenario/fixtures/examples';
import { smallCity } from '../../../scenario/fixtures/small-city';
import type { MeasureId } from '../../../scenario/measures';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { SERVICE_DRAWS } from '../service-access/service-classes';
import { ServiceWays } from '../service-access/service-reach';
import { homesOf } from './homes';
import { mayDrive, PeopleModel } from './people-model';
import { WalkingWays } from './ways';

const COURSE = { year: 2030, toYear: 2030, draws: 8, schoolDraws: 8, seed: 'small' };
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

  it('find places in the first draws alone where so few are asked for, and the others are as they were', () => {
    const few = [...model().pairs(measured('new-school'), { ...COURSE, schoolDraws: 5 })];
    const all = pairsOf('new-school');
    expect(few.map(({ before }) => 'pupils' in before.totals)).toEqual([1, 1, 1, 1, 1, 0, 0, 0].map(Boolean));
    few.forEach(({ before }, draw) => {
      expect(before.totals.residents).toBe(all[draw]!.before.totals.residents);
    });
    const { totals, fields, draws } = impactOf(few, mayDrive);
    const drawsOf = (id: string) => totals.find((total) => total.id === id)?.before.draws;
    expect([drawsOf('residents'), drawsOf('pupils'), draws]).toEqual([8, 5, 5]);
    expect(fields.map(({ id, before }) => [id, before.draws])).toContainEqual(['unplacedPrimaria', 5]);
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

  it('have no walk where nobody has a place, which is not a walk of nought minutes', () => {
    const schools = people.schools.map((school) => ({ ...school, places: { low: 0, value: 0, high: 0 } }));
    const [pair] = model().pairs({ ...people, schools }, COURSE);
    // Pupils are told in parts of 65,536, so their sum is not quite the children's.
    expect(pair!.after.totals.unplacedPupils).toBeCloseTo(pair!.after.totals.pupils!, 3);
    expect(pair!.after.totals.schoolWalkMin).toBeNaN();
    expect([...pair!.after.fields.schoolWalkMin!].every(Number.isNaN)).toBe(true);
    expect(pair!.before.totals.schoolWalkMin).toBeGreaterThan(0);
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

  it('reach a service sooner where one opens, and sooner by a line that is quicker than walking', () => {
    const services = { ways: new ServiceWays(homes, new WalkingWays(homes, null)), transit: city.transit };
    const ask = (...ids: MeasureId[]) => {
      const after = applyScenario(city, {
        ...EMPTY_SCENARIO,
        measures: ids.map((id) => EXAMPLES[id]),
      });
      const asked = new PeopleModel(people, homes, new WalkingWays(homes, null), services);
      return [...asked.pairs(after.people!, COURSE, { transit: after.transit! })];
    };
    const change = (pairs: ReturnType<typeof ask>, id: PeopleTotalId) =>
      pairs.map(({ before, after }) => (after.totals[id] as number) - (before.totals[id] as number));
    const opened = ask('new-service');
    expect(change(opened, 'socialServiceMin').every((minutes) => minutes < -0.5)).toBe(true);
    expect(change(opened, 'socialServiceSupply').every((supply) => supply > 0)).toBe(true);
    expect(Object.keys(opened[0]!.before.totals)).not.toContain('pharmacyMin');
    // Trains twice as often: nobody is later, and who rides is sooner.
    const often = change(ask('transit-frequency'), 'socialServiceMin');
    expect(often.every((minutes) => minutes <= 0)).toBe(true);
    // Care goes out from social services: more of them are nearer, and give the same hours.
    expect(Object.keys(opened[0]!.after.totals)).toContain('homeCareUnmetH');
    expect(Object.keys(ask('transit-line')[0]!.after.totals)).not.toContain('homeCareUnmetH');
    expect(Object.keys(ask('new-school')[0]!.after.totals)).not.toContain('socialServiceMin');
  });

  it('are asked which services they reach in the first draws alone, and who they are in all', () => {
    const services = { ways: new ServiceWays(homes, new WalkingWays(homes, null)), transit: city.transit };
    const asked = new PeopleModel(people, homes, new WalkingWays(homes, null), services);
    const course = { ...COURSE, draws: SERVICE_DRAWS + 6, schoolDraws: 1 };
    const pairs = [...asked.pairs(measured('new-service'), course)];
    expect(pairs.filter(({ before }) => 'socialServiceMin' in before.totals).map(({ draw }) => draw)).toEqual(
      Array.from({ length: SERVICE_DRAWS }, (_, draw) => draw),
    );
    const { totals } = impactOf(pairs, mayDrive);
    const drawsOf = (id: string) => totals.find((total) => total.id === id)?.change.draws;
    expect([drawsOf('residents'), drawsOf('socialServiceMin')]).toEqual([SERVICE_DRAWS + 6, SERVICE_DRAWS]);
  });

  it('walk farther to a school that moves away from them, and no pupil is lost', () => {
    const pupils = changes('pupils', 'move-school');
    expect(pupils.every((n) => n === 0)).toBe(true);
    expect(changes('schoolWalkMin', 'move-school').every((minutes) => minutes !== 0)).toBe(true);
  });

  it('have no pupil hang on what is not known of care, whatever chance says', () => {
    expect(mayDrive('teamPace', 'unplacedPupils')).toBe(false);
    expect(mayDrive('cityGrowthPer1000', 'unplacedPupils')).toBe(true);
    expect(mayDrive('teamPace', 'homeCareUnmetH')).toBe(true);
    expect(mayDrive('transitPace', 'homeCareUnmetH')).toBe(false);
    expect(mayDrive('transitPace', 'pharmacyMin')).toBe(true);
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
