// SPDX-License-Identifier: EUPL-1.2
/** English words of the theme “Shops” of the panel “People”, and of its explanation. */
import type { shops as italian } from './it-shops';
import type { Same } from './same';

export const shops: Same<typeof italian> = {
  what: 'visits to shops, bars and restaurants',
  sector: 'What one goes for',
  sectors: {
    all: 'Everything',
    everyday: 'Everyday shopping',
    'other-goods': 'Other shopping',
    'eating-out': 'Bars and restaurants',
  },
  figure: 'What to show',
  figures: { visits: 'Visits a day', share: 'Share of the city', balance: 'Arrivals per departure' },
  title: {
    visits: '{{sector}}, {{year}}: visits that arrive, on a weekday',
    share: '{{sector}}, {{year}}: % of the city’s visits',
    balance: '{{sector}}, {{year}}: visits that arrive for each that sets out',
  },
  city: '{{sector}}, {{year}}: on a weekday {{visits}} visits in the whole city, as many as set out. Of all visits {{work}} set out from the place of work.',
  counted:
    'Counted by the municipality: {{neighbourhood}} neighbourhood shops, {{large}} medium and large stores, {{food}} bars and restaurants. Date of the data: {{vintage}}.',
  note: 'How many visits are made is an assumption: no count is published and the model is not calibrated to Milan. Trust differences between districts and changes in per cent more than the number. Tourists and those who come to the city to shop are not in it: the centre receives more.',
  balanceNote:
    'Above 1 the district attracts: more visits arrive than set out from those who live or work there. Below 1 people shop elsewhere.',
  untold_one: 'Of one district the residents are not disclosed: only those who work there set out.',
  untold_many: 'Of {{n}} districts the residents are not disclosed: only those who work there set out.',
  untold_other: 'Of {{n}} districts the residents are not disclosed: only those who work there set out.',
  none: 'How many shops this city has is not known: there is no count of its businesses.',
  method: {
    title: 'Shops: who goes where',
    made: 'From each district set out the visits of the adults who live there (the forecast of the chosen year), of those who work there that day, and a part of those of people who work at home. Where people work is not published: it is estimated.',
    madeEquation:
      'D(i) = v · adults(i) + w · (workers(i) − at home(i)) + w · k · c · (at home, in all) · share of working ages(i)',
    draw: 'A district attracts by the floor of its shops; bars and restaurants by how many they are. Floors are not published: they are means with an interval. Where a street becomes pedestrian its shops attract more.',
    drawEquation: 'A(j) = (neighbourhood(j) · m² + large(j) · m²) · (1 + g · share of pedestrian streets(j))',
    share:
      'Each visit goes where it pays most, with Huff’s probabilities: the more the more a district attracts, the less the farther it is. A closure is shared among the others in proportion (independence of irrelevant alternatives): more than is true where shops are of different kinds.',
    shareEquation: 'P(i→j) = A(j) · t(i, j)^−λ / Σ A · t^−λ',
    way: 'The distance is the mean one between two points of the two districts, taken as discs of their area; straight: only ratios count, and a detour or a pace that is the same for all changes nothing.',
    wayEquation: 't(i, j) ∝ √(d² + (R(i)² + R(j)²)/2),   R² = area/π',
    balance: 'As many visits arrive as set out, sector by sector, in every draw.',
    balanceEquation: 'Σ F(j) = Σ D(i),   F(j) = Σ D(i) · P(i→j)',
    sources:
      'Huff 1963 (Land Economics 39); Haines, Simon and Alexis 1972 (the exponent); the mean square distance is geometry. The interval told holds eight draws out of ten.',
    caption: 'Of shops: central value and from where to where it is drawn. None is estimated on Milan',
    parameters: {
      everydayVisits: 'Visits of an adult a day, from home: everyday shopping',
      otherGoodsVisits: 'Visits of an adult a day, from home: other shopping',
      mealVisits: 'Visits of an adult a day, from home: bars and restaurants',
      workerEverydayVisits: 'Visits of who is at work: everyday shopping',
      workerOtherGoodsVisits: 'Visits of who is at work: other shopping',
      workerMealVisits: 'Visits of who is at work: bars and restaurants',
      homeKept: 'Of the visits near work, those made near home on days at home',
      workersInside: 'Of those who work in the city, who lives in it',
      everydayDecay: 'How much distance counts (λ): everyday shopping',
      otherGoodsDecay: 'How much distance counts (λ): other shopping',
      mealDecay: 'How much distance counts (λ): bars and restaurants',
      smallFloorM2: 'Floor of a neighbourhood shop, m²',
      largeFloorM2: 'Floor of a medium or large store, m²',
      smallEverydayShare: 'Of the floor of neighbourhood shops, that for everyday shopping',
      largeEverydayShare: 'Of the floor of large stores, that for everyday shopping',
      pedestrianGain: 'How much more a shop attracts in a street that becomes pedestrian',
    },
    from: {
      household:
        'Assumption; the management of the household is a third of trips (Isfort, Audimob 2014), and in Milan trips neither to work nor to school are 0.47 a resident and day, ways back left out (Amat 2022; PGT, VAS 2013)',
      meals:
        'Fipe 2015: meals out, 0.26 a day and adult, less 0.12 of lunches at work; the width is an assumption',
      lunches:
        'Fipe 2015: 12 million lunch out 3–4 times a week, of some 22.5 million at work; the width is an assumption',
      atWork: 'Assumption',
      homeKept:
        'Assumption; that spending follows those who work at home was observed in Germany (Alipour and others 2025, CESifo 10000) and in the United Kingdom (De Fraja and others 2021)',
      workersInside: 'Assumption, about the 61% that the traffic’s totals give (Amat 2022; PGT, VAS 2013)',
      decay:
        '1.5 to 2.5 is usual (Haines, Simon and Alexis 1972), more for everyday shopping (Huff 2003); where in it is an assumption',
      floors:
        'Assumption; together they give the 75.3 m² of the mean shop in Milan (Camera di commercio di Milano 2008); a neighbourhood shop has by law at most 250 m² (D.Lgs. 114/1998)',
      everydayShare: 'Assumption, the same in all districts: which shops sell food is not published',
      pedestrian:
        'From nothing to the 35% of the most favourable British streets (Living Streets 2018, “The Pedestrian Pound”: 20 to 35%, in streets chosen for their success)',
    },
    limits: {
      title: 'What the model of shops does not know',
      level:
        'How many visits there really are: there is no count to test it on. Shares and changes in per cent depend less on the assumptions.',
      visitors:
        'Tourists, those who come to the city to shop and those who leave it to shop; shopping online.',
      kinds:
        'Of what kind and quality each shop is, what it costs, whether it is of a chain; markets and newsstands are not in it.',
      inside: 'To which street of the district one goes: everything is told by district.',
      ways: 'Rivers, railways and public transport: the distance is straight.',
      work: 'How many work where: it is estimated from the number of bars and offices too, and does not follow the year.',
      answer:
        'Who opens or closes in answer: shops are those counted, with and without what the scenario says.',
    },
    tested: {
      title: 'How it was tested',
      hand: 'On cities of two and three places that can be reckoned by hand.',
      properties:
        'On many random cities: as much arrives as sets out; a larger shop never receives less and the others never more; who stays after a closure stands to the others as before; a mirrored city gives mirrored visits.',
      none: 'Not on visits counted in Milan: nobody publishes them.',
    },
  },
};
