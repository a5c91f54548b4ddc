// SPDX-License-Identifier: EUPL-1.2
/** The same problems as linear programmes, in the LP format that solvers read. */
import type { AllocationProblem } from '../../src/simulation/models/school-places/allocation';
import type { SitingProblem } from '../../src/simulation/models/siting/problem';

/** A sum on lines that no reader finds too long. */
function sum(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < terms.length; i += 20) lines.push(terms.slice(i, i + 20).join(' + '));
  return lines.join('\n + ');
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** p-median in its strong form (ReVelle and Swain 1970): x of a client and a site is at most y of the site. */
export function medianProgramme({ clients, sites, distance, weight }: SitingProblem, p: number): string {
  const cost = (client: number, site: number) =>
    (weight[client] as number) * (distance[site * clients + client] as number);
  const each = upTo(clients).flatMap((client) => upTo(sites).map((site) => [client, site] as const));
  return [
    'Minimize',
    `cost: ${sum(each.map(([client, site]) => `${cost(client, site)} x${client}_${site}`))}`,
    'Subject To',
    ...upTo(clients).map((client) => `c${client}: ${sum(upTo(sites).map((s) => `x${client}_${s}`))} = 1`),
    ...each.map(([client, site]) => `o${client}_${site}: x${client}_${site} - y${site} <= 0`),
    `p: ${sum(upTo(sites).map((site) => `y${site}`))} = ${p}`,
    'Binary',
    ...upTo(sites).map((site) => `y${site}`),
    'End',
  ].join('\n');
}

/** The transport problem, with as much room as one likes for who is without a place. */
export function transportProgramme({ pupils, places, minutes, unplacedMin }: AllocationProblem): string {
  const [homes, schools] = [pupils.length, places.length];
  const none = schools;
  const isWay = (home: number, school: number) =>
    school === none || (minutes[school * homes + home] as number) <= unplacedMin;
  const to = (home: number) => upTo(schools + 1).filter((school) => isWay(home, school));
  const cost = (home: number, school: number) =>
    school === none ? unplacedMin : (minutes[school * homes + home] as number);
  const full = upTo(schools).map((school) => ({
    school,
    from: upTo(homes).filter((home) => isWay(home, school)),
  }));
  return [
    'Minimize',
    `cost: ${sum(upTo(homes).flatMap((h) => to(h).map((s) => `${cost(h, s)} x${h}_${s}`)))}`,
    'Subject To',
    ...upTo(homes).map((h) => `h${h}: ${sum(to(h).map((s) => `x${h}_${s}`))} = ${pupils[h]}`),
    ...full
      .filter(({ from }) => from.length > 0)
      .map(
        ({ school, from }) => `s${school}: ${sum(from.map((h) => `x${h}_${school}`))} <= ${places[school]}`,
      ),
    'End',
  ].join('\n');
}
