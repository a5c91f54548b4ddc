// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useState } from 'react';
import { FACILITY_CLASSES } from '../../../simulation/models/service-access/service-classes';
import type { ServicesAnswer, ServiceTopic } from '../../../simulation/services-protocol';
import { type PeopleView, SERVICE_FIGURES, SERVICE_TOPICS } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { Choice } from '../choice';
import { fileName } from '../impact/download';
import { AskingNote } from './asking-note';
import { DoctorNote } from './doctor-note';
import { FigureTable } from './figure-table';
import style from './people.module.css';
import {
  type Classes,
  districtColours,
  MINUTE_CLASSES,
  SERVICE_BEYOND_CLASSES,
  SERVICE_MINUTE_CLASSES,
  SERVICE_SUPPLY_CLASSES,
} from './people-colours';
import { type Ends, endsAt } from './people-figures';
import { answerOf, changePeople, type DistrictPlace, useColours, usePeople, useSaid } from './people-hook';
import { type Sense, type Words, withRange } from './people-words';

type Found = NonNullable<ServicesAnswer['found']>;
type ServiceFigure = PeopleView['serviceFigure'];

const SENSES: Readonly<Record<ServiceFigure, Sense>> = {
  minutes: 'minutes',
  supply: 'number',
  beyond: 'persons',
};
const UNITS: Readonly<Record<ServiceFigure, string>> = {
  minutes: 'min',
  supply: 'persons',
  beyond: 'persons',
};
/** For so many persons it is told how much there is: of offices there is one for tens of thousands. */
const PER: Readonly<Record<ServiceTopic, number>> = {
  pharmacy: 10_000,
  'family-doctor': 1000,
  library: 10_000,
  'civic-office': 100_000,
  'social-service': 100_000,
  'nursing-home': 1000,
  'home-care': 1000,
};
function unitOf(service: ServiceTopic, figure: ServiceFigure): string {
  if (figure === 'supply' && service === 'family-doctor') return `patients per ${PER[service]} persons`;
  if (figure === 'supply') return `per ${PER[service]} persons`;
  return service === 'home-care' && figure === 'beyond' ? 'hours a week' : UNITS[figure];
}
/** What the model tells for each 1,000. */
const scaled = (ends: Ends | null, times: number): Ends | null =>
  ends && { value: times * ends.value, low: times * ends.low, high: times * ends.high };

/** Who needs longer to the nearest has none near; care comes to one's home. */
const limitMin = (service: ServiceTopic): number =>
  service === 'home-care' ? 30 : FACILITY_CLASSES[service].catchmentMin;

/** How far services are, how many there are for whom they are for, and who has none near. */
export function ServicesTheme({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const words = useWords();
  const { t } = words;
  const service = useStore((s) => s.people.service);
  const figure = useStore((s) => s.people.serviceFigure);
  const asking = usePeople({ kind: 'services', year, service }, `${service} ${year}`);
  const answer = answerOf(asking.asked);
  // What the city has none of is not offered, once that is known: nothing moves while another answer is on its way.
  const [known, setKnown] = useState<ServicesAnswer['known'] | null>(null);
  useEffect(() => {
    if (answer) setKnown(answer.known);
  }, [answer]);
  const offered = SERVICE_TOPICS.filter((one) => one === service || !known || known.includes(one));
  return (
    <section className={style.section} aria-label={t('people.theme.services')} data-theme-of="services">
      <Choice
        label={t('people.services.service')}
        value={service}
        options={offered.map((value) => ({ value, text: t(`people.services.services.${value}`) }))}
        onChange={(value) => changePeople({ service: value as ServiceTopic })}
      />
      <Choice
        label={t('people.services.figure')}
        value={figure}
        options={SERVICE_FIGURES.map((value) => ({ value, text: figureName(service, value, words) }))}
        onChange={(value) => changePeople({ serviceFigure: value as ServiceFigure })}
      />
      <AskingNote asking={asking} what={t('people.services.what')} />
      {answer &&
        (answer.found ? (
          <Answer answer={answer} found={answer.found} districts={districts} figure={figure} />
        ) : (
          <p className={style.note}>{t('people.services.none')}</p>
        ))}
    </section>
  );
}

interface AnswerProps {
  readonly answer: ServicesAnswer;
  readonly found: Found;
  readonly districts: readonly DistrictPlace[];
  readonly figure: ServiceFigure;
}

function Answer(shown: AnswerProps) {
  const {
    answer: { year, service, byTransit },
    found,
    figure,
  } = shown;
  const words = useWords();
  const { t, format } = words;
  const { rows, title, colours } = useServices(shown);
  useColours(colours);
  const sentence = citySentence({ year, service }, found, words);
  useSaid(sentence);
  return (
    <>
      <p className={style.sentence} data-services>
        {sentence}
      </p>
      {found.unplaced > 0 && (
        <p className={style.note} data-unplaced>
          {t('people.services.unplaced', { count: found.unplaced, n: format.number(found.unplaced) })}
        </p>
      )}
      {service === 'home-care' ? (
        <p className={style.note}>{t('people.services.homeCare.note')}</p>
      ) : (
        <>
          <p className={style.note}>{t(`people.services.way.${byTransit ? 'both' : 'walk'}`)}</p>
          <p className={style.note}>{t('people.services.note')}</p>
          {service === 'family-doctor' && <DoctorNote />}
          <p className={style.note}>{t('people.services.spread')}</p>
        </>
      )}
      <FigureTable
        caption={title}
        title={figureName(service, figure, words)}
        rows={rows}
        sense={SENSES[figure]}
        greatestFirst={figure !== 'supply'}
        file={fileName('servizi', service, figure, String(year))}
        about={{ indicator: `${service} ${figure}`, unit: unitOf(service, figure), year }}
      />
    </>
  );
}

function citySentence(
  { year, service }: Pick<ServicesAnswer, 'year' | 'service'>,
  { sites, capacity, city }: Found,
  words: Words,
): string {
  const { t, format } = words;
  const n = format.number(sites);
  if (service === 'home-care')
    return t('people.services.homeCare.city', {
      year: String(year),
      persons: withRange(city.target, 'persons', words),
      n,
      given: withRange(capacity, 'persons', words),
      missing: withRange(city.beyond, 'persons', words),
      minutes: withRange(city.minutes, 'minutes', words),
    });
  return t('people.services.city', {
    year: String(year),
    persons: withRange(city.target, 'persons', words),
    target: t(`people.services.target.${service}`),
    sites:
      service === 'nursing-home'
        ? t('people.services.sitesBeds', { n, beds: withRange(capacity, 'persons', words) })
        : service === 'family-doctor'
          ? t('people.services.doctors.sites', { n, patients: withRange(capacity, 'persons', words) })
          : t('people.services.sites', { n, unit: t(`people.services.unit.${service}`) }),
    minutes: withRange(city.minutes, 'minutes', words),
    limit: format.number(limitMin(service)),
    beyond: withRange(city.beyond, 'persons', words),
  });
}

function figureName(service: ServiceTopic, figure: ServiceFigure, { t, format }: Words): string {
  return service === 'home-care'
    ? t(`people.services.homeCare.figures.${figure}`)
    : t(`people.services.figures.${figure}`, { per: format.number(PER[service]) });
}

function classesOf(service: ServiceTopic, figure: ServiceFigure): Classes {
  if (figure === 'supply') return SERVICE_SUPPLY_CLASSES[service];
  if (figure === 'beyond') return SERVICE_BEYOND_CLASSES;
  return service === 'home-care'
    ? MINUTE_CLASSES
    : SERVICE_MINUTE_CLASSES[FACILITY_CLASSES[service].catchmentMin];
}

/** A figure by district, and its colours on the map. */
function useServices({ answer: { year, service }, found, districts, figure }: AnswerProps) {
  const { t, format } = useWords();
  const look = useStore((s) => s.look);
  const times = figure === 'supply' ? PER[service] / 1000 : 1;
  const rows = useMemo(
    () =>
      districts.map((place, row) => ({ place, ends: scaled(endsAt(found.byDistrict[figure], row), times) })),
    [districts, found, figure, times],
  );
  const title = t(`people.services.${service === 'home-care' ? 'homeCare' : 'title'}.${figure}`, {
    service: t(`people.services.services.${service}`),
    target: t(`people.services.target.${service}`),
    unit: t(`people.services.unit.${service}`),
    limit: format.number(limitMin(service)),
    per: format.number(PER[service]),
    year: String(year),
  });
  const colours = useMemo(() => {
    const ids = districts.map(({ id }) => id);
    const values = rows.map(({ ends }) => ends?.value ?? Number.NaN);
    // The title says for how many.
    const unit = figure === 'supply' || service === 'home-care' ? '1' : UNITS[figure];
    return districtColours(ids, values, classesOf(service, figure), { unit, title, look });
  }, [districts, rows, service, figure, title, look]);
  return { rows, title, colours };
}

/** Another year on the second of two views. */
export function ServicesSecond({ districts, year }: { districts: readonly DistrictPlace[]; year: number }) {
  const service = useStore((s) => s.people.service);
  const figure = useStore((s) => s.people.serviceFigure);
  const asking = usePeople({ kind: 'services', year, service }, `${service} ${year}`);
  const answer = answerOf(asking.asked);
  return answer?.found && <SecondColours {...{ answer, found: answer.found, districts, figure }} />;
}

function SecondColours(shown: AnswerProps) {
  useColours(useServices(shown).colours, 'secondDistrictColours');
  return null;
}
