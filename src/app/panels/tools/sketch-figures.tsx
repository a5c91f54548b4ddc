// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { Sketch, Spot } from '../../../survey/sketch';
import { useFormats } from '../hooks';
import { figuresOf, type Line, spotLetter, spotWords } from './sketch-words';
import style from './tools.module.css';

/** Everything that a distance, an area or a height says. */
export function SketchFigures({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation();
  const format = useFormats();
  const exact = {
    distance: 'tools.figure.exactLength',
    area: 'tools.figure.exactArea',
    height: 'tools.figure.exactHeight',
  } as const;
  const { kind } = sketch;
  return (
    <>
      <Lines lines={figuresOf(sketch, { t, format })} />
      <Ends spots={sketch.spots} />
      {kind in exact && (
        <p className={style.help}>
          <strong>{t('tools.figure.howExact')}.</strong> {t(exact[kind as keyof typeof exact])}
        </p>
      )}
    </>
  );
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className={style.lines}>
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the spots are, in degrees and in the plane, and how high. */
export function Ends({ spots }: { spots: readonly Spot[] }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <details className={style.ends}>
      <summary>{t('tools.figure.ends')}</summary>
      {spots.map((spot, i) => {
        const { lonLat, plane, up } = spotWords(spot, format);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a spot is known by its place in the list
          <dl key={i} className={style.lines} aria-label={`${t('tools.figure.end')} ${spotLetter(i)}`}>
            <div>
              <dt>{`${spotLetter(i)} · ${t('tools.figure.lonLat')}`}</dt>
              <dd>{lonLat}</dd>
            </div>
            <div>
              <dt>{t('tools.figure.plane')}</dt>
              <dd>{plane}</dd>
            </div>
            <div>
              <dt>{t('tools.figure.up')}</dt>
              <dd>{up}</dd>
            </div>
          </dl>
        );
      })}
      <p className={style.help}>{t('tools.figure.upNote')}</p>
    </details>
  );
}
