// SPDX-License-Identifier: EUPL-1.2
/** What the card of a building says, in words. */
import type { TFunction } from 'i18next';
import { BUILDING_USES, HEIGHT_ORIGINS, STOREY_HEIGHT_M } from '../../../city/building';
import type { Building } from '../../../stream/buildings';
import type { Formats } from '../../text/format';
import type { Fact } from './fact';

/** Its name, else its address, else "Edificio" and its stable id. */
export function buildingTitle(record: Building['record'], t: TFunction): string {
  return record.name ?? record.address ?? t('building.numbered', { id: record.stableId });
}

/** "24,5 m al tetto, misurata (LiDAR o rilievo)", "16 m, stimata: 5 piani × 3,2 m", "9 m, ipotizzata". */
export function heightText(
  { heightDm, heightOrigin, storeys }: Building['attributes'],
  t: TFunction,
  format: Formats,
): string {
  if (heightDm <= 0) return t('card.notKnown');
  const height = format.length(heightDm / 10);
  switch (HEIGHT_ORIGINS[heightOrigin] ?? 'assumed') {
    case 'measured':
      return t('building.heightMeasured', { height });
    case 'stated':
      return t('building.heightStated', { height });
    case 'storeys':
      if (storeys === 0) return t('building.heightStoreysUnknown', { height });
      return t('building.heightStoreys', {
        height,
        storeys: t('building.storeyCount', { count: storeys, n: format.number(storeys) }),
        storeyHeight: format.length(STOREY_HEIGHT_M),
      });
    case 'assumed':
      return t('building.heightAssumed', { height });
  }
}

/** Use, height, storeys, year, district and the rest; what is not known says so, or is left out. */
export function buildingFacts(
  { record, attributes }: Building,
  districtName: string | undefined,
  t: TFunction,
  format: Formats,
): Fact[] {
  const notKnown = t('card.notKnown');
  const use = BUILDING_USES[attributes.use] ?? 'unknown';
  const facts: Fact[] = [
    { id: 'use', label: t('building.use'), value: t(`use.${use}`) },
    { id: 'height', label: t('building.height'), value: heightText(attributes, t, format) },
    {
      id: 'storeys',
      label: t('building.storeys'),
      value: attributes.storeys > 0 ? format.number(attributes.storeys) : notKnown,
    },
    {
      id: 'year',
      label: t('building.year'),
      value: attributes.year > 0 ? format.year(attributes.year) : notKnown,
    },
  ];
  if (record.minHeightM)
    facts.push({ id: 'base', label: t('building.base'), value: format.length(record.minHeightM) });
  if (districtName) facts.push({ id: 'district', label: t('building.district'), value: districtName });
  if (record.name && record.address)
    facts.unshift({ id: 'address', label: t('building.address'), value: record.address });
  return facts;
}
