// SPDX-License-Identifier: EUPL-1.2
/** Every measure, added as a person adds it: it is drawn on the city, and moves it the way it must. */
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readCityFolder } from '../../commands/city-folder';
import { measures as texts } from '../../src/app/text/it-measures';
import { lonLat, lonLatToPlane } from '../../src/city/frames';
import type { School } from '../../src/city/people';
import type { FieldId, TotalId } from '../../src/impact/outcome';
import { MEASURES, type MeasureId } from '../../src/scenario/measures';
import { SERVICE_DRAWS } from '../../src/simulation/models/service-access/service-classes';
import { MODEL_DRAWS } from '../../src/simulation/protocol';
import { launch, type Misdeeds, openPage, untilStill } from '../browser';

/** A run may take so long on a small machine without a GPU; the first makes the city ready too. */
const RUN_MS = 300_000;
/** Flat and far, without what costs time to draw: the streets remain. */
const ADDRESS =
  'view=9.1895,45.4642,12.5,0,0&quality=low&look=light&off=buildings,trees,labels,greenery,vehicles&panel=scenario';
/** Part of the map that no panel covers. */
const FREE = { x: 380, y: 200, width: 560, height: 560 };
const LEAST_PIXELS = 40;
/** Draws that are not as many as are asked for, as those of traffic and schools are. */
const DRAWS: Partial<Record<MeasureId, number>> = {
  'new-service': SERVICE_DRAWS,
  'home-care-team': MODEL_DRAWS.people,
  'outreach-calls': MODEL_DRAWS.people,
  'large-store': MODEL_DRAWS.shops,
  'plant-trees': MODEL_DRAWS.green,
  'new-park': MODEL_DRAWS.green,
  'de-paving': MODEL_DRAWS.green,
};

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;

// One page for all: its workers make the city ready once, and each answer takes seconds.
beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#${ADDRESS}`);
  await page.getByRole('button', { name: 'Calcola gli effetti' }).waitFor();
  await untilStill(page);
}, RUN_MS);
afterAll(() => browser.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const write = (field: string, value: string) => page.getByRole('textbox', { name: field }).fill(value);
const choose = (field: string, option: string) => page.getByLabel(field).selectOption({ label: option });
const where = (option: string) => page.getByLabel('Dove', { exact: true }).selectOption({ label: option });

type Pixel = readonly [x: number, y: number];
async function draw(points: readonly Pixel[]): Promise<void> {
  await button('Disegna sulla mappa').click();
  for (const [x, y] of points) await page.mouse.click(x, y);
  await page.getByText(`${points.length} punti`, { exact: true }).waitFor();
  await button('Fatto').click();
}
/** About 4 km by 4 km around the cathedral. */
const CENTRE: readonly Pixel[] = [500, 880, 880, 500].map((x, i) => [x, i < 2 ? 290 : 640]);
/** About 1 km by 1 km, south of the cathedral: no park is larger than 150 ha. */
const PARK: readonly Pixel[] = [640, 735, 735, 640].map((x, i) => [x, i < 2 ? 520 : 615]);
/** From north-west to south-east, through the centre. */
const ACROSS: readonly Pixel[] = Array.from({ length: 8 }, (_, i) => [420 + 60 * i, 280 + 51 * i]);

async function streetByName(name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Aggiungi una via per nome' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await page.getByRole('list', { name: 'Vie scelte' }).getByText(name).waitFor();
}

/** What must not rise in the middle of the draws (−), what must move in every draw (−−, ++), and what must in none (0). */
type Way = '-' | '++' | '--' | '0';
interface Journey {
  /** Fills in the form. */
  readonly fill: () => Promise<unknown>;
  /** What the scenario then has. */
  readonly made: { readonly place: string; readonly config: object };
  readonly ways: Partial<Record<TotalId, Way>>;
  /** What of the answer is looked at on the map; flows on the streets unless said otherwise. */
  readonly field?: FieldId;
  /** The district that must have more of it in every draw, and one that must have less. */
  readonly gains?: string;
  readonly loses?: string;
}

const JOURNEYS: Record<MeasureId, Journey> = {
  'road-pricing': {
    fill: async () => {
      await where('Un’area da disegnare');
      await draw(CENTRE);
    },
    made: { place: 'polygon', config: { priceEur: { visitor: 7.5 } } },
    ways: { carTripsH: '--', carShareInside: '--', transitTripsH: '++', tollPaidPerDay: '++' },
  },
  'emission-ban': {
    fill: () => where('Area B'),
    made: { place: 'area', config: { derogatedShare: 0.07 } },
    ways: { noxGH: '--', carTripsH: '-' },
  },
  'close-streets': {
    // The whole street: closing one stretch of it moves less than the gap leaves open.
    fill: () => streetByName('Viale Umbria'),
    made: { place: 'streets', config: { pedestrianise: false } },
    ways: { consumerSurplusEurH: '--' },
  },
  'one-way': {
    fill: async () => {
      await streetByName('Corso Lodi');
      await page.getByText('Le corsie dell’altra direzione passano a questa').click();
    },
    made: { place: 'streets', config: { direction: 'along', keepLanes: false } },
    ways: { consumerSurplusEurH: '--' },
  },
  lanes: {
    fill: async () => {
      await streetByName('Viale Enrico Forlanini');
      await write('Corsie per direzione, in più o in meno', '2');
    },
    made: { place: 'streets', config: { lanesMore: 2 } },
    ways: { delayHours: '-', consumerSurplusEurH: '++' },
  },
  'speed-limit': {
    fill: () => write('Limite', '30'),
    made: { place: 'city', config: { speedKmH: 30 } },
    ways: { carSpeedKmH: '--', carTripsH: '--' },
  },
  'transit-line': {
    fill: async () => {
      await draw(ACROSS);
      await write('Nome della linea', 'X9');
      await choose('Mezzo', 'Metropolitana');
      await write('Una corsa ogni', '2');
      await write('Velocità commerciale', '35');
    },
    made: { place: 'line', config: { line: 'X9', mode: 'metro', headwayMin: 2, speedKmH: 35 } },
    ways: { transitTripsH: '++', carTripsH: '-', jobsIn30MinTransit: '++', socialServiceMin: '--' },
    field: 'jobs30Transit',
  },
  'transit-frequency': {
    fill: () => write('Tempo tra due corse, rispetto a oggi', '0,5'),
    made: { place: 'city', config: { mode: 'all', headwayFactor: 0.5 } },
    ways: { transitTripsH: '++', carTripsH: '--' },
  },
  'transit-fare': {
    fill: () => write('Biglietto', '0'),
    made: { place: 'city', config: { fareEur: 0 } },
    ways: { transitTripsH: '++', carShareInside: '--' },
  },
  'bicycle-lanes': {
    fill: () => streetByName('Corso Buenos Aires'),
    made: { place: 'streets', config: { type: 'protected', takesLane: true } },
    ways: { bicycleShareInside: '++', jobsIn30MinBicycle: '++' },
    field: 'jobs30Bicycle',
  },
  'parking-price': {
    fill: async () => {
      await where('Area C');
      await write('Prezzo di un’ora', '6');
    },
    made: { place: 'area', config: { priceEurH: 6 } },
    ways: { carTripsH: '--', transitTripsH: '++' },
  },
  'remote-work': {
    fill: () => write('Quota a casa', '40%'),
    made: { place: 'city', config: { who: 'who-can', share: 0.4 } },
    ways: { notTravelledTripsH: '++', carTripsH: '--', transitTripsH: '--', mealVisitsDay: '--' },
  },
  'school-street': {
    fill: () => streetByName('Viale Umbria'),
    made: { place: 'streets', config: { hours: { fromMin: 465, toMin: 510 } } },
    ways: { consumerSurplusEurH: '--' },
  },
  'new-housing': {
    fill: () => draw(CENTRE),
    made: { place: 'polygon', config: { residents: 5000 } },
    ways: { carTripsH: '++', transitTripsH: '++' },
  },
  'new-jobs': {
    fill: () => draw(CENTRE),
    made: { place: 'polygon', config: { jobs: { office: 5000 } } },
    ways: { carTripsH: '++' },
  },
  'delivery-hours': {
    fill: () => where('Area B'),
    made: { place: 'area', config: { hours: { fromMin: 300, toMin: 420 } } },
    ways: { vehicleKm: '--' },
  },
  'new-school': {
    // Where the nearest is a way off: a second one beside a school changes nothing one would notice.
    fill: () => pointByName('Scegli un quartiere per nome', 'Porta Vigentina - Porta Lodovica'),
    made: { place: 'point', config: { grade: 'primaria', places: 250 } },
    ways: { unplacedPupils: '-' },
    field: 'schoolWalkMin',
    loses: 'Porta Vigentina - Porta Lodovica',
  },
  'school-places': {
    fill: async () => {
      await pointByName('Scegli una scuola per nome', centralSchool());
      await write('Posti in tutto', '20');
    },
    made: { place: 'point', config: { places: 20 } },
    ways: { schoolWalkMin: '++' },
    field: 'schoolWalkMin',
  },
  'close-school': {
    fill: () => pointByName('Scegli una scuola per nome', centralSchool()),
    made: { place: 'point', config: { grade: 'primaria' } },
    ways: { schoolWalkMin: '++' },
    field: 'schoolWalkMin',
  },
  'move-school': {
    fill: async () => {
      await pointByName('Scegli una scuola per nome', centralSchool());
      // Among fields at the city's edge: hardly anybody is near.
      await pointByName('Scegli un quartiere per nome', 'Assiano');
    },
    made: { place: 'line', config: { grade: 'primaria' } },
    ways: { schoolWalkMin: '++' },
    field: 'schoolWalkMin',
  },
  'new-service': {
    fill: async () => {
      await choose('Che cosa apre', 'Biblioteca');
      await pointByName('Scegli un quartiere per nome', 'Duomo');
    },
    made: { place: 'point', config: { service: 'library' } },
    ways: { libraryMin: '--', librarySupply: '++' },
    field: 'libraryMin',
  },
  'home-care-team': {
    fill: () => pointByName('Scegli un quartiere per nome', 'Duomo'),
    made: { place: 'point', config: { hoursAWeek: 300 } },
    ways: { homeCareUnmetH: '--' },
    field: 'homeCareUnmetH',
  },
  'outreach-calls': {
    fill: async () => undefined,
    made: { place: 'city', config: { share: 0.5 } },
    ways: { homeCareAloneUnmetH: '--' },
    field: 'homeCareUnmetH',
  },
  'large-store': {
    fill: () => pointByName('Scegli un quartiere per nome', 'Duomo'),
    made: { place: 'point', config: { change: 'open', sector: 'everyday', floorM2: 2500 } },
    ways: { shopVisitsGainedDay: '++', everydayVisitsDay: '0', otherGoodsVisitsDay: '0', mealVisitsDay: '0' },
    field: 'everydayVisitsDay',
    gains: 'Duomo',
  },
  'plant-trees': {
    fill: () => streetByName('Viale Umbria'),
    made: { place: 'streets', config: { spacingM: 8, crownM: 8 } },
    ways: { canopyHa: '++', nightWarmerC: '--' },
    field: 'canopyShare',
  },
  'new-park': {
    fill: () => draw(PARK),
    made: { place: 'polygon', config: { canopyShare: 0.3 } },
    ways: { residentsNearPark: '++', canopyHa: '++', nightWarmerC: '--' },
    field: 'nearParkShare',
  },
  'de-paving': {
    fill: () => draw(CENTRE),
    made: { place: 'polygon', config: { share: 0.5 } },
    ways: { nightWarmerC: '--' },
    field: 'nightWarmerC',
  },
};

/** Kinds that do something else when set otherwise. */
const SET_OTHERWISE: readonly (readonly [title: string, kind: MeasureId, journey: Journey])[] = [
  [
    'close-streets, for pedestrians',
    'close-streets',
    {
      fill: async () => {
        await streetByName('Corso Buenos Aires');
        await page.getByText('Pedonalizza', { exact: true }).click();
      },
      made: { place: 'streets', config: { pedestrianise: true } },
      ways: { shopVisitsDay: '0', shopVisitsGainedDay: '++', shopVisitsLostDay: '++' },
      field: 'shopVisitsDay',
    },
  ],
  [
    'large-store, closing',
    'large-store',
    {
      fill: async () => {
        await pointByName('Scegli un quartiere per nome', 'Duomo');
        await page.getByText('Chiude', { exact: true }).click();
      },
      made: { place: 'point', config: { change: 'close', sector: 'everyday', floorM2: 2500 } },
      ways: { shopVisitsGainedDay: '++', everydayVisitsDay: '0' },
      field: 'everydayVisitsDay',
      gains: 'Brera',
      loses: 'Duomo',
    },
  ],
];

async function pointByName(label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** The primary school nearest to the middle of the part of the map that is looked at. */
function centralSchool(): string {
  const { people } = readCityFolder(inject('cityDir'));
  const [eastM, northM] = lonLatToPlane(lonLat(9.1895, 45.4642));
  const awayM = ({ at: [x, y] }: School) => Math.hypot(x - eastM, y - northM);
  const schools = people!.schools.filter(({ grade }) => grade === 'primaria');
  return schools.reduce((a, b) => (awayM(b) < awayM(a) ? b : a)).name;
}

async function startAnew(): Promise<void> {
  // What a measure before this one may have left half done.
  await page.evaluate(() => window.__gemello!.store.getState().set({ editing: null, drawing: null }));
  await page.getByRole('button', { name: 'Nuovo, apri, salva' }).click();
  await page.getByRole('menuitem', { name: 'Nuovo scenario' }).click();
  const close = button('Chiudi i risultati');
  if (await close.isVisible()) await close.click();
}

async function add(kind: MeasureId, { fill, made }: Journey): Promise<void> {
  await button('Aggiungi una misura').click();
  await page
    .getByRole('menuitem')
    .filter({ hasText: `${texts.kind[kind].name}…` })
    .click();
  await page.locator('#measure-title').waitFor();
  await fill();
  await button('Aggiungi').click();
  await button('Aggiungi una misura').waitFor({ timeout: 10_000 });
  const measures = await page.evaluate(() =>
    window.__gemello!.store.getState().scenario!.present.measures.map(({ kind, place, config }) => ({
      kind,
      place: place.kind,
      config,
    })),
  );
  expect(measures).toMatchObject([{ kind, ...made }]);
}

/** Runs «Rapida»; the gaps and what each total changes by. */
async function answer() {
  await page.getByRole('button', { name: /^(Calcola|Ricalcola) gli effetti$/ }).click();
  await page.waitForFunction(() => window.__gemello!.store.getState().run.kind !== 'running', undefined, {
    timeout: RUN_MS,
  });
  const told = await page.evaluate(() => {
    const { run } = window.__gemello!.store.getState();
    if (run.kind !== 'done') return { fault: JSON.stringify(run) };
    const { draws, relativeGap, totals } = run.answer.impact;
    const change = Object.fromEntries(totals.map(({ id, change }) => [id, { ...change }]));
    return { draws, relativeGap, change };
  });
  if ('fault' in told) throw new Error(told.fault);
  return told;
}

/** By how much a field of a district changes at least and at most, eight times of ten. */
async function changeIn(field: FieldId, district: string): Promise<{ low: number; high: number }> {
  const row = readCityFolder(inject('cityDir')).zones.name.indexOf(district);
  return page.evaluate(
    ([id, at]) => {
      const { run } = window.__gemello!.store.getState();
      if (run.kind !== 'done') throw new Error(run.kind);
      const { low, high } = run.answer.impact.fields.find((one) => one.id === id)!.change;
      return { low: low[at]!, high: high[at]! };
    },
    [field, row] as const,
  );
}

/** Pixels in the colours of a change: purple for better, orange for worse. */
async function coloured(): Promise<number> {
  await untilStill(page);
  const { data } = PNG.sync.read(await page.screenshot({ clip: FREE }));
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
    if ((b > g + 45 && r > g + 10) || (r > b + 90 && r > g + 30 && g > b + 20)) pixels++;
  }
  return pixels;
}

it.each([...MEASURES.map(({ id }) => [id, id, JOURNEYS[id]] as const), ...SET_OTHERWISE])(
  '%s',
  async (_title, kind, journey) => {
    await startAnew();
    await add(kind, journey);
    const bare = await coloured();
    const standing = await page.evaluate(() => window.__gemello!.city!.scene!.children.length);
    const { draws, relativeGap, change } = await answer();
    expect(draws).toBe(DRAWS[kind] ?? 8);
    expect(relativeGap).toBeLessThanOrEqual(1e-4);
    for (const [total, way] of Object.entries(journey.ways)) {
      const { value, low, high, sameSign } = change[total]!;
      if (way === '0') expect([total, low, value, high]).toEqual([total, 0, 0, 0]);
      else if (way === '-') expect(value, total).toBeLessThanOrEqual(0);
      else expect([total, Math.sign(value), sameSign]).toEqual([total, way === '++' ? 1 : -1, 1]);
    }
    const { gains, loses } = journey;
    if (gains) expect((await changeIn(journey.field!, gains)).low).toBeGreaterThan(0);
    if (loses) expect((await changeIn(journey.field!, loses)).high).toBeLessThan(0);
    // Drawn: in words, with how exact it is, and in colours on the city.
    await page
      .locator('[data-summary] li')
      .nth(relativeGap > 0 ? 4 : 0)
      .waitFor();
    await page.getByRole('tab', { name: 'Quanto è sicuro' }).click();
    if (relativeGap > 0) {
      const gap = await page.locator('[data-fact="gap"] dd').textContent();
      expect(Number(gap!.replace('%', '').replace(',', '.'))).toBeCloseTo(100 * relativeGap, 4);
    }
    await page.getByLabel('Che cosa mostrare').selectOption(journey.field ?? 'flowVehH');
    await page.waitForFunction((n) => window.__gemello!.city!.scene!.children.length > n, standing);
    expect((await coloured()) - bare).toBeGreaterThan(LEAST_PIXELS);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  },
  RUN_MS + 120_000,
);
