// SPDX-License-Identifier: EUPL-1.2
/** English words of how the models of “People” reckon, with what, and what they do not know. */
import type { peopleMethod as italian } from './it-people-method';
import type { Same } from './same';

export const peopleMethod: Same<typeof italian> = {
  open: 'How it is worked out, and how good it is',
  title: 'People: how it is worked out',
  close: 'Close the explanation',
  content: 'Content of the explanation',
  intro:
    'One model after the other: how many persons of each age will live in each district, who finds a place at school and which services are in reach, where need is greatest, from where those who help should start, where people shop, who has green near and where nights are warmer. None of them decides: they say what would follow from the data and assumptions written below.',
  population: {
    title: 'Population: cohorts, year by year',
    start:
      'It begins with the register. The register says how many are men, women, minors, 65+ and 80+; single ages come from the census, aged and then brought to the counts of the register (iterative proportional fitting). The open class of the census, 75 and over, is parted as in a population that changes: as many 80+ as the register has, as many of a hundred as were counted.',
    startEquation: 'P(x, sex) ∝ census(x, sex), with Σ P = register by sex, minors, 65+, 80+',
    age: 'Every year those who survive are a year older. Mortality follows Gompertz, from the city’s life expectancy; districts have a ratio of their own, the nearer to the city’s the fewer persons they have.',
    ageEquation: 'P(x+1, t+1) = P(x, t) · S(x) + migrants(x)',
    births:
      'The children of women aged 15 to 49 are born, by the city’s total fertility rate and the district’s ratio.',
    birthsEquation: 'births(d) = ratio(d) · Σ f(x) · W(x, t)',
    moves:
      'How many live in a district follows the homes there are: it grows as the city does, plus its own difference, which fades year by year, plus new homes. Those who come and go have the ages of Rogers and Castro, with three parameters chosen so that minors and the old come and go as in the years before, estimated from who was left of those counted then (survival ratios).',
    movesEquation: 'growth(d, t) = growth of the city(t) + ρ · difference(d, t−1) + ε',
    draws:
      'Fertility and life expectancy follow their trend, which may be wrong, with random steps as large as those of the past. Growth of the city and of the districts, and how many minors and old people come and go, are drawn many times too: the interval told holds eight draws out of ten. In each draw the districts add up to the city.',
    drawsEquation: 'value = median; interval = 10th to 90th percentile of the draws',
    sources:
      'Preston, Heuveline and Guillot 2001, ch. 6 (cohorts) and 7 (open class); Clayton and Kaldor 1987 and Marshall 1991 (ratios of districts); Hoem and others 1981 (fertility by age); Rogers and Castro 1981 (migration by age); United Nations 1970, Manual VI (survival ratios); Lee and Carter 1992, app. B (uncertain trends). The change since the first year: where the first year is rebuilt and not counted, the interval is the widest it could be.',
  },
  need: {
    title: 'Need: an open index',
    values:
      'For each district the indicators are taken: figures of the register, of the forecast in the year chosen, services in reach on foot or by transit, as in “Services”. What is more need where there is less of it is turned round.',
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
    fertilitySource: 'Istat, demographic indicators of Milan',
    fertilityTrend: 'Children a woman gained every year (error of the trend; random step)',
    fertilityTrendSource:
      'Trend: Istat for Italy, from 1.25 to 1.55 in 49 years (projections of 22 September 2022); error and step: changes of Milan 2002–2024 about it',
    ageAtBirth: 'Mean age at childbirth, years',
    ageAtBirthSource: 'Istat, demographic indicators of Milan',
    life: 'Life expectancy at birth, years (women · men)',
    lifeSource: 'Istat, demographic indicators of Milan',
    lifeGain: 'Years of life gained every year (error of the trend; random step)',
    lifeGainSource:
      'Mean and changes since 2011 (Istat), with the years 2020–2022 put between 2019 and 2023: that it goes on, and without epidemics, is an assumption',
    schedule: 'Ages of who comes · of who goes: level of children and constant level',
    scheduleSource:
      'Rogers and Castro 1981 (0.020 and 0.003), changed so that the ages of 2011 become those counted in 2024; that it goes on like this is an assumption',
    moves:
      'Minors · 65+ who come less who go, beyond what is expected, per 1,000 a year (standard deviation)',
    movesSource:
      'Assumption: how uncertain the same estimate is between 1999 and 2011, for deaths and births that are not known exactly',
    districtMoves: 'The same, of a district beyond its city',
    districtMovesSource:
      'Estimated from the errors by age of the forecast made from 2011 for 2024, without what all districts have in common',
    growth: 'Growth of the city per 1,000 residents, a year: mean (least … most)',
    growthSource:
      'Comune di Milano, residents at the end of each year since 1999, without the years in which the register was recounted; one of them is drawn for each year',
    persistence: 'How much of a district’s difference is left after a year',
    persistenceSource: 'Estimated from the households of the districts, 2007–2021 (Comune di Milano, ds1440)',
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
    ages: 'Today’s single ages are rebuilt: the register published by district does not have them. Of those of 70 and over Istat expects more than 300,000 in 2040, more than are reckoned here: beyond deaths the register lost about one in a hundred of the old each year, and goes on like this here.',
    homes:
      'Homes that will be built, unless they are in a scenario: a new quarter does not grow here. Nor those of a scenario, in a district of which it is not disclosed who lives there: traffic and the rest change there, people, schools and care do not.',
    moves: 'Why people move: prices, work, schools are not in it.',
    policy: 'Laws, crises and epidemics to come: the intervals know only the swings of the past.',
    jobs: 'Who comes into the city by day: residents are counted.',
    walk: 'One goes along streets without slopes, lights and waiting; how much faster a team is than one who walks is an assumption.',
    teams: 'How many hours a team really has, and how many persons ask for help.',
    need: 'Health: no health data by district are open. Need is told by what goes with it.',
    few: 'What concerns one to four persons: it is not disclosed, and it is not nought.',
  },
};
