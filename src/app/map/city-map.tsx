// SPDX-License-Identifier: EUPL-1.2
/** The map and the city on it. Its chunk holds the engines and is loaded after the shell. */
export function CityMap() {
  return <div />;
}
