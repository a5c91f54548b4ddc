// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat } from '../../city/frames';

/**
 * The 21 stations of M4, the blue line, from San Cristoforo to Linate; open in full since 12 October
 * 2024. Positions: Regione Lombardia, metro stations (geoportale, EPSG:32632), to a metre.
 */
export const M4_STATIONS: readonly LonLat[] = [
  lonLat(9.13012, 45.44184), // San Cristoforo
  lonLat(9.1308, 45.44682), // Segneri
  lonLat(9.13551, 45.44969), // Gelsomini
  lonLat(9.14243, 45.45192), // Frattini
  lonLat(9.14794, 45.45373), // Tolstoj
  lonLat(9.1535, 45.45556), // Bolivar
  lonLat(9.16053, 45.45781), // California
  lonLat(9.16501, 45.45928), // Coni Zugna
  lonLat(9.17294, 45.46269), // S. Ambrogio
  lonLat(9.17728, 45.4592), // De Amicis
  lonLat(9.18267, 45.4571), // Vetra
  lonLat(9.18868, 45.45652), // Santa Sofia
  lonLat(9.19472, 45.45904), // Sforza-Policlinico
  lonLat(9.19797, 45.46575), // San Babila
  lonLat(9.2077, 45.46795), // Tricolore
  lonLat(9.21825, 45.46807), // Dateo
  lonLat(9.22574, 45.46817), // Susa
  lonLat(9.23164, 45.46826), // Argonne
  lonLat(9.23623, 45.46513), // Stazione Forlanini
  lonLat(9.24157, 45.46193), // Repetti
  lonLat(9.27794, 45.4629), // Linate Aeroporto
];
