// SPDX-License-Identifier: EUPL-1.2
/** English words of the theme "Green and heat"; the keys are those of it-green.ts. */
import type { green as italian } from './it-green';
import type { Same } from './same';

export const green: Same<typeof italian> = {
  what: 'trees, parks and heat, district by district',
  figure: 'What to show',
  figures: {
    trees: 'Three trees near home',
    canopy: 'Ground under crowns',
    park: 'Park of 1 hectare within 300 m',
    smallPark: 'Park of half a hectare within 300 m',
    warmerC: 'Warmth of a summer night',
    mitigation: 'Heat mitigation index',
  },
  title: {
    trees: 'Residents with at least three trees near home, {{year}}: % of residents',
    canopy: 'Ground under crowns (trees: {{trees}}): % of the district',
    park: 'Residents with a park of at least a hectare within 300 m on foot, {{year}}: % of residents',
    smallPark:
      'Residents with a park of at least half a hectare within 300 m on foot, {{year}}: % of residents',
    warmerC: 'Calm, clear summer night (trees: {{trees}}): °C above the country, mean of the district',
    mitigation: 'Heat mitigation index of the green (trees: {{trees}}), mean of the district: 0 (none) to 1',
  },
  rule: 'The 3-30-300 rule, in {{year}}: {{trees}} of residents have at least three trees near home; {{canopy}} of the ground lies under crowns (the rule asks for 30%); {{park}} have a park of a hectare within 300 metres on foot ({{smallPark}} counting from half a hectare). All three together: {{all}}; none: {{none}}.',
  heat: 'On a calm, clear summer night the city is on average {{warmer}} °C above the country.',
  told: 'Of {{told}} of {{all}} districts at least one of these figures is known; where one is missing, not all buildings or trees are in the data. Trees in the data: {{trees}}; parks of half a hectare and more: {{small}}, of a hectare and more: {{large}}.',
  vintage:
    'The trees are of: {{sources}}. The year chosen counts only for how many live where: trees and parks stay those of the data.',
  source: '{{title}} ({{vintage}})',
  note: 'Counted are the trees of the data, nearly all the municipality’s: it has about half of Milan’s trees (242,638 of 480,757, 2019). Crowns and trees in view are therefore at least so many, and so are those with a park near where the data lack parks.',
  none: 'Of this city trees, green areas, buildings, streets and outlines of districts are not all known: without them nothing can be said here.',
  nothing: 'Of no district do the data suffice for all figures: the table shows those that there are.',
  untold: 'too little data',
  compare:
    'For comparison, Barcelona: 43% with three trees within 15 m, 62.1% with a park within 300 m, 8.7% in areas green enough, 4.7% with all three (Nieuwenhuijsen and others 2022, survey of 2016). All is measured otherwise there: an order of magnitude.',
  method: {
    title: 'Green and heat',
    trees:
      'Three trees: those within 20–30 m of the middle of the building are counted. No line of sight is worked out: a tree behind a wall counts all the same.',
    treesEquation: 'share = Σ residents (d₃ ≤ d) / Σ residents, d₃ the distance to the third nearest tree',
    canopy:
      'Crowns: each tree is a circle; where two overlap the ground counts once. A crown that is not stated is as those of its group of species in the data: from the lower to the upper quartile. Woods count with a share.',
    canopyEquation: 'share = (area of the union of circles + share of wood · wood) / area of the district',
    park: 'Park: metres along the streets, from the building to where a street passes within 20 m of the edge of a park. Pieces of parks that touch are one park. Fences and gates are not in the data.',
    parkEquation: 'near if metres · factor ≤ 300; area of the park ≥ 1 ha (or 0.5 ha)',
    capacity:
      'Heat, in squares of 100 m: how much each can cool, by shade, reflection and water given off by buildings, green, fields and the rest (InVEST, Urban Cooling).',
    capacityEquation: 'CC = 0.6 · shade + 0.2 · albedo + 0.2 · Kc',
    air: 'With more than two hectares of green within the cooling distance, the green around counts too; then the air mixes.',
    airEquation: 'T − country = bell mean of (1 − HM) · heat island; HM = max(CC, CC of parks)',
    sources:
      'Sources: Konijnendijk 2023 (3-30-300 rule), Nieuwenhuijsen and others 2022, Natural Capital Project (InVEST user guide), Zardo and others 2017, Stewart and Oke 2012, FAO 56. Intervals: 20 calculations with different parameters.',
    tested:
      'Tests of the sums: the cooling gives InVEST’s test case back cell by cell (within one in a million); distances, crowns and shares give the values worked by hand.',
    told: 'Where the data are not enough, nothing is said: crowns only where at least three quarters of the district, fields left out, have a tree within about 250 m; heat only where the buildings are known of at least three quarters of the ground. A gap without buildings that goes on into a district without data is not taken for country. The thresholds are assumptions. A new park counts only ground free of buildings, up to 150 hectares.',
    caption: 'Parameters of green and heat',
  },
  check: {
    title: 'How it was checked',
    what: 'On the real data of Milan gathered for the tests (trees of two districts, buildings of a part of the city): not those of the demo city.',
    caption: 'The model beside published figures',
    subject: 'What',
    model: 'Model',
    published: 'Published',
    rows: {
      trees: {
        subject: 'Municipal trees a hectare',
        model: 'Città Studi 18.3; Bovisa 4.1',
        published: 'All Milan 13.6 (247,779 trees, ds2484, March 2024, on 181.7 km²)',
        verdict:
          'The same order of magnitude: between half and double in Città Studi. In Bovisa trees that are not municipal are missing.',
      },
      canopy: {
        subject: 'Ground under crowns',
        model: 'Città Studi 4.3% (3.9–5.3); Bovisa 1.4% (1.1–1.6)',
        published: 'Metropolitan city 16% (Forestami, 2018–2020, all trees)',
        verdict:
          'The model is a minimum: it counts the trees of the data. No published figure was found of the municipality alone.',
      },
      green: {
        subject: 'Green a resident',
        model: '7.6 m²',
        published: '18 m² (Coldiretti 2022)',
        verdict: 'The data of the tests have less than half the green: those with a park near are a minimum.',
      },
      rank: {
        subject: 'Order of the districts by heat',
        model: 'Rank correlation 0.71 in 10 districts, without trees',
        published: 'The municipality’s exposure to heat (ds2811, July 2024)',
        verdict:
          'Fair agreement on few districts. The first comparison gave 0.02 in 13 districts: gaps in the data of buildings were taken for fields. Put right then, it is no longer a wholly independent test.',
      },
      night: {
        subject: 'Summer night above the country',
        model: '3.6 °C (2.9–4.3)',
        published: '3–4 °C (Anniballe and others 2014); up to 3.0 °C (Colaninno 2025)',
        verdict:
          'No test: the greatest heat island is a parameter that is given, 3–5 °C. By Colaninno the model may be too warm.',
      },
      park: {
        subject: 'How much a park cools',
        model: 'Giardini di Porta Venezia 0.2 °C below the Duomo district, with crowns supposed on 60%',
        published: '1–2 °C in parks, in heat waves (Žgela and others 2025)',
        verdict:
          'The model falls short: it mixes the air over 500–600 m and gives the mean of the district, not the middle of the park.',
      },
    },
    direction:
      'In Milan, in every draw: trees along 700 m of streets, a park of about 10 hectares and half the sealed ground opened on about 40 hectares take no crowns away, leave nobody farther from a park, and warm no night. The crowns of the districts add up to the city’s.',
    not: 'It was not possible to compare with night temperatures measured district by district (no network of stations in the data; ds2811 is an index, no degrees); to compare crowns with the municipality’s green index (ds2813: its scale is not stated); to check the trees of the other 86 districts.',
  },
  parameter: {
    viewM: 'How far a tree is seen, m from the middle of the building',
    crowns: 'Crowns: from the narrowest (0) to the widest (1)',
    woodCover: 'Wood under crowns',
    walkFactor: 'Walk beside the streets',
    growthYears: 'Years until a crown is full',
    softShare: 'Built ground that is not sealed',
    treeKc: 'Kc of trees',
    grassKc: 'Kc of grass',
    fieldKc: 'Kc of fields',
    softKc: 'Kc of open ground in the city',
    sealedKc: 'Kc of sealed ground',
    sealedAlbedo: 'Albedo of buildings and streets',
    plantAlbedo: 'Albedo of plants',
    coolingDistanceM: 'Cooling distance of a park, m',
    mixingRadiusM: 'Radius in which air mixes, m',
    heatIslandC: 'Greatest heat island, °C',
  },
  parameterSource: {
    viewM: 'Assumption: 15 m around home (Nieuwenhuijsen and others 2022) and half a building',
    crowns: 'Assumption: 10% on crowns stated; on the others the quartiles of the data',
    woodCover: 'Assumption',
    walkFactor: 'Assumption: doors and gates are not in the data',
    growthYears: 'Assumption',
    softShare: 'Assumption: yards, beds, verges',
    treeKc: 'FAO 56, table 12 (orchards 0.9–1.0)',
    grassKc: 'FAO 56, table 12 (turf); range: assumption',
    fieldKc: 'FAO 56, table 12 (crops, mean of the season); range: assumption',
    softKc: 'InVEST user guide (0.6); range: assumption',
    sealedKc: 'InVEST user guide (0.1); range: assumption',
    sealedAlbedo: 'Stewart and Oke 2012, compact midrise',
    plantAlbedo: 'Stewart and Oke 2012, low plants',
    coolingDistanceM: 'InVEST user guide (450 m); range: assumption',
    mixingRadiusM: 'InVEST user guide (500–600 m)',
    heatIslandC:
      'Milan, summer nights: 3–4 °C (Anniballe and others 2014); in heat waves 3–5 °C (Žgela and others 2025)',
  },
};
