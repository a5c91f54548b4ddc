// SPDX-License-Identifier: EUPL-1.2
/** Italian sentences of what a scenario changes. */
import { servicesImpact as services } from './it-services';

export const summary = {
  title: 'In poche frasi',
  traffic: {
    less: 'Si guida di meno: fra le 8 e le 9, {{size}}{{share}}.',
    more: 'Si guida di più: fra le 8 e le 9, {{size}}{{share}}.',
    unclear:
      'Non si può dire se si guidi di più o di meno: i chilometri fra le 8 e le 9 cambiano {{change}}.',
    none: 'I chilometri percorsi in auto fra le 8 e le 9 restano quelli di prima.',
  },
  time: {
    less: 'Nel traffico si perde meno tempo, rispetto a strade vuote: sommando tutti i veicoli, {{size}} in quell’ora{{share}}.',
    more: 'Nel traffico si perde più tempo, rispetto a strade vuote: sommando tutti i veicoli, {{size}} in quell’ora{{share}}.',
    unclear:
      'Non si può dire se nel traffico si perda più o meno tempo: il ritardo di tutti i veicoli cambia {{change}}.',
    none: 'Il tempo perso nel traffico resta quello di prima.',
  },
  carHours: {
    less: 'In auto si passa meno tempo: sommando tutti i veicoli, {{size}} in quell’ora{{share}}.',
    more: 'In auto si passa più tempo: sommando tutti i veicoli, {{size}} in quell’ora{{share}}.',
    unclear:
      'Non si può dire se in auto si passi più o meno tempo: le ore di tutti i veicoli cambiano {{change}}.',
    none: 'Il tempo passato in auto resta quello di prima.',
  },
  transit: {
    less: 'Meno viaggi sui mezzi pubblici: {{size}}{{share}}.',
    more: 'Più viaggi sui mezzi pubblici: {{size}}{{share}}.',
    unclear: 'Non si può dire se i viaggi sui mezzi pubblici siano di più o di meno: cambiano {{change}}.',
    none: 'I viaggi sui mezzi pubblici restano quelli di prima.',
  },
  areaC: {
    less: 'In Area C entrano meno auto in un giorno: {{size}}.',
    more: 'In Area C entrano più auto in un giorno: {{size}}.',
    unclear: 'Non si può dire se in Area C entrino più o meno auto: gli ingressi cambiano {{change}}.',
    none: 'In Area C entrano tante auto quante prima.',
  },
  air: {
    less: 'Il traffico emette meno ossidi di azoto (NOx): {{size}}{{share}}.',
    more: 'Il traffico emette più ossidi di azoto (NOx): {{size}}{{share}}.',
    unclear:
      'Non si può dire se il traffico emetta più o meno ossidi di azoto (NOx): le emissioni cambiano {{change}}.',
    none: 'Le emissioni di ossidi di azoto (NOx) del traffico restano quelle di prima.',
  },
  districts: {
    less: 'Chi parte da Milano nel complesso ci rimette, pedaggi compresi: {{size}}; {{districts}}. Per chi arriva da fuori il beneficio è {{outside}}.',
    more: 'Chi parte da Milano nel complesso ci guadagna, pedaggi compresi: {{size}}; {{districts}}. Per chi arriva da fuori il beneficio è {{outside}}.',
    unclear:
      'Non si può dire se chi parte da Milano nel complesso ci guadagni o ci rimetta: {{change}}; {{districts}}. Per chi arriva da fuori il beneficio è {{outside}}.',
    none: 'Per chi parte da Milano nel complesso non cambia nulla; {{districts}}. Per chi arriva da fuori il beneficio è {{outside}}.',
  },
  schools: {
    less: 'Meno alunni restano senza posto a scuola: {{size}}{{share}}.',
    more: 'Più alunni restano senza posto a scuola: {{size}}{{share}}.',
    unclear: 'Non si può dire se gli alunni senza posto siano di più o di meno: cambiano {{change}}.',
    none: 'Gli alunni senza posto restano quelli di prima.',
  },
  schoolWay: {
    less: 'Si va a scuola più vicino: a piedi, in media, {{size}}.',
    more: 'Si va a scuola più lontano: a piedi, in media, {{size}}.',
    unclear:
      'Non si può dire se a scuola si vada più vicino o più lontano: il cammino medio cambia {{change}}.',
    none: 'Il cammino medio verso la scuola resta quello di prima.',
  },
  care: {
    less: 'Cala l’assistenza a domicilio che manca: {{size}}{{share}}.',
    more: 'Cresce l’assistenza a domicilio che manca: {{size}}{{share}}.',
    unclear: 'Non si può dire se manchi più o meno assistenza a domicilio: cambia {{change}}.',
    none: 'L’assistenza a domicilio che manca resta quella di prima.',
  },
  shopVisits: {
    less: 'Meno visite a negozi, bar e ristoranti: in un giorno feriale {{size}}{{share}}.',
    more: 'Più visite a negozi, bar e ristoranti: in un giorno feriale {{size}}{{share}}.',
    unclear:
      'Non si può dire se le visite a negozi, bar e ristoranti siano di più o di meno: cambiano {{change}}.',
    none: 'Le visite a negozi, bar e ristoranti restano, in tutta la città, quante prima.',
  },
  shopMoves: {
    less: 'Le visite non si spostano verso altri quartieri: {{size}}.',
    more: 'I quartieri che guadagnano visite ai negozi ne ricevono, sommati, {{size}}.',
    unclear: 'Non si può dire se ci siano quartieri che guadagnano visite ai negozi: {{change}}.',
    none: 'Nessun quartiere guadagna visite ai negozi.',
  },
  beforeShops:
    'Negozi: «prima» è la città con gli esercizi contati oggi e i residenti del {{year}}. Quante visite si fanno è un’ipotesi, non un conteggio: leggi le variazioni più dei livelli.',
  ...services.summary,
  crowns: {
    less: 'Cala la superficie sotto le chiome: {{size}}.',
    more: 'Cresce la superficie sotto le chiome: {{size}}.',
    unclear: 'Non si può dire se la superficie sotto le chiome cresca o cali: cambia {{change}}.',
    none: 'La superficie sotto le chiome resta quella di prima.',
  },
  trees: {
    less: 'Meno residenti hanno tre alberi vicino a casa: {{size}}.',
    more: 'Più residenti hanno tre alberi vicino a casa: {{size}}.',
    unclear: 'Non si può dire se più o meno residenti abbiano tre alberi vicino a casa: cambiano {{change}}.',
    none: 'Chi ha tre alberi vicino a casa resta chi li aveva.',
  },
  parks: {
    less: 'Meno residenti hanno un parco a 300 metri: {{size}}.',
    more: 'Più residenti hanno un parco a 300 metri: {{size}}.',
    unclear: 'Non si può dire se più o meno residenti abbiano un parco a 300 metri: cambiano {{change}}.',
    none: 'Chi ha un parco a 300 metri resta chi lo aveva.',
  },
  heat: {
    less: 'Le notti d’estate sono meno calde, in media sulla città: {{size}}.',
    more: 'Le notti d’estate sono più calde, in media sulla città: {{size}}.',
    unclear: 'Non si può dire se le notti d’estate siano più o meno calde: cambiano {{change}}.',
    none: 'Le notti d’estate restano calde come prima.',
  },
  beforeGreen:
    '«Prima» sono gli alberi e i parchi dei dati, con i residenti del {{year}}; si pianta nel primo anno dopo il registro.',
  beforePeople: '«Prima» è la città del {{year}} secondo la previsione, con le scuole e i servizi di oggi.',
  belowCalculation:
    'Il calcolo resta {{change}}: troppo poco, o troppo incerto, per chiamarlo un cambiamento.',
  onlyThere: '{{figure}}. {{district}}: {{size}}. Su tutta la città non cambia in modo che si noti.',
  most: 'Dove cambia di più, per quanto si può dire: {{district}}, {{size}}.',
  before: '«Prima» è la città con le regole del 2022, compreso il pedaggio di allora. {{charges}}.',
  beforeFree: '«Prima» è la città con le regole del 2022: nessun ingresso a pagamento.',
  by: { less: '{{size}} in meno', fewer: '{{size}} in meno', more: '{{size}} in più' },
  shareOf: ' (tra {{low}} e {{high}})',
  changeOf: 'fra {{low}} e {{high}} {{unit}}',
  gain_one: 'un quartiere guadagna',
  gain_many: '{{count}} di quartieri guadagnano',
  gain_other: '{{count}} quartieri guadagnano',
  lose_one: 'uno perde',
  lose_many: '{{count}} di quartieri perdono',
  lose_other: '{{count}} perdono',
  unclear_one: 'per uno non si può dire',
  unclear_many: 'per {{count}} di quartieri non si può dire',
  unclear_other: 'per {{count}} non si può dire',
  same_one: 'per uno non cambia nulla',
  same_many: 'per {{count}} di quartieri non cambia nulla',
  same_other: 'per {{count}} non cambia nulla',
} as const;
