// SPDX-License-Identifier: EUPL-1.2
/** English words of the theme «Services» and of services in the answer to a scenario. */
import { doctors } from './en-doctors';
import type { services as it, servicesImpact as itImpact } from './it-services';
import type { Same } from './same';

const sentences = (what: string) =>
  ({
    less: `${what} is nearer: on average {{size}}.`,
    more: `${what} is farther: on average {{size}}.`,
    unclear: `Whether ${what.toLowerCase()} is nearer or farther cannot be told: the mean changes {{change}}.`,
    none: `The mean time to ${what.toLowerCase()} stays as it was.`,
  }) as const;

const left = (who: string) =>
  ({
    less: `${who}: {{size}}.`,
    more: `${who}: {{size}}.`,
    unclear: `${who}: whether they are more or fewer cannot be told; the change is {{change}}.`,
    none: `${who}: as many as before.`,
  }) as const;

export const servicesImpact: Same<typeof itImpact> = {
  field: {
    pharmacyMin: 'Minutes to the nearest pharmacy',
    pharmacySupply: 'Pharmacies in reach',
    pharmacyBeyond: 'Residents without a pharmacy within 15 minutes',
    familyDoctorMin: 'Minutes to the nearest family doctor',
    familyDoctorSupply: 'Places with a family doctor in reach',
    familyDoctorBeyond: 'People of 14 and over without a family doctor within 15 minutes',
    libraryMin: 'Minutes to the nearest library',
    librarySupply: 'Libraries in reach',
    libraryBeyond: 'Residents without a library within 15 minutes',
    civicOfficeMin: 'Minutes to the nearest registry office',
    civicOfficeSupply: 'Registry offices in reach',
    civicOfficeBeyond: 'Adults without a registry office within 30 minutes',
    socialServiceMin: 'Minutes to the nearest social service',
    socialServiceSupply: 'Social services in reach',
    socialServiceBeyond: 'Residents without a social service within 30 minutes',
    nursingHomeMin: 'Minutes to the nearest nursing home',
    nursingHomeSupply: 'Beds of nursing homes in reach',
    nursingHomeBeyond: 'People of 80 and over without a nursing home within 30 minutes',
  },
  summary: {
    pharmacy: sentences('The nearest pharmacy'),
    pharmacyBeyond: left('Residents without a pharmacy within 15 minutes'),
    familyDoctor: sentences('The nearest family doctor'),
    familyDoctorBeyond: left('People of 14 and over without a family doctor within 15 minutes'),
    library: sentences('The nearest library'),
    libraryBeyond: left('Residents without a library within 15 minutes'),
    civicOffice: sentences('The nearest registry office'),
    civicOfficeBeyond: left('Adults without a registry office within 30 minutes'),
    socialService: sentences('The nearest social service'),
    socialServiceBeyond: left('Residents without a social service within 30 minutes'),
    nursingHome: sentences('The nearest nursing home'),
    nursingHomeBeyond: left('People of 80 and over without a nursing home within 30 minutes'),
  },
  parameter: {
    walkKmH: 'how fast one walks',
    oldWalkKmH: 'how fast the old walk',
    transitPace: 'how fast transit is',
    capacityShare: 'how many beds there are where none are stated, and how many patients a doctor can have',
  },
  limit:
    'Services: only those count that have a position in the data; a place counts as any other, whatever its hours. Minutes are door to door, on foot or by transit, with half of the time between two runs as the wait.',
};

export const services: Same<typeof it> = {
  what: 'who reaches which services',
  service: 'Which service',
  services: {
    pharmacy: 'Pharmacies',
    'family-doctor': 'Family doctors',
    library: 'Libraries',
    'civic-office': 'Registry and Municipio offices',
    'social-service': 'Territorial social services',
    'nursing-home': 'Nursing homes (RSA)',
    'home-care': 'Care at home',
  },
  target: {
    pharmacy: 'residents',
    'family-doctor': 'people of 14 and over',
    library: 'residents',
    'civic-office': 'people of 18 and over',
    'social-service': 'residents',
    'nursing-home': 'people of 80 and over',
    'home-care': 'people of 65 and over',
  },
  figure: 'What to show',
  figures: {
    minutes: 'Minutes to the nearest',
    supply: 'How many per {{per}}',
    beyond: 'Without one near',
  },
  title: {
    minutes: '{{service}}, {{year}}: minutes door to door to the nearest',
    supply: '{{service}}, {{year}}: {{unit}} in reach per {{per}} {{target}}',
    beyond: '{{service}}, {{year}}: {{target}} with none within {{limit}} minutes',
  },
  unit: {
    pharmacy: 'pharmacies',
    'family-doctor': 'places with a doctor',
    library: 'libraries',
    'civic-office': 'offices',
    'social-service': 'offices',
    'nursing-home': 'beds',
    'home-care': 'hours a week',
  },
  city: 'In {{year}}, for {{persons}} {{target}}: {{sites}}. The nearest is on average {{minutes}} minutes away; with none within {{limit}} minutes there are {{beyond}} persons.',
  sites: '{{n}} {{unit}}',
  sitesBeds: '{{n}} homes with {{beds}} beds',
  unplaced_one:
    'One place in the data ({{n}}) has no position in the city and does not count: true access may be better.',
  unplaced_many:
    '{{n}} places in the data have no position in the city and do not count: true access may be better.',
  unplaced_other:
    '{{n}} places in the data have no position in the city and do not count: true access may be better.',
  way: {
    both: 'On foot by the streets or by transit, whichever is quicker door to door: the walk to the stop, half of the time between two runs, the ride, changes, the walk.',
    walk: 'On foot by the streets: the lines of this city are not known.',
  },
  note: 'How many there are: each service is shared among all who reach it, near and far with different weights (floating catchments, E2SFCA). The data of this city do not hold where nurseries and paediatricians are: they are not counted here.',
  homeCare: {
    figures: {
      minutes: 'Minutes of the team',
      supply: 'Hours per 1,000',
      beyond: 'Hours missing',
    },
    minutes: 'Care at home, {{year}}: minutes that the nearest team travels',
    supply: 'Care at home, {{year}}: hours a week given per 1,000 people of 65 and over',
    beyond: 'Care at home, {{year}}: hours a week that are needed and not given',
    city: 'In {{year}}, for {{persons}} people of 65 and over, from {{n}} places: {{given}} hours of care a week, {{missing}} are missing. The nearest team travels {{minutes}} minutes on average.',
    note: 'Of Milan no open data tell how many hours are given: they are an assumption (5% of the over-65s, an hour and a half each), and go out in equal parts from the social services. What families and private carers give does not count.',
  },
  doctors,
  none: 'Of this city no service of this kind has a known position.',
  spread:
    'Where buildings are not in the data, those who live there are spread evenly over the district (an assumption); ages follow those of the district.',
  method: {
    title: 'Services: how near they are, and for how many they are enough',
    who: 'Of each district one takes the persons whom the service is for, of the right age and in the year chosen, and puts them where there are homes, in squares of 250 metres. Whoever is in no known building is spread evenly over the district (an assumption).',
    whoEquation: 'P(h) = persons of the district · share of home h',
    way: 'From every home to every service one walks by the streets, or goes by transit where that is quicker: walk to the stop, wait, ride, changes, walk. At the stop one takes the first run of the lines that are worth it (optimal strategies).',
    wayEquation: 'm(h, s) = min( walk ; walk + ½ · headway + ride + changes + walk )',
    share:
      'Each service is shared among all who reach it within its catchment; a near third of it counts more than a far one.',
    shareEquation:
      'R(s) = S(s) / Σ P(h) · W(m(h, s)),   W = 1 · 0.68 · 0.22 in the three thirds of the catchment, 0 beyond',
    sum: 'Each adds up what he reaches. All that is offered within catchments is given, and no more.',
    sumEquation: 'A(h) = Σ R(s) · W(m(h, s)),   Σ P(h) · A(h) = Σ S(s)',
    unmet: 'Unmet need: those whose nearest is beyond the catchment.',
    unmetEquation: 'without(d) = Σ P(h) over homes with min m(h, s) > catchment',
    sources:
      'Luo and Qi 2009 (E2SFCA and weights); Luo and Wang 2003; Spiess and Florian 1989 (waits and common lines); Moreno and others 2021 (15 minutes). Catchments: 15 minutes for pharmacies, family doctors and libraries, 30 for the rest (an assumption).',
    caption: 'Of services: central value, and from where to where it is drawn',
    walkKmH: 'Pace on foot, km/h',
    walkKmHSource: 'Department for Transport 2019 (3 miles an hour); the range is an assumption',
    oldWalkKmH: 'Pace of the old, to nursing homes, km/h',
    oldWalkKmHSource: 'Assumption',
    transitPace: 'Minutes by transit, beside those computed',
    transitPaceSource: 'Assumption: headways and speeds of many lines are themselves assumed',
    limits: {
      quality: 'Hours, staff, queues and quality of a service: a place counts as any other.',
      libraries: 'Which libraries are open to all: every one of the national register counts.',
      absent:
        'Nurseries, paediatricians and clinics: the data of this city do not hold where they are. A family doctor counts once, at the main surgery.',
      beds: 'Beds of nursing homes are those accredited in 2012; homes outside the city do not count.',
      timetable: 'Transit runs as often as on the morning of a working day; evenings and Sundays are worse.',
    },
  },
};
