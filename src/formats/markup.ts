// SPDX-License-Identifier: EUPL-1.2
/** KML and GPX: XML without a document type, so that nothing in it expands or points elsewhere. */
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature } from 'geojson';
import { DamagedFileError, InputError } from './fault';
import { LIMITS } from './limits';

/** Deeper than any file that people write, and than the reader of it can go. */
const MOST_DEEP = 200;

/**
 * Features of a KML or GPX file, in degrees (both are WGS 84 by definition).
 *
 * @throws InputError where it has a document type or entities of its own, is over 20 MB or nested
 * without end. @throws DamagedFileError where it is no XML.
 */
export function markupFeatures(
  file: string,
  text: string,
  format: 'kml' | 'gpx',
): Feature<Feature['geometry'] | null>[] {
  const mb = LIMITS.xmlBytes / 1024 / 1024;
  if (text.length > LIMITS.xmlBytes)
    throw new InputError(file, `is over ${mb} MB of XML`, undefined, 'xml-size', { mb });
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new InputError(
      file,
      'has a document type or entities, which are not read',
      undefined,
      'xml-doctype',
    );
  if (depthOf(text) > MOST_DEEP) throw new InputError(file, 'is nested too deep', undefined, 'too-deep');
  let document: ReturnType<DOMParser['parseFromString']>;
  try {
    document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
  } catch (error) {
    throw new DamagedFileError(file, `is not sound XML: ${(error as Error).message.split('\n')[0]}`);
  }
  const { features } = format === 'kml' ? kml(document) : gpx(document);
  return features.map((feature) => ({ ...feature, properties: plainProperties(feature.properties) }));
}

/** Tags open at once, counted without a tree, which is made by going as deep. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of text.matchAll(/<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[^>]*>)/g)) {
    if (tag.startsWith('<!') || tag.startsWith('<?') || tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** How things look and when each point was passed is no attribute; a description is its text. */
function plainProperties(properties: Feature['properties']): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (
      /^(coordinateProperties|styleUrl|styleHash|styleMapHash|icon|icon-.*|(stroke|fill|label)(-.*)?|_gpxType)$/.test(
        name,
      )
    )
      continue;
    const html = value as { '@type'?: unknown; value?: unknown } | null;
    plain[name] = html?.['@type'] === 'html' ? withoutTags(String(html.value)) : value;
  }
  return plain;
}

const withoutTags = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
