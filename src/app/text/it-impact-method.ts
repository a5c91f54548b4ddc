// SPDX-License-Identifier: EUPL-1.2
/** Italian words of how an answer was worked out, and how far it can be trusted. */
import { servicesImpact as services } from './it-services';

export const method = {
  accuracy: 'Precisione del calcolo',
  draws: 'Calcoli con ipotesi diverse',
  gap: 'Scarto residuo dell’equilibrio',
  demandGap: 'Scarto residuo della domanda',
  leastTold:
    'Ciò che nessuno noterebbe non è detto un cambiamento: meno di {{minutes}} minuti, di {{degrees}} °C, di {{vehicles}} veicoli l’ora; in una via meno dell’{{traffic}} di chi passa, della velocità o delle emissioni, in un quartiere meno dello {{visits}} delle visite.',
  seed: 'Seme',
  hash: 'Impronta del risultato',
  models: 'Modelli',
  inputs: 'Dati di base',
  inputsOf: '{{n}} tabelle di questa città',
  vintage: 'Anno di base',
  quick: 'rapido',
  full: 'completo',
  repeat:
    'Lo stesso scenario sulla stessa città, con lo stesso seme, dà lo stesso risultato: l’impronta lo dimostra.',
  assumptions: 'Ipotesi di chi ha scritto lo scenario',
  limits: 'Che cosa il modello non sa',
  limit: {
    peopleGrowth:
      'Chi arriva in città e chi la lascia dipende da lavoro, case e leggi: la previsione continua ciò che si è visto, con la sua incertezza.',
    peopleHomes:
      'Le case in costruzione non sono nei dati: crescono i quartieri che crescevano, e quelli dove una misura le mette. Chi vi abita viene dagli altri quartieri: la città intera cresce come previsto. Il traffico conta invece tutti i loro spostamenti, senza toglierli altrove.',
    schoolChoice:
      'I posti sono dati in modo che tutti insieme camminino il meno possibile, e nessuno più di mezz’ora: le famiglie scelgono anche altro, e qui non si sa. I bacini d’utenza delle scuole non sono nei dati aperti: è come se fossero uno solo.',
    schoolPlaces:
      'I posti delle scuole non sono pubblicati: sono stimati dagli alunni che la scuola ha nei dati aperti (a Milano del 2016/17) con le regole sulle classi (D.P.R. 81/2009), con il loro intervallo.',
    shopsLevel:
      'Quante visite si fanno ai negozi è un’ipotesi: nessun conteggio è pubblicato, e il modello non è tarato. Le variazioni in percentuale sono più affidabili dei numeri.',
    shopsVisitors:
      'Turisti, chi viene in città per comprare e chi compra fuori o in rete non ci sono: il centro riceve più visite di così.',
    shopsAlternatives:
      'Un negozio nuovo prende visite a tutti in proporzione, e uno che chiude le lascia a tutti in proporzione (indipendenza dalle alternative irrilevanti): nella realtà più a quelli simili. Nessun altro apre o chiude in risposta.',
    shopsTraffic: 'Il traffico che un grande negozio attira non è calcolato.',
    shopsStreets:
      'Quanto attira una via che diventa pedonale viene da casi inglesi, da nulla al 35%: che perda visite, come pure può accadere, qui non succede. Si suppone che i negozi di un quartiere stiano sulle sue vie principali in proporzione alla lunghezza.',
    shopsWork:
      'Quanti lavorano dove è stimato, e chi lavora da casa compra vicino a casa una parte ipotizzata di ciò che comprava vicino al lavoro. In Germania i quartieri in cui si lavora da casa hanno guadagnato (Alipour e altri 2025): qui guadagnano poco o nulla, e potrebbe essere troppo poco.',
    careHours:
      'Le ore di assistenza e chi ne ha bisogno sono ipotesi dichiarate: nessun dato aperto le dice per quartiere.',
    serviceReach: services.limit,
    greenTrees:
      'Gli alberi sono quelli dei dati, soprattutto comunali: a Milano circa metà di quelli della città. Dei giardini privati non si sa quasi nulla.',
    greenGrowth:
      'Chi pianta non ha subito ombra: la chioma cresce in 25–30 anni, e alberi che muoiono non sono contati.',
    greenHeat:
      'Il caldo è un indice di una notte d’estate calma e serena, non una simulazione del vento; il suolo di cortili e strade è un’ipotesi.',
    greenSealed:
      'Di nuove abitazioni in un’area disegnata si suppone quanto suolo occupano: 17 m² per abitante.',
    hour: 'È un’ora media di un giorno feriale, fra le 8 e le 9. Le code non risalgono da un incrocio all’altro e non passano all’ora dopo.',
    shortRun: 'È la risposta di breve periodo: nessuno cambia casa, lavoro o auto.',
    speed:
      'Dove la velocità scende, la formula delle emissioni dà più NOx per chilometro; nelle città che hanno esteso i 30 km/h si è osservato il contrario: in media 18% di emissioni in meno. Il modello segue la formula: prendi quella parte con prudenza.',
    motorcycles: 'Le moto non occupano spazio in strada.',
    buses: 'La velocità degli autobus non segue il traffico.',
    timetable:
      'I tempi dei mezzi pubblici vengono dagli orari solo dove la città ne ha; altrimenti da frequenze e velocità ipotizzate. Ciò che una misura cambia si calcola sempre dalle frequenze.',
    air: 'Sono emissioni, non qualità dell’aria: vento e strade strette non sono calcolati.',
    noise: 'Il rumore è un indice alla sorgente, non ciò che si sente alle finestre.',
    access: 'Contare i posti raggiungibili non dice quanto siano buoni o liberi.',
    surplus:
      'I pedaggi pagati sono una perdita per chi paga e un incasso per il Comune: qui si vede solo la prima.',
  },
} as const;
