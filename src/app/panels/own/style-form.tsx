// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnLayer, ownListId, SIZES_PX } from '../../../own/own-layer';
import type { Colouring } from '../../../query/colouring';
import { changeLayer, useOwn } from '../../state/own';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import fields from '../scenario/fields.module.css';
import { Choice } from './confirm';
import style from './own.module.css';
import { classWords } from './own-words';

/** Name, colour, size, opacity, and the attribute that a layer is coloured by. */
export function StyleForm({ layer }: { layer: OwnLayer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const name = useId();
  const { style: look } = layer;
  const change = (one: Partial<OwnLayer['style']>) => changeLayer(layer.id, { style: { ...look, ...one } });
  return (
    <div className={style.form}>
      <div className={fields.field}>
        <label className={fields.label} htmlFor={name}>
          {t('own.rename')}
        </label>
        <input
          id={name}
          className={fields.input}
          value={layer.name}
          maxLength={80}
          onChange={(event) => changeLayer(layer.id, { name: event.target.value })}
        />
      </div>
      <ColourBy layer={layer} />
      <HeightBy layer={layer} />
      <div className={style.pairOfFields}>
        <Colour value={look.colour} onChange={(colour) => change({ colour })} />
        {!layer.solid && !layer.heightBy && (
          <Slider
            label={t('own.size')}
            value={look.sizePx}
            from={SIZES_PX.least}
            to={SIZES_PX.most}
            step={0.5}
            words={`${format.number(look.sizePx, 1)}\u00a0px`}
            onChange={(sizePx) => change({ sizePx })}
          />
        )}
        <Slider
          label={t('own.opacity')}
          value={look.opacity}
          from={0.1}
          to={1}
          step={0.05}
          words={format.percent(look.opacity, 0)}
          onChange={(opacity) => change({ opacity })}
        />
      </div>
    </div>
  );
}

function Colour({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {t('own.colour')}
      </label>
      <input
        id={id}
        type="color"
        className={style.colour}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Slider(props: {
  label: string;
  value: number;
  from: number;
  to: number;
  step: number;
  words: string;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {props.label}
      </label>
      <span className={style.slider}>
        <input
          id={id}
          type="range"
          min={props.from}
          max={props.to}
          step={props.step}
          value={props.value}
          aria-valuetext={props.words}
          onChange={(event) => props.onChange(Number(event.target.value))}
        />
        <span aria-hidden="true">{props.words}</span>
      </span>
    </div>
  );
}

/** Numbers in five classes, equally full; of categories and texts the fullest have a colour each. */
function colouringBy(layer: OwnLayer, attribute: string): Colouring | null {
  const column = layer.columns.find(({ name }) => name === attribute);
  if (!column) return null;
  return column.kind === 'number'
    ? { attribute, scale: { kind: 'classed', method: 'quantile', classes: 5 }, palette: 'viridis' }
    : { attribute, scale: { kind: 'categories' }, palette: 'okabe-ito' };
}

function ColourBy({ layer }: { layer: OwnLayer }) {
  const { t } = useTranslation();
  const list = ownListId(layer.id);
  const colouring = useStore((s) => s.colourings[list]);
  if (layer.columns.length === 0) return null;
  const choose = (attribute: string) => {
    const { colourings, set } = useStore.getState();
    const { [list]: _, ...others } = colourings;
    const chosen = colouringBy(layer, attribute);
    set({ colourings: chosen ? { ...others, [list]: chosen } : others });
  };
  return (
    <>
      <Choice
        label={t('own.colourBy')}
        value={colouring?.attribute ?? ''}
        options={[['', t('own.oneColour')], ...layer.columns.map(({ name }) => [name, name] as const)]}
        onChange={choose}
      />
      {colouring && <Legend layer={layer} />}
    </>
  );
}

/** Areas may stand up as high as a column of theirs says. */
function HeightBy({ layer }: { layer: OwnLayer }) {
  const { t } = useTranslation();
  const able = layer.columns.filter(({ kind }) => kind === 'number');
  if (layer.solid || layer.shapes.area === 0 || able.length === 0) return null;
  return (
    <Choice
      label={t('own.heightBy')}
      value={layer.heightBy ?? ''}
      options={[['', t('own.flat')], ...able.map(({ name }) => [name, name] as const)]}
      onChange={(column) => changeLayer(layer.id, { heightBy: column || null })}
    />
  );
}

function Legend({ layer }: { layer: OwnLayer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const legend = useOwn((s) => s.shown[layer.id]?.legend);
  if (!legend) return null;
  return (
    <ul className={style.legend} aria-label={t('own.legend')} data-legend>
      {legend.classes.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the slot of the class
        <li key={i}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <rect width="16" height="16" rx="3" fill={one.colour} />
          </svg>
          {classWords(one, legend.attribute.plain ?? false, { t, format })}
        </li>
      ))}
    </ul>
  );
}
