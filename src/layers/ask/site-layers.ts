// SPDX-License-Identifier: EUPL-1.2
/** What layers with schools, teams and notes are called: all that whoever picks on the map has to know of them. */

/** Of the source and of its layer: sites of an answer. */
export const SITES = 'ask-sites';
/** Sites of the scenario. */
export const SCENARIO_SITES = 'scenario-site';
