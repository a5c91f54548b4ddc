// SPDX-License-Identifier: EUPL-1.2
/** English words of how an answer was worked out, and how far it can be trusted. */
import { servicesImpact as services } from './en-services';

export const method = {
  accuracy: 'Accuracy of the calculation',
  draws: 'Calculations under different assumptions',
  gap: 'Gap left in the equilibrium',
  demandGap: 'Gap left in demand',
  leastTold:
    'What nobody would notice is not told as a change: less than {{minutes}} minutes, than {{degrees}} °C, than {{vehicles}} vehicles an hour; in a street less than {{traffic}} of who passes, of the speed or of the emissions, in a district less than {{visits}} of the visits.',
  seed: 'Seed',
  hash: 'Fingerprint of the result',
  models: 'Models',
  inputs: 'Base data',
  inputsOf: '{{n}} tables of this city',
  vintage: 'Base year',
  quick: 'quick',
  full: 'full',
  repeat:
    'The same scenario on the same city with the same seed gives the same result: the fingerprint proves it.',
  assumptions: 'Assumptions of who wrote the scenario',
  limits: 'What the model does not know',
  limit: {
    peopleGrowth:
      'Who comes to the city and who leaves depends on jobs, homes and laws: the forecast goes on with what was seen, with its uncertainty.',
    peopleHomes:
      'Homes under construction are not in the data: districts grow that grew before, and those where a measure builds. Who lives there comes from the other districts: the city as a whole grows as forecast. Traffic counts all of their trips, and takes none off elsewhere.',
    schoolChoice:
      'Places are given so that all together walk as little as they can, and nobody more than half an hour: families choose by more than that, and here it is not known. The catchment areas of schools are in no open data: it is as if all of them were one.',
    schoolPlaces:
      'Places of schools are not published: they are estimated from the pupils that a school has in the open data (in Milan of 2016/17) with the rules on classes (D.P.R. 81/2009), with their interval.',
    shopsLevel:
      'How many visits are made to shops is an assumption: no count is published, and the model is not calibrated. Changes in per cent are more trustworthy than numbers.',
    shopsVisitors:
      'Tourists, those who come to the city to shop and those who shop outside or online are not in it: the centre receives more visits than this.',
    shopsAlternatives:
      'A new shop takes visits from all in proportion, and one that closes leaves them to all in proportion (independence of irrelevant alternatives): in truth more to those like it. Nobody else opens or closes in answer.',
    shopsTraffic: 'The traffic that a large store attracts is not worked out.',
    shopsStreets:
      'How much a street that becomes pedestrian attracts comes from British cases, from nothing to 35%: that it loses visits, as may happen too, does not happen here. The shops of a district are taken to stand on its main streets in proportion to their length.',
    shopsWork:
      'How many work where is estimated, and who works at home buys near home an assumed part of what was bought near work. In Germany the neighbourhoods where people work at home gained (Alipour and others 2025): here they gain little or nothing, which may be too little.',
    careHours: 'Hours of care and who needs them are stated assumptions: no open data tell them by district.',
    serviceReach: services.limit,
    greenTrees:
      'The trees are those of the data, mostly the municipality’s: in Milan about half of the city’s. Of private gardens next to nothing is known.',
    greenGrowth:
      'Who plants has no shade at once: crowns grow in 25–30 years, and trees that die are not counted.',
    greenHeat:
      'Heat is an index of a calm, clear summer night, no simulation of the wind; the ground of yards and streets is an assumption.',
    greenSealed:
      'Of new homes in a drawn area it is assumed how much ground they take: 17 m² for each resident.',
    hour: 'It is an average hour of a working day, between 8 and 9. Queues do not spill back from one crossing to the next, nor into the next hour.',
    shortRun: 'It is the short-run response: nobody changes home, job or car.',
    speed:
      'Where speed falls, the emission formula gives more NOx per kilometre; in cities that extended 30 km/h the opposite was observed: 18% fewer emissions on average. The model follows the formula: take that part with caution.',
    motorcycles: 'Motorcycles take no room on the street.',
    buses: 'The speed of buses does not follow traffic.',
    timetable:
      'Times by public transport come from timetables only where the city has any; otherwise from assumed headways and speeds. What a measure changes is always worked out from headways.',
    air: 'These are emissions, not air quality: wind and narrow streets are not reckoned.',
    noise: 'Noise is an index at the source, not what is heard at windows.',
    access: 'Counting what is within reach does not say how good or free it is.',
    surplus: 'Tolls paid are a loss to those who pay and revenue to the city: only the first is seen here.',
  },
};
