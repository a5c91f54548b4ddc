// SPDX-License-Identifier: EUPL-1.2
/** What a measure is called, and one sentence for each kind, as a councillor would say it. */
import type { Hours } from '../../../city/city-inputs';
import type { Grade } from '../../../city/people';
import { MEASURES, type MeasureId, measureKind } from '../../../scenario/measures';
import type { MeasureKind, Place, Preset } from '../../../scenario/measures/measure';
import type { Measure, Scenario } from '../../../scenario/scenario';
import { codeText, placeName, presetName, type Words } from './words';

export type SaidMeasure = Pick<Measure, 'kind' | 'config' | 'place'>;

/** A measure's name: of the ready-made one that it still is, else of its kind. */
export function measureName({ kind: kindId, config, place }: SaidMeasure, { t }: Pick<Words, 't'>): string {
  const kind = measureKind(kindId);
  if (!kind) return kindId;
  const said = JSON.stringify([config, place]);
  const preset = (kind.presets as readonly Preset[]).find(
    (p) => JSON.stringify([p.config, p.place]) === said,
  );
  return preset ? presetName(t, preset.id) : t(`scenario.kind.${kind.id}.name`);
}

/** Names; of the measures with other names, a title says how many there are. */
const MOST_IN_TITLE = 3;

/** What a scenario is called: the name it was given, else the measures that are on, else that it has none. */
export function scenarioTitle(
  { name, measures }: Pick<Scenario, 'name' | 'measures'>,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  if (name.trim() !== '') return name.trim();
  const names = measures.filter(({ on }) => on).map((measure) => measureName(measure, { t }));
  if (names.length === 0) return t('scenario.unnamed');
  const shown = [...new Set(names)].slice(0, MOST_IN_TITLE);
  const title = shown.join(' + ');
  const more = names.filter((one) => !shown.includes(one)).length;
  return more > 0 ? t('scenario.andMore', { title, count: more, n: format.number(more) }) : title;
}

/** One sentence: what the measure changes. */
export function measureSentence({ kind, config, place }: SaidMeasure, words: Words): string {
  const known = MEASURES.some(({ id }) => id === kind);
  return known ? sentenceOf(kind as MeasureId, config, place, words) : kind;
}

type ConfigOf<Id extends MeasureId> =
  Extract<(typeof MEASURES)[number], { readonly id: Id }> extends MeasureKind<Id, infer Config>
    ? Config
    : never;
type Sentence<Id extends MeasureId> = (
  config: ConfigOf<Id>,
  where: string,
  words: Words,
  place: Place,
) => string;

/** `config` is one that its kind accepts. */
function sentenceOf(kind: MeasureId, config: unknown, place: Place, words: Words): string {
  const say = SENTENCES[kind] as Sentence<MeasureId>;
  return say(config as ConfigOf<MeasureId>, placeName(place, words), words, place);
}

const SENTENCES: { readonly [Id in MeasureId]: Sentence<Id> } = {
  'road-pricing': ({ hours, priceEur }, place, words) => {
    const { t, format } = words;
    const { visitor, resident, goods } = priceEur;
    if (visitor === 0 && resident === 0 && goods === 0) return t('scenario.says.chargeFree', { place });
    const one = visitor === resident && resident === goods;
    const price = one
      ? format.euro(visitor)
      : t('scenario.says.chargePrices', {
          visitor: format.euro(visitor),
          resident: format.euro(resident),
          goods: format.euro(goods),
        });
    return t('scenario.says.charge', { place, price, hours: sayHours(hours, words) });
  },
  'emission-ban': ({ hours, classes }, place, words) =>
    classes.length === 0
      ? words.t('scenario.says.banNone', { place })
      : words.t('scenario.says.ban', {
          place,
          hours: sayHours(hours, words),
          classes: sayClasses(classes, words),
        }),
  'close-streets': ({ pedestrianise }, place, { t }) =>
    t(pedestrianise ? 'scenario.says.pedestrian' : 'scenario.says.closed', { place }),
  'one-way': ({ direction }, place, { t }) =>
    t(direction === 'along' ? 'scenario.says.oneWayAlong' : 'scenario.says.oneWayAgainst', { place }),
  lanes: ({ lanesMore }, place, { t, format }) => {
    if (lanesMore === 0) return t('scenario.says.lanesSame', { place });
    const count = Math.abs(lanesMore);
    const key = lanesMore > 0 ? 'scenario.says.lanesMore' : 'scenario.says.lanesFewer';
    return t(key, { place, count, n: format.number(count) });
  },
  'speed-limit': ({ speedKmH }, place, { t, format }) =>
    t('scenario.says.speed', { place, speed: format.speed(speedKmH) }),
  'transit-line': ({ line, mode, headwayMin }, _where, { t, format }, place) => {
    const count = place.kind === 'line' ? place.points.length : 0;
    return t('scenario.says.line', {
      line,
      mode: t(`scenario.option.mode.${mode}`).toLocaleLowerCase(format.locale),
      count,
      n: format.number(count),
      every: t('scenario.says.every', { n: format.number(headwayMin, 1) }),
    });
  },
  'transit-frequency': ({ mode, line, headwayFactor }, _where, { t, format }) => {
    const modeName = t(`scenario.option.mode.${mode}`);
    const what = line.trim() ? t('scenario.says.onlyLine', { mode: modeName, line: line.trim() }) : modeName;
    return t('scenario.says.moreRuns', { what, times: format.number(1 / headwayFactor, 2) });
  },
  'transit-fare': ({ fareEur }, _where, { t, format }) =>
    fareEur === 0 ? t('scenario.says.fareFree') : t('scenario.says.fare', { price: format.euro(fareEur) }),
  'bicycle-lanes': ({ type, takesLane }, place, { t }) => {
    const what = t(type === 'painted' ? 'scenario.says.bicyclePainted' : 'scenario.says.bicycleProtected', {
      place,
    });
    return takesLane ? t('scenario.says.bicycleTakesLane', { what }) : what;
  },
  'parking-price': ({ priceEurH }, place, { t, format }) =>
    t('scenario.says.parking', { place, price: format.euro(priceEurH) }),
  'remote-work': ({ who, share, shareBySector }, _where, { t, format }) =>
    who === 'who-can'
      ? t('scenario.says.remoteWhoCan', { share: format.percent(share) })
      : t('scenario.says.remoteBySector', {
          shares: format.list(
            Object.entries(shareBySector).map(
              ([sector, part]) =>
                `${codeText(t, `option.shareBySector.${sector}`).toLocaleLowerCase(format.locale)} ${format.percent(part)}`,
            ),
          ),
        }),
  'school-street': ({ hours }, place, words) =>
    words.t('scenario.says.schoolStreet', { place, hours: sayHours(hours, words) }),
  'new-housing': ({ residents }, place, { t, format }) =>
    t('scenario.says.housing', { place, n: format.number(residents) }),
  'new-jobs': ({ jobs }, place, { t, format }) =>
    t('scenario.says.jobs', { place, n: format.number(Object.values(jobs).reduce((sum, n) => sum + n, 0)) }),
  'delivery-hours': ({ hours }, place, words) =>
    words.t('scenario.says.deliveries', { place, hours: sayHours(hours, words) }),
  'new-school': ({ grade, places }, place, words) =>
    words.t('scenario.says.newSchool', {
      place,
      grade: sayGrade(grade, words),
      n: words.format.number(places),
    }),
  'school-places': ({ grade, places }, place, words) =>
    words.t('scenario.says.schoolPlaces', {
      place,
      grade: sayGrade(grade, words),
      n: words.format.number(places),
    }),
  'close-school': ({ grade }, place, words) =>
    words.t('scenario.says.closeSchool', { place, grade: sayGrade(grade, words) }),
  'move-school': ({ grade }, _where, words, place) =>
    words.t('scenario.says.moveSchool', {
      grade: sayGrade(grade, words),
      from: sayPoint(place, 0, words),
      to: sayPoint(place, -1, words),
    }),
  'new-service': ({ service, beds }, place, { t, format }) =>
    service === 'nursing-home'
      ? t('scenario.says.newNursingHome', { place, n: format.number(beds) })
      : t('scenario.says.newService', { place, service: t(`scenario.option.service.${service}`) }),
  'home-care-team': ({ hoursAWeek }, place, { t, format }) =>
    t('scenario.says.homeCare', { place, n: format.number(hoursAWeek) }),
  'outreach-calls': ({ share }, _where, { t, format }) =>
    t('scenario.says.outreach', { share: format.percent(share) }),
  'large-store': ({ change, sector, floorM2 }, place, words) =>
    words.t(change === 'open' ? 'scenario.says.storeOpens' : 'scenario.says.storeCloses', {
      place,
      sector: codeText(words.t, `option.sector.${sector}`),
      n: words.format.number(floorM2),
    }),
  'plant-trees': ({ spacingM, crownM }, place, { t, format }) =>
    t('scenario.says.plantTrees', { place, n: format.number(spacingM), crown: format.number(crownM) }),
  'new-park': ({ canopyShare }, place, { t, format }) =>
    t('scenario.says.newPark', { place, share: format.percent(canopyShare) }),
  'de-paving': ({ share }, place, { t, format }) =>
    t('scenario.says.dePaving', { place, share: format.percent(share) }),
};

const sayGrade = (grade: Grade, { t }: Words): string => codeText(t, `option.grade.${grade}`);

/** Where a drawn line begins or ends. */
function sayPoint(place: Place, at: number, words: Words): string {
  const point = place.kind === 'line' ? place.points.at(at) : undefined;
  return placeName({ kind: 'point', points: point ? [point] : [] }, words);
}

const sayHours = ({ fromMin, toMin }: Hours, { t, format }: Words): string =>
  t('scenario.says.hours', { from: format.clock(fromMin), to: format.clock(toMin) });

/** A run of Euro classes from 0 in two words, any other choice one by one. */
function sayClasses(classes: readonly string[], { t, format }: Words): string {
  const said = (['petrol', 'diesel'] as const).flatMap((fuel) => {
    const euros = classes
      .filter((name) => name.startsWith(fuel))
      .map((name) => Number(name.slice(-1)))
      .sort();
    const highest = euros.at(-1);
    if (highest === undefined) return [];
    if (euros.length === highest + 1)
      return [
        t(fuel === 'petrol' ? 'scenario.says.petrolUpTo' : 'scenario.says.dieselUpTo', {
          euro: format.number(highest),
        }),
      ];
    return euros.map((euro) =>
      codeText(t, `option.classes.${fuel}-euro${euro}`).toLocaleLowerCase(format.locale),
    );
  });
  return format.list(said).replace(/euro(?= \d)/g, 'Euro');
}
