// SPDX-License-Identifier: EUPL-1.2
/** What a model cannot compute with, in plain words: where it is, and what the reader can do. */
import type { CityInputs } from '../../../city/city-inputs';
import type { InputFault } from '../../../city/input-fault';
import type { RunFault } from '../../../simulation/protocol';
import { codeText, type Words } from './words';

const MODELS: readonly string[] = ['traffic', 'demand', 'transit'];

/** Three sentences: what is wrong and where, what to do, and what the model itself says. */
export function inputFaultText(fault: RunFault, words: Words): string {
  return words.t('scenario.run.inputs.text', { what: inputFaultWhat(fault, words), detail: fault.detail });
}

/** The first sentence: what is wrong, and where. */
export function inputFaultWhat({ where, about }: RunFault, words: Words): string {
  const model = MODELS.includes(where) ? where : 'other';
  return about ? aboutText(about, words) : codeText(words.t, `run.inputs.${model}`);
}

function aboutText(about: InputFault, words: Words): string {
  const { t, format, city } = words;
  const table = (id: string, row?: number) => {
    const name = codeText(t, `table.${id}`);
    return row === undefined
      ? t('scenario.run.inputs.table', { table: name })
      : t('scenario.run.inputs.row', { table: name, row: format.number(row + 1) });
  };
  const say = (key: string, values: object = {}) => codeText(t, `run.inputs.${key}`, { ...values });
  switch (about.kind) {
    case 'link':
      return linkText(about.link, words, table);
    case 'zone':
      return say('zone', { name: zoneName(about.zone, words), table: table('zones') });
    case 'trips':
      return say('trips', { from: zoneName(about.from, words), to: zoneName(about.to, words) });
    case 'leaves-not':
    case 'reached-not':
      return say(about.kind, { name: zoneName(about.zone, words) });
    case 'nobody':
      return say('nobody', { table: table('population') });
    case 'no-gateway':
      return say('no-gateway', { table: table('gateways') });
    case 'no-balance':
      return say('no-balance');
    case 'stop': {
      const name = city?.transit.stops.name[about.stop] || format.number(about.stop + 1);
      return say('stop', { name, table: table('transit-stops', about.stop) });
    }
    case 'line':
      return say('line', { name: about.line, table: table('transit-patterns') });
  }
}

/** A street by its name, the way from a zone to the network by the zone's, a road outside by neither. */
function linkText(link: number, words: Words, table: (id: string, row?: number) => string): string {
  const { t, city } = words;
  if (!city || link < city.roads.links) {
    const name = (city && streetName(city, link)) || t('scenario.place.unnamedStreet');
    return t('scenario.run.inputs.street', { name, table: table('road-links', link) });
  }
  const connector = Math.floor((link - city.roads.links) / 2);
  const zone = city.roads.connectors.zone[connector];
  if (zone === undefined) return t('scenario.run.inputs.outside', { table: table('gateways') });
  const name = zoneName(zone, words);
  return t('scenario.run.inputs.connector', { name, table: table('zone-connectors', connector) });
}

const streetName = ({ roads }: CityInputs, link: number): string =>
  roads.names[roads.nameIndex[link] as number] ?? '';

const zoneName = (zone: number, { t, format, city }: Words): string =>
  city?.zones.name[zone] || t('scenario.run.inputs.zoneNumber', { n: format.number(zone + 1) });
