// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the theme «Servizi» and of services in the answer to a scenario. */

import { doctors } from './it-doctors';

/** What is said of a class of services: its name with its article, and whom it is for. */
const figuresOf = (nearest: string, supply: string, beyond: string) => ({ nearest, supply, beyond });
const pharmacy = figuresOf(
  'Minuti alla farmacia più vicina',
  'Farmacie raggiungibili',
  'Residenti senza farmacia entro 15 minuti',
);
const familyDoctor = figuresOf(
  'Minuti al medico di famiglia più vicino',
  'Posti presso i medici di famiglia raggiungibili',
  'Persone di 14 anni e più senza medico di famiglia entro 15 minuti',
);
const library = figuresOf(
  'Minuti alla biblioteca più vicina',
  'Biblioteche raggiungibili',
  'Residenti senza biblioteca entro 15 minuti',
);
const civicOffice = figuresOf(
  'Minuti alla sede anagrafica più vicina',
  'Sedi anagrafiche raggiungibili',
  'Adulti senza sede anagrafica entro 30 minuti',
);
const socialService = figuresOf(
  'Minuti al servizio sociale più vicino',
  'Servizi sociali raggiungibili',
  'Residenti senza servizio sociale entro 30 minuti',
);
const nursingHome = figuresOf(
  'Minuti alla RSA più vicina',
  'Posti letto in RSA raggiungibili',
  'Persone di 80 anni e più senza RSA entro 30 minuti',
);

const sentences = (what: string) =>
  ({
    less: `Si arriva prima ${what}: in media {{size}}.`,
    more: `Si arriva dopo ${what}: in media {{size}}.`,
    unclear: `Non si può dire se si arrivi prima o dopo ${what}: la media cambia {{change}}.`,
    none: `Il tempo medio per arrivare ${what} resta quello di prima.`,
  }) as const;

/** @param who without what within reach, as the figure is called */
const left = (who: string) =>
  ({
    less: `${who}: {{size}}.`,
    more: `${who}: {{size}}.`,
    unclear: `${who}: non si può dire se siano di più o di meno, cambiano {{change}}.`,
    none: `${who}: restano quelli di prima.`,
  }) as const;

export const servicesImpact = {
  field: {
    pharmacyMin: pharmacy.nearest,
    pharmacySupply: pharmacy.supply,
    pharmacyBeyond: pharmacy.beyond,
    familyDoctorMin: familyDoctor.nearest,
    familyDoctorSupply: familyDoctor.supply,
    familyDoctorBeyond: familyDoctor.beyond,
    libraryMin: library.nearest,
    librarySupply: library.supply,
    libraryBeyond: library.beyond,
    civicOfficeMin: civicOffice.nearest,
    civicOfficeSupply: civicOffice.supply,
    civicOfficeBeyond: civicOffice.beyond,
    socialServiceMin: socialService.nearest,
    socialServiceSupply: socialService.supply,
    socialServiceBeyond: socialService.beyond,
    nursingHomeMin: nursingHome.nearest,
    nursingHomeSupply: nursingHome.supply,
    nursingHomeBeyond: nursingHome.beyond,
  },
  summary: {
    pharmacy: sentences('alla farmacia più vicina'),
    pharmacyBeyond: left(pharmacy.beyond),
    familyDoctor: sentences('al medico di famiglia più vicino'),
    familyDoctorBeyond: left(familyDoctor.beyond),
    library: sentences('alla biblioteca più vicina'),
    libraryBeyond: left(library.beyond),
    civicOffice: sentences('alla sede anagrafica più vicina'),
    civicOfficeBeyond: left(civicOffice.beyond),
    socialService: sentences('al servizio sociale più vicino'),
    socialServiceBeyond: left(socialService.beyond),
    nursingHome: sentences('alla casa di riposo (RSA) più vicina'),
    nursingHomeBeyond: left(nursingHome.beyond),
  },
  parameter: {
    walkKmH: 'quanto si cammina in fretta',
    oldWalkKmH: 'quanto cammina in fretta chi è anziano',
    transitPace: 'quanto sono veloci i mezzi',
    capacityShare: 'quanti posti letto ci sono dove non è scritto, e quanti assistiti può avere un medico',
  },
  limit:
    'Servizi: si contano solo quelli che hanno una posizione nei dati; una sede conta come le altre, qualunque orario abbia. I minuti sono da porta a porta, a piedi o con i mezzi, con metà dell’intervallo fra due corse come attesa.',
};

export const services = {
  what: 'chi raggiunge quali servizi',
  service: 'Quale servizio',
  services: {
    pharmacy: 'Farmacie',
    'family-doctor': 'Medici di famiglia',
    library: 'Biblioteche',
    'civic-office': 'Sedi anagrafiche e dei Municipi',
    'social-service': 'Servizi sociali territoriali',
    'nursing-home': 'Case di riposo (RSA)',
    'home-care': 'Assistenza a casa',
  },
  /** Of whom the figures are. */
  target: {
    pharmacy: 'residenti',
    'family-doctor': 'persone di 14 anni e più',
    library: 'residenti',
    'civic-office': 'persone di 18 anni e più',
    'social-service': 'residenti',
    'nursing-home': 'persone di 80 anni e più',
    'home-care': 'persone di 65 anni e più',
  },
  figure: 'Che cosa mostrare',
  figures: {
    minutes: 'Minuti al più vicino',
    supply: 'Quanti ogni {{per}}',
    beyond: 'Senza servizio vicino',
  },
  title: {
    minutes: '{{service}}, {{year}}: minuti da porta a porta fino al servizio più vicino',
    supply: '{{service}}, {{year}}: {{unit}} raggiungibili ogni {{per}} {{target}}',
    beyond: '{{service}}, {{year}}: {{target}} senza un servizio entro {{limit}} minuti',
  },
  unit: {
    pharmacy: 'farmacie',
    'family-doctor': 'posti presso un medico',
    library: 'biblioteche',
    'civic-office': 'sedi',
    'social-service': 'sedi',
    'nursing-home': 'posti letto',
    'home-care': 'ore alla settimana',
  },
  city: 'Nel {{year}}, per {{persons}} {{target}}: {{sites}}. Il servizio più vicino è in media a {{minutes}} minuti; senza averne uno entro {{limit}} minuti restano {{beyond}} persone.',
  sites: '{{n}} {{unit}}',
  sitesBeds: '{{n}} case con {{beds}} posti letto',
  unplaced_one:
    'Una sede dei dati ({{n}}) non ha una posizione in città e non è contata: l’accesso vero può essere migliore.',
  unplaced_many:
    '{{n}} di sedi dei dati non hanno una posizione in città e non sono contate: l’accesso vero può essere migliore.',
  unplaced_other:
    '{{n}} sedi dei dati non hanno una posizione in città e non sono contate: l’accesso vero può essere migliore.',
  way: {
    both: 'A piedi per le strade o con i mezzi, ciò che è più rapido da porta a porta: cammino alla fermata, metà dell’intervallo fra due corse, viaggio, cambi, cammino.',
    walk: 'A piedi per le strade: di questa città non si conoscono le linee dei mezzi.',
  },
  note: 'Quanti ce ne sono: ogni servizio è diviso fra chi lo raggiunge, vicini e lontani con peso diverso (bacini fluttuanti, E2SFCA). Nei dati di questa città non c’è dove sono i nidi e i pediatri: qui non sono contati.',
  homeCare: {
    figures: {
      minutes: 'Minuti della squadra',
      supply: 'Ore per 1.000',
      beyond: 'Ore che mancano',
    },
    minutes: 'Assistenza a casa, {{year}}: minuti di viaggio della squadra più vicina',
    supply: 'Assistenza a casa, {{year}}: ore alla settimana date ogni 1.000 persone di 65 anni e più',
    beyond: 'Assistenza a casa, {{year}}: ore alla settimana che servono e non si danno',
    city: 'Nel {{year}}, per {{persons}} persone di 65 anni e più, da {{n}} sedi: {{given}} ore di assistenza alla settimana, ne mancano {{missing}}. La squadra più vicina è in media a {{minutes}} minuti di viaggio.',
    note: 'Di Milano nessun dato aperto dice quante ore si danno: sono un’ipotesi (5% degli over 65, un’ora e mezza ciascuno), e partono in parti uguali dai servizi sociali. Ciò che danno famiglie e badanti non è contato.',
  },
  doctors,
  none: 'Di questa città non è nota la posizione di nessun servizio di questo tipo.',
  spread:
    'Dove gli edifici non sono nei dati, chi vi abita è messo in modo uniforme nel quartiere (ipotesi); le età seguono quelle del quartiere.',
  method: {
    title: 'Servizi: quanto sono vicini, e per quanti bastano',
    who: 'Di ogni quartiere si prendono le persone a cui il servizio è destinato, dell’età giusta e nell’anno scelto, e si mettono dove ci sono case, in quadrati di 250 metri. Chi non è in nessun edificio noto è messo in modo uniforme nel quartiere (ipotesi).',
    whoEquation: 'P(c) = persone del quartiere · quota della casa c',
    way: 'Da ogni casa a ogni servizio si va a piedi per le strade, o con i mezzi se si fa prima: cammino alla fermata, attesa, viaggio, cambi, cammino. Alla fermata si prende la prima corsa fra le linee che convengono (strategie ottime).',
    wayEquation: 'm(c, s) = min( cammino ; cammino + ½ · intervallo + viaggio + cambi + cammino )',
    share:
      'Ogni servizio è diviso fra chi lo raggiunge entro il bacino; un terzo di bacino vicino conta di più di uno lontano.',
    shareEquation:
      'R(s) = S(s) / Σ P(c) · W(m(c, s)),   W = 1 · 0,68 · 0,22 nei tre terzi del bacino, 0 oltre',
    sum: 'Ognuno somma ciò che raggiunge. Tutto ciò che è offerto entro i bacini è dato, e non di più.',
    sumEquation: 'A(c) = Σ R(s) · W(m(c, s)),   Σ P(c) · A(c) = Σ S(s)',
    unmet: 'Bisogno senza risposta: chi ha il più vicino oltre il bacino.',
    unmetEquation: 'senza(q) = Σ P(c) per le case con min m(c, s) > bacino',
    sources:
      'Luo e Qi 2009 (E2SFCA e pesi); Luo e Wang 2003; Spiess e Florian 1989 (attese e linee in comune); Moreno e altri 2021 (15 minuti). Bacini: 15 minuti per farmacie, medici di famiglia e biblioteche, 30 per il resto (ipotesi).',
    caption: 'Dei servizi: valore centrale e da quale a quale si estrae',
    walkKmH: 'Passo a piedi, km/h',
    walkKmHSource: 'Department for Transport 2019 (3 miglia all’ora); l’ampiezza è un’ipotesi',
    oldWalkKmH: 'Passo di chi è anziano, verso le RSA, km/h',
    oldWalkKmHSource: 'Ipotesi',
    transitPace: 'Minuti con i mezzi, rispetto a quelli calcolati',
    transitPaceSource: 'Ipotesi: intervalli e velocità di molte linee sono a loro volta ipotizzati',
    limits: {
      quality: 'Orari, personale, code e qualità di un servizio: una sede conta come le altre.',
      libraries: 'Quali biblioteche sono aperte a tutti: si contano tutte quelle dell’anagrafe nazionale.',
      absent:
        'Nidi, pediatri e ambulatori: nei dati di questa città non c’è dove sono. Un medico di famiglia conta una volta, nel suo ambulatorio principale.',
      beds: 'I posti delle RSA sono quelli accreditati nel 2012; le RSA fuori città non sono contate.',
      timetable: 'Con i mezzi si va alle frequenze di una mattina feriale; la sera e la domenica è peggio.',
    },
  },
} as const;
