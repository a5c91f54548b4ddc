// SPDX-License-Identifier: EUPL-1.2
import type { SearchEntry } from '../../src/city/catalogue';
import { grouped } from './grouped';
import type { CleanContext, GroundFeature, SourceRows, Theme } from './theme';
import { type Feed, usedFeeds } from './transit-feeds';
import { linesOf } from './transit-lines';
import { type Pattern, patternsOf, patternTables } from './transit-patterns';
import { timetableTables } from './transit-schedule';
import { byLine, modesOfLines, planeDistanceM, type Stop, stopsOf } from './transit-stops';
import { timetabledPatterns } from './transit-timetable';

/** Stops and lines of public transport. */
export const transit: Theme<'transit'> = {
  id: 'transit',
  clean: (all, context) => {
    // A made-up timetable moves vehicles on the screen; the models go by what operators say.
    const bySource = all.filter(({ source }) => !source.synthetic);
    const madeUp = all.filter(({ source }) => source.synthetic).flatMap(({ rows }) => rows);
    const lines = linesOf(bySource, context.drop);
    const stops = stopsOf(bySource, context.drop);
    const feeds = usedFeeds(
      bySource.flatMap(({ rows }) => rows),
      context.drop,
    );
    const timetables = [...feeds, ...usedFeeds(madeUp, context.drop)];
    return {
      kept: lines.length + stops.length,
      ground: [...lines, ...stops.map(featureOf)],
      inputs: [
        ...patternTables(ridesOf(bySource, stops, feeds, context.drop)),
        ...timetableTables(timetables, stops, modesOfLines(all), context.drop),
      ],
      search: searchEntries(stops, context),
    };
  },
};

/** By the timetable the lines that have one, by their tables of stops the others. */
function ridesOf(
  bySource: readonly SourceRows<'transit'>[],
  stops: readonly Stop[],
  feeds: readonly Feed[],
  drop: CleanContext['drop'],
): Pattern[] {
  const timetabled = timetabledPatterns(bySource, stops, drop, feeds);
  const known = new Set(timetabled.map(({ line }) => line));
  return [...timetabled, ...patternsOf(bySource, stops).filter(({ line }) => !known.has(line))];
}

const featureOf = ({
  id,
  at,
  mode,
  name,
  lines,
  wheelchair,
  source,
}: Stop): GroundFeature<'transit-stop'> => ({
  layer: 'transit-stop',
  geometry: { type: 'Point', coordinates: [...at] },
  properties: {
    id,
    mode,
    name,
    ...(lines.length > 0 ? { lines: lines.join(', ') } : {}),
    ...(wheelchair === undefined ? {} : { wheelchair }),
  },
  source,
});

/** Poles of one stop: both sides of a street, the corners of a square. */
const ONE_STOP_M = 400;

/** One entry for all poles of a stop: same name and mode, near each other. */
function searchEntries(stops: readonly Stop[], { districts }: CleanContext): SearchEntry[] {
  const entries: SearchEntry[] = [];
  for (const same of grouped(stops, (stop) => `${stop.mode} ${stop.name}`).values())
    for (const poles of clusters(same)) {
      const [first] = poles as [Stop];
      const lines = [...new Set(poles.flatMap((stop) => stop.lines))].sort(byLine);
      const district = districts.name(districts.at(first.at));
      const detail = [lines.join(', '), district].filter(Boolean).join(' · ');
      entries.push({
        kind: 'stop',
        id: first.id,
        name: first.name,
        class: first.mode,
        ...(detail ? { detail } : {}),
        at: first.at,
      });
    }
  return entries;
}

function clusters(stops: readonly Stop[]): Stop[][] {
  const found: Stop[][] = [];
  for (const stop of stops) {
    const near = found.find(([first]) => first && planeDistanceM(first.at, stop.at) <= ONE_STOP_M);
    if (near) near.push(stop);
    else found.push([stop]);
  }
  return found;
}
