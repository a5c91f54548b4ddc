// SPDX-License-Identifier: EUPL-1.2

import { areaCEntries } from './area-c-entries';
import { areaCGates } from './area-c-gates';
import { areaCSketch } from './area-c-sketch';
import { bikeRacks } from './bike-racks';
import { bikeMi, bikeMi2020 } from './bikemi';
import { buildingsCityJson } from './buildings-cityjson';
import { buildingsDbt } from './buildings-dbt';
import { buildingsOsmGeoJson } from './buildings-osm-geojson';
import { buildingsOsmLidar } from './buildings-osm-lidar';
import { buildingsOverpass } from './buildings-overpass';
import { businessCounts } from './business-counts';
import { carParks } from './car-parks';
import { censusSections, districtNames2011, sectionDistricts } from './census-sections';
import { chargingPoints } from './charging-points';
import { cityLimit } from './city-limit';
import { civicOffices } from './civic-offices';
import { cultureVenues } from './culture-venues';
import { cyclePaths2020, cyclePaths2025 } from './cycle-paths';
import { dbtGreenery, dbtWater } from './dbt-cover';
import { demoTimetable } from './demo-timetable';
import { demoTypicalWeek } from './demo-typical-week';
import { districtsGeneric } from './districts-generic';
import { dogAreas } from './dog-areas';
import { drinkingFountains } from './drinking-fountains';
import { familyDoctors } from './family-doctors';
import { gtfsCalendar, gtfsCalendarDates } from './gtfs-calendar';
import { gtfsFrequencies } from './gtfs-frequencies';
import { gtfsRoutes } from './gtfs-routes';
import { gtfsSequences } from './gtfs-sequences';
import { gtfsShapes } from './gtfs-shapes';
import { gtfsStopTimes } from './gtfs-stop-times';
import { gtfsStops } from './gtfs-stops';
import { gtfsTrips } from './gtfs-trips';
import { historicShops } from './historic-shops';
import { istatMunicipalities } from './istat-municipalities';
import { landmarkModels } from './landmarks/source';
import { libraries } from './libraries';
import { lombardiaMetroLines, lombardiaMetroStations } from './lombardia-metro';
import { lombardiaRailStations } from './lombardia-rail-stations';
import { metroPaths, metroPaths2020 } from './metro-paths';
import { metroStops } from './metro-stops';
import { metroTracks } from './metro-tracks';
import { municipalTrees } from './municipal-trees';
import { municipi } from './municipi';
import { nil } from './nil';
import { nil2011, nil2013 } from './nil-older';
import { nursingHomes } from './nursing-homes';
import { osmBoundaries } from './osm-boundaries';
import { osmLandcover } from './osm-landcover';
import { osmRail } from './osm-rail';
import { osmTrees } from './osm-trees';
import { osmWater } from './osm-water';
import { parcoNord } from './parco-nord';
import { parks } from './parks';
import { pharmacies } from './pharmacies';
import { playgrounds } from './playgrounds';
import { pools } from './pools';
import { railStations } from './rail-stations';
import { railways } from './railways';
import { registerByDistrict } from './register-by-district';
import { schoolRegistry, schoolsWithPupils } from './schools';
import type { Source } from './source';
import { sportsSites } from './sports-sites';
import { metroSequences, surfaceSequences } from './stop-sequences';
import { stopsByLine2018 } from './stops-by-line-2018';
import { streetsOsmGeoJson } from './streets-osm-geojson';
import { streetsOsmnx } from './streets-osmnx';
import { streetsOverpass } from './streets-overpass';
import { surfaceLines } from './surface-lines';
import { surfaceStops } from './surface-stops';
import { telecomGrid } from './telecom-grid';
import { telecomWeek } from './telecom-week';
import { trafficZones2020, trafficZones2021 } from './traffic-zones';
import { tramTracks } from './tram-tracks';

/** Every known open data set, the best of each theme first: where two overlap, the earlier one wins. */
export const SOURCES = [
  landmarkModels,
  buildingsCityJson,
  buildingsDbt,
  buildingsOsmLidar,
  buildingsOverpass,
  buildingsOsmGeoJson,
  streetsOverpass,
  streetsOsmnx,
  streetsOsmGeoJson,
  surfaceStops,
  metroStops,
  railStations,
  gtfsStops,
  lombardiaMetroStations,
  lombardiaRailStations,
  stopsByLine2018,
  surfaceLines,
  metroPaths,
  metroPaths2020,
  lombardiaMetroLines,
  surfaceSequences,
  metroSequences,
  gtfsRoutes,
  gtfsSequences,
  gtfsShapes,
  gtfsTrips,
  gtfsCalendar,
  gtfsCalendarDates,
  gtfsFrequencies,
  gtfsStopTimes,
  demoTimetable,
  schoolsWithPupils,
  schoolRegistry,
  pharmacies,
  familyDoctors,
  libraries,
  civicOffices,
  nursingHomes,
  sportsSites,
  pools,
  drinkingFountains,
  cultureVenues,
  bikeMi,
  bikeMi2020,
  carParks,
  bikeRacks,
  chargingPoints,
  historicShops,
  businessCounts,
  registerByDistrict,
  censusSections,
  sectionDistricts,
  districtNames2011,
  nil,
  nil2013,
  nil2011,
  municipi,
  cityLimit,
  istatMunicipalities,
  districtsGeneric,
  osmBoundaries,
  cyclePaths2025,
  cyclePaths2020,
  tramTracks,
  osmRail,
  railways,
  metroTracks,
  parks,
  parcoNord,
  playgrounds,
  dogAreas,
  osmLandcover,
  dbtGreenery,
  municipalTrees,
  osmTrees,
  osmWater,
  dbtWater,
  trafficZones2021,
  trafficZones2020,
  areaCSketch,
  areaCGates,
  areaCEntries,
  telecomGrid,
  telecomWeek,
  demoTypicalWeek,
] as const satisfies readonly Source[];
