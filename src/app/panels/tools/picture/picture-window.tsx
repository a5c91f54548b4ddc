// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Input, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { mapPictureOf, type PictureSize, TooLargeError } from '../../../map/map-picture';
import { useOwn } from '../../../state/own';
import { useStore } from '../../../state/store';
import { loadPart } from '../../../text/texts';
import { announce } from '../../announcer';
import { TextButton } from '../../controls';
import { useFormats } from '../../hooks';
import { download, fileName } from '../../impact/download';
import { PanelWindow } from '../../window';
import tools from '../tools.module.css';
import { askedLegend } from './asked-legend';
import { ownLegend } from './own-legend';
import style from './picture.module.css';
import { boxesOf, composed } from './sheet';
import { sheetOf } from './sheet-of';

const SIZES = ['screen', '1080', '1440', '2160'] as const;
type Size = (typeof SIZES)[number];

/** Pixels of a picture, lying or upright as the map on the page is. */
function pixelsOf(size: Size): PictureSize {
  const map = document.querySelector('[data-map]')?.getBoundingClientRect();
  const [wide, high] = [map?.width ?? innerWidth, map?.height ?? innerHeight];
  if (size === 'screen')
    return { widthPx: Math.round(wide * devicePixelRatio), heightPx: Math.round(high * devicePixelRatio) };
  const [short, long] = [Number(size), (Number(size) * 16) / 9];
  return wide >= high ? { widthPx: long, heightPx: short } : { widthPx: short, heightPx: long };
}

/** Fonts that the sheet is written in: drawn before they come it would be in another. */
const FONTS = ['400 20px "Titillium Web"', '600 20px "Titillium Web"'];

/** The map as a PNG with all that one needs to read it. */
export default function PictureWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [size, setSize] = useState<Size>('1080');
  const [title, setTitle] = useState(useStore.getState().catalogue?.city.name ?? '');
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'tooLarge'>('idle');
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);
  const save = async () => {
    const { signal } = (asked.current = new AbortController());
    setState('busy');
    try {
      const blob = await pictureOf(title, pixelsOf(size), { t, format }, signal);
      download(`${fileName(title || 'milano', String(pixelsOf(size).widthPx))}.png`, blob, 'image/png');
      setState('idle');
      announce(t('tools.picture.saved'));
    } catch (error) {
      if (!signal.aborted) setState(error instanceof TooLargeError ? 'tooLarge' : 'failed');
    }
  };
  return (
    <PanelWindow title={t('tools.picture.name')} closeLabel={t('tools.picture.close')} onClose={onClose}>
      <div className={style.form}>
        <p>{t('tools.picture.how')}</p>
        <TextField className={tools.rename!} value={title} maxLength={80} onChange={setTitle}>
          <Label>{t('tools.picture.title')}</Label>
          <Input autoComplete="off" />
        </TextField>
        <RadioGroup className={style.sizes!} value={size} onChange={(value) => setSize(value as Size)}>
          <Label className={style.label!}>{t('tools.picture.size')}</Label>
          {SIZES.map((one) => {
            const { widthPx, heightPx } = pixelsOf(one);
            const pixels = `${format.year(widthPx)} × ${format.year(heightPx)}`;
            return (
              <Radio key={one} value={one} className={style.choice!}>
                {t(`tools.picture.sizes.${one}`, { pixels })}
              </Radio>
            );
          })}
        </RadioGroup>
        <p role="status" className={state === 'idle' || state === 'busy' ? tools.help : style.fault}>
          {state === 'idle' ? t('tools.picture.waits') : t(`tools.picture.${state}`)}
        </p>
        <p>
          {/* Never disabled: it would lose the keyboard, and Escape with it. */}
          <TextButton primary onPress={() => state !== 'busy' && void save()}>
            {t('tools.picture.save')}
          </TextButton>
        </p>
      </div>
    </PanelWindow>
  );
}

async function pictureOf(
  title: string,
  size: PictureSize,
  words: Parameters<typeof sheetOf>[3],
  signal: AbortSignal,
): Promise<Blob> {
  await Promise.all([
    loadPart('legend', useStore.getState().language),
    loadPart('ask', useStore.getState().language),
    loadPart('own', useStore.getState().language),
    ...FONTS.map((font) => document.fonts.load(font)),
  ]);
  const { map } = boxesOf(size);
  const drawn = await mapPictureOf({ widthPx: map.width, heightPx: map.height }, signal);
  const page = document.querySelector('[data-map]')?.getBoundingClientRect();
  const pxPerCssPx = page ? Math.max(map.width / page.width, map.height / page.height) : 1;
  const sheet = sheetOf(useStore.getState(), title, pxPerCssPx, words);
  const asked = await askedLegend(useStore.getState(), words);
  const { shown, gone } = useOwn.getState();
  const own = ownLegend(useStore.getState().ownLayers, shown, gone, words);
  const whole = {
    ...sheet,
    legend: [...own.layers, ...asked.layers, ...sheet.legend],
    notes: [...own.notes, ...asked.notes, ...sheet.notes],
  };
  const picture = composed(drawn, whole, size);
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no picture');
  return blob;
}
