// SPDX-License-Identifier: EUPL-1.2
/** English sentences of what a scenario changes. */
import { servicesImpact as services } from './en-services';
import type { summary as it } from './it-impact-summary';
import type { Same } from './same';

export const summary: Same<typeof it> = {
  title: 'In a few sentences',
  traffic: {
    less: 'People drive less: between 8 and 9, {{size}}{{share}}.',
    more: 'People drive more: between 8 and 9, {{size}}{{share}}.',
    unclear:
      'Whether people drive more or less cannot be told: kilometres between 8 and 9 change {{change}}.',
    none: 'Kilometres driven between 8 and 9 stay as they were.',
  },
  time: {
    less: 'Less time is lost in traffic, against empty streets: over all vehicles, {{size}} in that hour{{share}}.',
    more: 'More time is lost in traffic, against empty streets: over all vehicles, {{size}} in that hour{{share}}.',
    unclear:
      'Whether more or less time is lost in traffic cannot be told: the delay of all vehicles changes {{change}}.',
    none: 'The time lost in traffic stays as it was.',
  },
  carHours: {
    less: 'Less time is spent in cars: over all vehicles, {{size}} in that hour{{share}}.',
    more: 'More time is spent in cars: over all vehicles, {{size}} in that hour{{share}}.',
    unclear:
      'Whether more or less time is spent in cars cannot be told: the hours of all vehicles change {{change}}.',
    none: 'The time spent in cars stays as it was.',
  },
  transit: {
    less: 'Fewer trips by public transport: {{size}}{{share}}.',
    more: 'More trips by public transport: {{size}}{{share}}.',
    unclear:
      'Whether there are more or fewer trips by public transport cannot be told: they change {{change}}.',
    none: 'Trips by public transport stay as they were.',
  },
  areaC: {
    less: 'Fewer cars enter Area C in a day: {{size}}.',
    more: 'More cars enter Area C in a day: {{size}}.',
    unclear: 'Whether more or fewer cars enter Area C cannot be told: entries change {{change}}.',
    none: 'As many cars enter Area C as before.',
  },
  air: {
    less: 'Traffic emits less nitrogen oxides (NOx): {{size}}{{share}}.',
    more: 'Traffic emits more nitrogen oxides (NOx): {{size}}{{share}}.',
    unclear:
      'Whether traffic emits more or less nitrogen oxides (NOx) cannot be told: emissions change {{change}}.',
    none: 'Emissions of nitrogen oxides (NOx) by traffic stay as they were.',
  },
  districts: {
    less: 'Those who set out in Milan lose as a whole, tolls included: {{size}}; {{districts}}. For those from outside the benefit is {{outside}}.',
    more: 'Those who set out in Milan gain as a whole, tolls included: {{size}}; {{districts}}. For those from outside the benefit is {{outside}}.',
    unclear:
      'Whether those who set out in Milan gain or lose as a whole cannot be told: {{change}}; {{districts}}. For those from outside the benefit is {{outside}}.',
    none: 'For those who set out in Milan nothing changes as a whole; {{districts}}. For those from outside the benefit is {{outside}}.',
  },
  schools: {
    less: 'Fewer pupils are left without a place: {{size}}{{share}}.',
    more: 'More pupils are left without a place: {{size}}{{share}}.',
    unclear: 'Whether more or fewer pupils are without a place cannot be told: the change is {{change}}.',
    none: 'As many pupils are without a place as before.',
  },
  schoolWay: {
    less: 'School is nearer: on foot, on average, {{size}}.',
    more: 'School is farther: on foot, on average, {{size}}.',
    unclear: 'Whether school is nearer or farther cannot be told: the mean walk changes {{change}}.',
    none: 'The mean walk to school stays as it was.',
  },
  care: {
    less: 'Less home care is missing: {{size}}{{share}}.',
    more: 'More home care is missing: {{size}}{{share}}.',
    unclear: 'Whether more or less home care is missing cannot be told: the change is {{change}}.',
    none: 'As much home care is missing as before.',
  },
  shopVisits: {
    less: 'Fewer visits to shops, bars and restaurants: on a weekday {{size}}{{share}}.',
    more: 'More visits to shops, bars and restaurants: on a weekday {{size}}{{share}}.',
    unclear:
      'Whether there are more or fewer visits to shops, bars and restaurants cannot be told: they change {{change}}.',
    none: 'In the whole city there are as many visits to shops, bars and restaurants as before.',
  },
  shopMoves: {
    less: 'Visits do not move to other districts: {{size}}.',
    more: 'The districts that gain visits to shops receive, together, {{size}}.',
    unclear: 'Whether there are districts that gain visits to shops cannot be told: {{change}}.',
    none: 'No district gains visits to shops.',
  },
  beforeShops:
    'Shops: “before” is the city with the businesses counted today and the residents of {{year}}. How many visits are made is an assumption, no count: read the changes more than the levels.',
  ...services.summary,
  crowns: {
    less: 'Less ground lies under crowns: {{size}}.',
    more: 'More ground lies under crowns: {{size}}.',
    unclear: 'Whether more or less ground lies under crowns cannot be told: the change is {{change}}.',
    none: 'As much ground lies under crowns as before.',
  },
  trees: {
    less: 'Fewer residents have three trees near their home: {{size}}.',
    more: 'More residents have three trees near their home: {{size}}.',
    unclear:
      'Whether more or fewer residents have three trees near their home cannot be told: the change is {{change}}.',
    none: 'Those who have three trees near their home stay the same.',
  },
  parks: {
    less: 'Fewer residents have a park within 300 metres: {{size}}.',
    more: 'More residents have a park within 300 metres: {{size}}.',
    unclear:
      'Whether more or fewer residents have a park within 300 metres cannot be told: the change is {{change}}.',
    none: 'Those who have a park within 300 metres stay the same.',
  },
  heat: {
    less: 'Summer nights are less warm, the mean of the city: {{size}}.',
    more: 'Summer nights are warmer, the mean of the city: {{size}}.',
    unclear: 'Whether summer nights are warmer or cooler cannot be told: the change is {{change}}.',
    none: 'Summer nights are as warm as before.',
  },
  beforeGreen:
    '“Before” are the trees and parks of the data, with the residents of {{year}}; planting is in the first year after the register.',
  beforePeople: '“Before” is the city of {{year}} as forecast, with the schools and services of today.',
  belowCalculation: 'The calculation stays {{change}}: too little, or too unsure, to be called a change.',
  onlyThere: '{{figure}}. {{district}}: {{size}}. Over the whole city no change one would notice.',
  most: 'Where it changes most, as far as can be told: {{district}}, {{size}}.',
  before: '“Before” is the city under the rules of 2022, with the charge of that time. {{charges}}.',
  beforeFree: '“Before” is the city under the rules of 2022: no entry is charged.',
  by: { less: '{{size}} less', fewer: '{{size}} fewer', more: '{{size}} more' },
  shareOf: ' ({{low}} to {{high}})',
  changeOf: 'between {{low}} and {{high}} {{unit}}',
  gain_one: 'one district gains',
  gain_many: '{{count}} districts gain',
  gain_other: '{{count}} districts gain',
  lose_one: 'one loses',
  lose_many: '{{count}} lose',
  lose_other: '{{count}} lose',
  unclear_one: 'of one it cannot be told',
  unclear_many: 'of {{count}} it cannot be told',
  unclear_other: 'of {{count}} it cannot be told',
  same_one: 'for one nothing changes',
  same_many: 'for {{count}} nothing changes',
  same_other: 'for {{count}} nothing changes',
};
