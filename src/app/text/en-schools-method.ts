// SPDX-License-Identifier: EUPL-1.2
/** English words of how places at school are found. */
import type { schoolsMethod as it } from './it-schools-method';
import type { Same } from './same';

export const schoolsMethod: Same<typeof it> = {
  title: 'Schools: pupils and places, a transport problem',
  who: 'The pupils of a year are the children of the forecast who have the ages of the grade, in the share that goes to school in the city: such that in the year of the last register they are as many as the pupils that the schools have in the data (in Milan of 2016/17), and never more than all; the same in every district. They live where there are homes.',
  whoEquation: 'pupils(d, t) = share · children(d, t),   ages 6–10 primary, 11–13 lower secondary',
  places:
    'How many places a school has is not published. From the pupils that it has in the data follows how many classes they need by the rules of the law: at least those pupils, as a rule two places free in each class, at most as many as the law allows. In every draw the places lie elsewhere between these.',
  placesEquation:
    'classes = ⌈pupils of a year / most⌉;   places ~ triangular(pupils, classes · (most − 2), classes · most with rest)',
  find: 'Places are given so that first as many pupils as can have one, and then all together walk as little as they can. It is a transport problem, solved to the end: an auction gives a start, then each pupil who is left finds a place along the shortest chain of moves.',
  findEquation: 'min Σ x(h, s) · min(h, s),   Σ x(h, ·) = pupils(h),   Σ x(·, s) ≤ places(s)',
  proof:
    'Every solution brings its proof: a price for a place of each school, with which no pupil would have a better choice. From it follows a bound below which no solution can walk: the two figures are the same, the gap is nought.',
  proofEquation: 'min(h, s) + price(s) = min over s′ of min(h, s′) + price(s′)',
  tested:
    'How it was checked: cases worked by hand; on networks drawn by lot nobody is lost, no school is over-full, one school more never leaves more pupils without a place and one less never fewer; the sum of minutes is that of another solver (HiGHS).',
  caption: 'Of schools: what is reckoned with',
  class: '{{grade}}, pupils of a class: least and most as a rule (with rest)',
  classValue: '{{least}}–{{most}} ({{rest}})',
  classSource: {
    primaria: 'D.P.R. 81/2009, art. 10',
    'secondaria-1': 'D.P.R. 81/2009, art. 11',
  },
  keptFree: 'Places kept free in a class, as a rule',
  keptFreeSource:
    'Assumption: whoever comes during the year, and classes with a pupil with a disability, of 20 as a rule (D.P.R. 81/2009, art. 5)',
  longest: 'The longest walk, minutes',
  longestSource: 'Assumption',
  limits: {
    catchments:
      'Catchment areas: they are in no open data, and it is as if there were one. Joining two changes nothing here.',
    choice: 'What families choose by, beyond distance: language, hours, private schools.',
    old: 'How many pupils each school has today: the open data of Milan are of 2016/17.',
    infanzia: 'Places of pre-schools: of these only what a measure changes is told.',
  },
  sources:
    'Bertsekas and Castañon 1989 (the auction for the transport problem); Hitchcock 1941 (transport problem); D.P.R. 20 March 2009, n. 81 (classes). Schools and pupils: MIUR 2016/17.',
};
