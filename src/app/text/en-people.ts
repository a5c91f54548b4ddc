// SPDX-License-Identifier: EUPL-1.2
/** English words of the panel «Persone», of its explanation and of the age pyramid year by year. */
import type { people as italian } from './it-people';
import type { Same } from './same';

export const people: Same<typeof italian> = {
  title: 'People',
  close: 'Close “People”',
  content: 'Content of “People”',
  themes: 'What to look at',
  theme: { population: 'Population', schools: 'Schools', need: 'Need', siting: 'Where to act' },
  loading: 'Loading the districts…',
  noRegister:
    'This city has no register of residents, or no ages of the census: without them nothing can be said of its people.',
  synthetic:
    'Demonstration: boundaries, ages and buildings are generated, so the figures below are synthetic and do not describe the real city.',
  syntheticShort: 'Synthetic figures of the demonstration city.',
  year: 'Year',
  yearCounted: '{{year}}, counted by the register',
  yearForecast: '{{year}}, forecast',
  asking: 'Working out {{what}}…',
  stop: 'Stop',
  stopped: 'Stopped.',
  failed: 'This could not be worked out: {{detail}}',
  again: 'Work it out again',
  withheld: 'not disclosed',
  counted: 'counted',
  rebuilt: 'rebuilt',
  figure: '{{value}} ({{low}} to {{high}})',
  range: '{{low}} to {{high}}',
  legend: { same: 'The classes are the same in every year: colours can be compared.' },
  table: {
    district: 'District',
    persons: 'Persons',
    change: 'Change',
    rank: 'Rank',
    index: 'Index',
    before: 'Minutes today',
    after: 'Minutes after',
  },
  export: {
    label: 'Save the table',
    excel: 'CSV for an Italian Excel',
    data: 'CSV for programs',
    done: 'Table saved',
  },
  group: {
    total: 'All residents',
    aged0to2: '0–2 years (nursery)',
    aged3to5: '3–5 years (preschool)',
    aged6to10: '6–10 years (primary school)',
    aged11to13: '11–13 years (lower secondary school)',
    minors: '0–17 years',
    aged18to64: '18–64 years',
    aged65Plus: '65 years and over',
    aged80Plus: '80 years and over',
  },
  population: {
    what: 'the population forecast, district by district',
    group: 'Which ages',
    show: 'What to show',
    shown: { value: 'How many persons', change: 'How it changes' },
    title: {
      value: '{{group}}, {{year}}: persons',
      change: '{{group}}, {{year}}: change since {{first}}, in %',
    },
    city: {
      value:
        'In the whole city (but for districts not disclosed), in {{year}}, {{group}}: {{figure}} persons.',
      change:
        'In the whole city (but for districts not disclosed), from {{first}} to {{year}}, {{group}}: {{figure}}.',
    },
    course:
      'Plot: {{group}} in the whole city, from {{first}} in {{from}} to {{last}} in {{to}}, with the interval. The figures are in the table.',
    courseTable: 'All years, as a table',
    courseOf: '{{group}}, whole city: persons',
    counted:
      '{{year}} is the last year of the register. Total, minors, 65+ and 80+ are counted; other ages are rebuilt from the census.',
    forecast: '{{year}}: forecast. Under each figure the interval that holds it eight times out of ten.',
  },
  pyramid: {
    offer: 'Show the ages year by year',
    title: 'Ages in {{year}} ({{kind}})',
    forecast: 'forecast',
    rebuilt: 'rebuilt',
    label: 'Age pyramid in {{year}}, {{kind}}: {{n}} residents. The figures are in the table.',
    rebuiltNote: 'The register counts residents but not every age: these are rebuilt from the census.',
    forecastNote: 'Central values; the interval of each group of ages is in “People”.',
    outline: 'The ticks are the census of {{census}}, for the classes that it has alike.',
    census: 'Census {{census}}, in all',
    withheld: 'Ages in {{year}}: not disclosed.',
    few: 'fewer than {{n}}',
  },
  schools: {
    what: 'who finds a place at school',
    grade: 'Which school',
    grades: { primaria: 'Primary', 'secondaria-1': 'Lower secondary' },
    figure: 'What to show',
    figures: { walkMin: 'Minutes on foot', unplaced: 'Without a place', pupils: 'Pupils' },
    title: {
      walkMin: '{{grade}}, {{year}}: minutes on foot to school',
      unplaced: '{{grade}}, {{year}}: pupils without a place',
      pupils: '{{grade}}, {{year}}: pupils',
    },
    city: 'In {{year}}: {{pupils}} pupils for {{places}} places in {{n}} schools; without a place within half an hour on foot {{unplaced}}. Those who have one walk {{minutes}} minutes on average.',
    note: 'Each pupil goes to the school with room that makes all of them together walk least; families choose by more than that. Places are not published: they are estimated from today’s pupils with the rules on classes (D.P.R. 81/2009). How many places pre-schools have is not known.',
    none: 'Of this city no school of this grade is known.',
  },
  need: {
    what: 'the index of need',
    presets: 'Which need',
    preset: { 'home-care': 'Care at home', families: 'Families with children', access: 'Few services near' },
    noIndex: 'no index',
    title: '{{need}}, {{year}}: index of need',
    said: '{{title}}. First: {{name}}, {{ranks}}.',
    none: 'Of no district enough is known for an index.',
    top: {
      'home-care': 'The five districts that most need care at home in {{year}}',
      families: 'The five districts where families with children most need services in {{year}}',
      access: 'The five districts with the fewest services in reach of those who live there in {{year}}',
    },
    topNote:
      'In brackets the rank that the district has eight times out of ten, if data and weights are not exact.',
    between: 'between {{low}} and {{high}}',
    always: 'always {{rank}}',
    why: 'Why {{name}} ranks {{rank}} of {{all}}',
    unknown: '{{name}} has no index: fewer than 500 persons live there, or the data are not disclosed.',
    weight: 'weighs {{share}}',
    sum: 'The bars add up to the index: {{index}}. To the right what adds to the need, to the left what takes from it.',
    weights: 'Weights and method',
    weightsOwn: 'Weights and method (changed by you)',
    weightsNote:
      'How much each indicator counts is a judgement, no datum: move them to see whether the ranking holds.',
    weightOf: '{{weight}} ({{share}})',
    weightsReset: 'Back to the first weights',
    normalisation: 'How they are compared',
    alike: { 'z-score': 'Distance from the mean', 'min-max': 'From least to most' },
    alikeNote: {
      'z-score':
        'Each indicator by its distance from the mean of the districts: 0 is the mean, 1 is one standard deviation above.',
      'min-max':
        'Each indicator from 0 (the district with the least) to 1 (the one with the most): an extreme value weighs more.',
    },
    unit: { 'z-score': 'distance from the mean', 'min-max': '0 to 1' },
    caption: 'Ranking of need: {{need}}, {{year}}',
    worst: 'among the first: {{share}}',
    tableNote:
      'Under the rank: from which to which rank it goes eight times out of ten. Under the index: how many times in a hundred the district is in the fifth with the most need.',
    indicator: {
      aged80PlusShare: 'Residents aged 80 and over',
      aloneAged80Plus: 'Living alone at 80 and over, of the residents',
      aged80PlusGrowth:
        'People aged 80 and over beyond those of the last year of the register, of the residents',
      homeCareUnmet: 'Hours of care at home that are missing, for each person aged 65 and over',
      socialServiceMinutes: 'Minutes on foot to the nearest social service',
      nursingHomeBeds: 'Nursing-home beds in reach, for those aged 80 and over',
      pharmacies: 'Pharmacies in reach',
      libraries: 'Libraries in reach',
      civicOffices: 'Civic offices in reach',
      socialServices: 'Social services in reach',
      minorsShare: 'Residents aged 0 to 17',
      aged0to5Share: 'Residents aged 0 to 5',
      singleHouseholdsShare: 'Households of one person',
      density: 'Density',
    },
    source: {
      register: 'counted by the register',
      forecast: 'forecast from the register',
      services: 'services of today',
      'care-model': 'model of care, with assumptions',
    },
    units: {
      'per-1000': 'per 1,000',
      'per-10000': 'per 10,000 residents',
      'hours-a-week': 'hours a week',
      min: 'minutes',
      'per-km2': 'residents per km²',
    },
  },
  siting: {
    what: 'where to put the teams',
    about: 'Where home-care teams should start from, so that persons aged 80 and over are as near as can be.',
    teams: 'Teams',
    hours: 'Hours a week of each team',
    hoursNote: 'Assumption: 180 hours are six carers with 30 hours of care each.',
    title: 'Minutes that the nearest team travels, {{year}}',
    chosen_one:
      'With one more team, in {{year}}, those aged 80 and over have it {{mean}} minutes of travel away on average.',
    chosen_many:
      'With {{n}} more teams, in {{year}}, those aged 80 and over have the nearest {{mean}} minutes of travel away on average.',
    chosen_other:
      'With {{n}} more teams, in {{year}}, those aged 80 and over have the nearest {{mean}} minutes of travel away on average.',
    gain: 'Spread evenly they would be {{even}} minutes away: this gains {{gain}} minutes.',
    noGain:
      'Spread evenly they would be {{even}} minutes away: the difference is {{gain}} minutes, here nothing is gained.',
    before: 'Today they are {{before}} minutes away.',
    noBefore: 'The data have no place today that teams go out from: there is nothing to compare with.',
    unmet:
      'Hours of care a week that are missing: {{before}} without these teams, {{after}} with them; they give at most {{most}}.',
    gap: 'No other choice among the places considered can be better by more than {{gap}}.',
    best: 'No other choice among the places considered is better.',
    sites: 'Where they start from',
    caption: 'Minutes that the nearest team travels, {{year}}',
    tableNote:
      'Mean of the district’s residents, at the central speed (three times that on foot, an assumption); by district without an interval.',
  },
  backTest: {
    title: 'How the forecast was tested',
    what: 'the test on the past',
    none: 'The register of this city has one year only: there is no past to test the forecast on.',
    how: 'The forecast was made again with what was known in {{from}} and held to what the register counted in {{to}}.',
    city: 'For the whole city it said {{figure}} persons in {{to}}; {{actual}} were counted (error {{error}}).',
    coverage:
      'In {{share}} of the {{n}} districts the count lies within the interval, which ought to hold it eight times out of ten.',
    beats: {
      both: 'It errs less than the two methods that know nothing.',
      one: 'It errs less than one of the two methods that know nothing, and more than the other.',
      none: 'It does not err less than the two methods that know nothing: for the total alone those are enough.',
    },
    errors: 'Errors of the districts, in absolute value',
    method: 'Method',
    median: 'Median',
    mean: 'Mean',
    together: 'All together',
    within: 'Districts within the interval',
    methods: {
      forecast: 'This forecast',
      constant: 'As many as at the beginning',
      linear: 'Every year the balance of the last year known',
    },
    ofGroup: 'This forecast: {{group}}',
    agesNote:
      'The ages of the test are those that would have been told in 2011, without the migration parameters chosen since: of today’s forecast less error of ages is expected, and no test can say so yet. The intervals of ages do not hold the error of those parameters: they are narrower than the uncertainty there is.',
    unknown: 'cannot be counted',
    plot: 'Plot: predicted in {{from}} and counted in {{to}} in {{n}} districts; in {{inside}} the count is within the interval. The figures are in the table.',
    came: 'counted',
    predicted: 'predicted',
    inside: 'within the interval',
    outside: 'outside the interval',
    verdict: 'Outcome',
    table: 'Figures of the test, district by district',
    caption: 'Residents: predicted from {{from}} for {{to}}, and counted',
  },
  method: {
    open: 'How it is worked out, and how good it is',
    title: 'People: how it is worked out',
    close: 'Close the explanation',
    content: 'Content of the explanation',
    intro:
      'Three models, one after the other: how many persons of each age will live in each district, where need is greatest, from where those who help should start. None of them decides: they say what would follow from the data and assumptions written below.',
    population: {
      title: 'Population: cohorts, year by year',
      start:
        'It begins with the register. The register says how many are men, women, minors, 65+ and 80+; single ages come from the census, aged and then brought to the counts of the register (iterative proportional fitting).',
      startEquation: 'P(x, sex) ∝ census(x, sex), with Σ P = register by sex, minors, 65+, 80+',
      age: 'Every year those who survive are a year older. Mortality follows Gompertz, from the city’s life expectancy; districts have a ratio of their own, the nearer to the city’s the fewer persons they have.',
      ageEquation: 'P(x+1, t+1) = P(x, t) · S(x) + migrants(x)',
      births:
        'The children of women aged 15 to 49 are born, by the city’s total fertility rate and the district’s ratio.',
      birthsEquation: 'births(d) = ratio(d) · Σ f(x) · W(x, t)',
      moves:
        'How many live in a district follows the homes there are: it grows as the city does, plus its own difference, which fades year by year, plus new homes. Those who come and go have the ages of Rogers and Castro’s migration schedule, with three parameters chosen so that the ages of 2011 become those counted in 2024.',
      movesEquation: 'growth(d, t) = growth of the city(t) + ρ · difference(d, t−1) + ε',
      draws:
        'Fertility, life expectancy, growth of the city and of the districts are drawn many times: the interval told holds eight draws out of ten. In each draw the districts add up to the city.',
      drawsEquation: 'value = median; interval = 10th to 90th percentile of the draws',
      sources:
        'Preston, Heuveline and Guillot 2001, ch. 6 (cohorts); Clayton and Kaldor 1987 and Marshall 1991 (ratios of districts); Hoem and others 1981 (fertility by age); Rogers and Castro 1981 (migration by age). The change since the first year: where the first year is rebuilt and not counted, the interval is the widest it could be.',
    },
    need: {
      title: 'Need: an open index',
      values:
        'For each district the indicators are taken: figures of the register, of the forecast in the year chosen, services in reach: pharmacies and libraries on foot; civic offices, social services and nursing homes three times as fast (assumption). What is more need where there is less of it is turned round.',
      valuesEquation: 'v(i, d): indicator i in district d',
      alike: 'To be added up they are made alike: distance from the mean, or from the least to the most.',
      alikeEquation: 'z = (v − mean) / standard deviation    or    z = (v − min) / (max − min)',
      sum: 'They are weighted and added up: each bar of “why” is one of them. A district without data for more than half of the weight, or of fewer than 500 residents, has no index.',
      sumEquation: 'index(d) = Σ weight(i) · z(i, d) / Σ weight(i)',
      ranks:
        'The ranking is made again many times with weights up to 20% higher or lower and with values within their error: hence beside each rank from which to which it goes.',
      ranksEquation: 'ranks = 10th to 90th percentile of the rankings drawn',
      sources:
        'OECD and JRC 2008, Handbook on Constructing Composite Indicators; Saisana, Saltelli and Tarantola 2005 (stability of ranks). The first weights are a judgement of ours: they can be moved.',
    },
    siting: {
      title: 'Where to act: sites chosen by the sum of minutes',
      where:
        'Persons aged 80 and over of the year chosen are put where there are homes, in squares of 250 metres. A team can start from at most 800 of them and the search looks at no more than 1,500 homes, those most lived in of ever larger squares; the places of today stay. It goes along the streets of the city, three times as fast as on foot (assumption: two to four).',
      whereEquation: 'd(h, s): minutes of travel from site s to home h',
      choose: 'Those sites are chosen that make the sum of minutes least, weighted by persons (p-median).',
      chooseEquation: 'min Σ persons(h) · min d(h, s),   with as many sites as teams',
      bound:
        'A lower bound says how much better one could do at most: no choice among the places considered, tried or not, can go below it.',
      boundEquation: 'gap = (found − bound) / found',
      even: 'It is compared with teams spread evenly: each inhabited square counts alike, however many live there.',
      evenEquation: 'gain = minutes(even) − minutes(chosen)',
      sources:
        'Hakimi 1964 (p-median); Resende and Werneck 2004 (fast interchange); bound by Lagrangian relaxation, with branching where a gap is left.',
    },
    parameters: {
      title: 'Parameters, with their sources',
      caption:
        'Of the population: what was known of Milan at the end of {{year}}; what is an assumption is called one',
      name: 'Parameter',
      value: 'Value',
      source: 'Source',
      fertility: 'Children a woman',
      fertilitySource:
        'Istat, demographic indicators of Milan; it stays, with random steps of 0.03 a year (assumption)',
      ageAtBirth: 'Mean age at childbirth, years',
      ageAtBirthSource: 'Istat, demographic indicators of Milan',
      life: 'Life expectancy at birth, years (women · men)',
      lifeSource: 'Istat, demographic indicators of Milan',
      lifeGain: 'Years of life gained every year',
      lifeGainSource:
        'Mean since 2011 (Istat); that it goes on is an assumption; random steps of 0.15 years (assumption)',
      growth: 'Growth of the city per 1,000 residents, a year: mean (least … most)',
      growthSource:
        'Comune di Milano, residents at the end of each year since 1999, without the years in which the register was recounted; one of them is drawn for each year',
      persistence: 'How much of a district’s difference is left after a year',
      persistenceSource:
        'Estimated from the households of the districts, 2007–2021 (Comune di Milano, ds1440)',
      shock: 'Random difference of a district in a year, per 1,000 (standard deviation)',
      shockSource: 'Estimated from the households of the districts, 2007–2021 (Comune di Milano, ds1440)',
      sexRatio: 'Boys born for each girl',
      sexRatioSource: 'Italy, steady for a century',
      hazard: 'Years in which the risk of death grows e-fold (women · men)',
      hazardSource: 'Fitted to Istat’s life expectancies of Milan at 0 and at 65, 2002, 2011 and 2024',
    },
    care: {
      caption: 'Of care at home: central value, and between which it is drawn',
      needShare65to79: 'Aged 65 to 79: who does not manage alone',
      needShare65to79Source:
        'What is left of Milan’s 78,000 who are not self-sufficient (Comune di Milano, welfare plan 2025–2027); the width is an assumption',
      needShare80Plus: 'Aged 80 and over: who does not manage alone',
      needShare80PlusSource:
        'Severe limitations of movement (Istat 2017, year 2015); the width is an assumption',
      aloneFactor: 'Hours of who lives alone, beside who does not',
      aloneFactorSource: 'Assumption',
      hoursNeeded: 'Hours a week needed by who does not manage alone',
      hoursNeededSource: 'Assumption; who has social care at home today is given 1.5 in Italy',
      servedShare: 'Aged 65 and over: who has care at home today',
      servedShareSource:
        'Assumption: no open data tell it of Milan; in Italy 5% in 2019, 10.9% in 2024 (Agenas)',
      hoursServed: 'Hours a week of who has it',
      hoursServedSource: '78 hours a year in Italy (Pesaresi 2024, welforum.it)',
      teamPace: 'How many times faster than on foot a team is',
      teamPaceSource: 'Assumption: three times is the 14 km/h of a bicycle in a city',
    },
    limits: {
      title: 'What these models do not know',
      ages: 'Today’s single ages are rebuilt: the register published by district does not have them.',
      homes: 'Homes that will be built, unless they are in a scenario: a new quarter does not grow here.',
      moves: 'Why people move: prices, work, schools are not in it.',
      policy: 'Laws, crises and epidemics to come: the intervals know only the swings of the past.',
      jobs: 'Who comes into the city by day: residents are counted.',
      walk: 'One goes along streets without slopes, lights and waiting; how much faster a team is than one who walks is an assumption.',
      teams: 'How many hours a team really has, and how many persons ask for help.',
      need: 'Health: no health data by district are open. Need is told by what goes with it.',
      few: 'What concerns one to four persons: it is not disclosed, and it is not nought.',
    },
  },
};
