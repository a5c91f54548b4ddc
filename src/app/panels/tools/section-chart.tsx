// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoofStretch } from '../../../survey/profile';
import type { SectionAnswer } from '../../../survey/questions';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { download, fileName } from '../impact/download';
import { niceLength } from './picture/sheet';
import style from './tools.module.css';

const WIDE = 600;
const HIGH = 260;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
const FOOT = 34;

interface Props {
  readonly answer: SectionAnswer;
  /** The ends of a line of sight, above the ground. */
  readonly sight?: { readonly eyeUpM: number; readonly targetUpM: number };
}

/** The profile of the buildings along a line, to scale with its two axes; saved as a drawing (SVG). */
export function SectionChart({ answer, sight }: Props) {
  const { t } = useTranslation();
  const format = useFormats();
  const svg = useRef<SVGSVGElement>(null);
  const { roofs, lengthM } = answer;
  const highestM = Math.max(10, ...roofs.map(topOf), sight?.eyeUpM ?? 0, sight?.targetUpM ?? 0);
  const perX = (WIDE - LEFT - RIGHT) / Math.max(1, lengthM);
  const perY = (HIGH - TOP - FOOT) / (1.08 * highestM);
  const x = (metres: number) => LEFT + metres * perX;
  const y = (metres: number) => HIGH - FOOT - metres * perY;
  const exaggerated = perY / perX;
  const label = t('tools.survey.chart', {
    length: format.length(lengthM, 0),
    top: format.length(Math.max(0, ...roofs.map(topOf)), 1),
  });
  const save = () => {
    if (!svg.current) return;
    const text = new XMLSerializer().serializeToString(svg.current);
    download(`${fileName(t('tools.kind.section.name'))}.svg`, text, 'image/svg+xml');
  };
  return (
    <figure className={style.chart}>
      <svg
        ref={svg}
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-label={label}
        fontFamily="Titillium Web, sans-serif"
        fontSize="15"
      >
        <rect width={WIDE} height={HIGH} fill="#ffffff" />
        {ticks(highestM, 4).map((metres) => (
          <g key={metres}>
            <line x1={LEFT} x2={WIDE - RIGHT} y1={y(metres)} y2={y(metres)} stroke="#d5dbe1" />
            <text x={LEFT - 6} y={y(metres) + 5} textAnchor="end" fill="#455b71">
              {format.number(metres)}
            </text>
          </g>
        ))}
        <path
          d={roofs.map((roof) => outline(roof, x, y)).join('')}
          fill="#5b7c9d"
          stroke="#17324d"
          strokeWidth="0.8"
        />
        {sight && (
          <line
            x1={x(0)}
            y1={y(sight.eyeUpM)}
            x2={x(lengthM)}
            y2={y(sight.targetUpM)}
            stroke="#b3125a"
            strokeWidth="2.5"
            strokeDasharray="7 4"
          />
        )}
        <line x1={LEFT} x2={WIDE - RIGHT} y1={y(0)} y2={y(0)} stroke="#17324d" strokeWidth="1.5" />
        {ticks(lengthM, 4).map((metres) => (
          <text key={metres} x={x(metres)} y={HIGH - 14} textAnchor="middle" fill="#455b71">
            {format.length(metres, 0)}
          </text>
        ))}
        <text x={x(0)} y={HIGH - 14} fill="#17324d" fontWeight="600">
          A
        </text>
        <text x={x(lengthM)} y={HIGH - 14} textAnchor="end" fill="#17324d" fontWeight="600">
          B
        </text>
      </svg>
      <figcaption className={style.help}>
        {t('tools.survey.scale', { times: format.number(exaggerated, 1) })}
      </figcaption>
      <TextButton kind="quiet" onPress={save}>
        {t('tools.survey.saveChart')}
      </TextButton>
    </figure>
  );
}

const topOf = ({ fromUpM, toUpM }: RoofStretch) => Math.max(fromUpM, toUpM);

/** A stretch of roof, down to the ground. */
function outline(roof: RoofStretch, x: (m: number) => number, y: (m: number) => number): string {
  const at = (m: number, up: number) => `${x(m).toFixed(1)} ${y(up).toFixed(1)}`;
  return `M${at(roof.fromM, 0)}L${at(roof.fromM, roof.fromUpM)}L${at(roof.toM, roof.toUpM)}L${at(roof.toM, 0)}Z`;
}

/** Round values between nought and a most, not at its end, where the axis has its letter. */
function ticks(most: number, about: number): number[] {
  const step = niceLength(most / (about - 1));
  const count = Math.floor((0.93 * most) / step);
  return Array.from({ length: count }, (_, i) => (i + 1) * step);
}
