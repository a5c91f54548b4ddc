// SPDX-License-Identifier: EUPL-1.2
/** The map of the districts as a picture with its legend and what it comes from: drawn from the page's own drawing. */
import type { Digest } from '../../impact/digest';
import type { PublicationHead } from '../../scenario/publication';
import { breakTexts } from '../panels/impact/legend';
import { captioned } from '../panels/impact/picture';
import { unitName } from '../text/estimate-format';
import { colourOf, districtScale } from './district-shapes';
import { drawsOfDigest, firstEffects, type OutcomeWords } from './outcome-words';

const WIDTH_PX = 1600;
const MARGIN_PX = 40;
/** On paper, whatever the look of the screen. */
const STROKE = '#ffffff';

/** Rejects where the drawing is not on the page, or the browser makes no picture of it. */
export async function districtPicture(
  head: PublicationHead,
  digest: Digest,
  words: OutcomeWords,
): Promise<Blob> {
  const { t, format, language } = words;
  const drawn = document.querySelector<SVGSVGElement>('svg[data-districts]');
  const { map } = digest;
  if (!drawn || !map) throw new Error('no drawing on the page');
  const scale = districtScale(map, 'light');
  const colours = new Map(map.rows.map((row) => [String(row.id), colourOf(row, scale)]));
  const picture = captioned(await rastered(drawn, colours), {
    title: head.title,
    what: t('impact.picture.what', {
      field: t(`impact.field.${map.field}`),
      unit: unitName(map.unit, language),
      mode: t('impact.view.modes.change'),
    }),
    scale,
    breaks: breakTexts(scale, map.unit, format),
    lines: [
      ...firstEffects(digest, words).map(({ title, figure, when }) =>
        figure ? `${title}: ${figure} ${when}.` : `${title}.`,
      ),
      t('outcome.assumptions.draws', { draws: drawsOfDigest(digest, format) }),
      ...(digest.synthetic ? [t('outcome.synthetic')] : []),
      t('outcome.share.hash', { hash: digest.resultHash }),
      [...new Set(digest.sources.map(({ publisher, licence }) => `${publisher}, ${licence.name}`))].join(
        ' · ',
      ),
    ],
    divided: null,
  });
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no picture');
  return blob;
}

/** The drawing as pixels on white, its districts in the colours of paper whatever those of the screen are. */
async function rastered(
  drawn: SVGSVGElement,
  colours: ReadonlyMap<string, string>,
): Promise<HTMLCanvasElement> {
  const { width, height } = drawn.viewBox.baseVal;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  // The page's style sheets do not reach into a picture.
  for (const path of copy.querySelectorAll('path')) {
    path.setAttribute('stroke', path.closest('g') ? '#17324d' : STROKE);
    path.setAttribute('stroke-width', '2');
    if (path.closest('g')) path.setAttribute('fill', 'none');
    const colour = colours.get(path.getAttribute('data-district') ?? '');
    if (colour && path.getAttribute('data-direction') !== 'unclear') path.setAttribute('fill', colour);
  }
  const [ground, hatch] = copy.querySelectorAll('pattern rect');
  ground?.setAttribute('fill', '#e8e4dc');
  hatch?.setAttribute('fill', '#8a8378');
  for (const text of copy.querySelectorAll('text')) {
    text.setAttribute('font-family', 'sans-serif');
    text.setAttribute('font-size', '24');
    text.setAttribute('fill', '#17324d');
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = (WIDTH_PX - 2 * MARGIN_PX) / width;
  canvas.width = WIDTH_PX;
  canvas.height = Math.round(height * scale) + 2 * MARGIN_PX;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, MARGIN_PX, MARGIN_PX, width * scale, height * scale);
  return canvas;
}
