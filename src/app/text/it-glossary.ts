// SPDX-License-Identifier: EUPL-1.2
/** Italian glossary: what a word means here, and who says so. */
export const glossary = {
  title: 'Glossario',
  close: 'Chiudi il glossario',
  source: 'Fonte: {{source}}',
  all: 'Tutto il glossario',
  term: {
    nil: {
      name: 'NIL',
      text: 'Nucleo di Identità Locale: una delle 88 parti in cui il Comune divide Milano per studiarla e pianificarla, simile a un quartiere. È l’unità delle statistiche mostrate qui.',
      source: 'Comune di Milano, Piano di Governo del Territorio',
    },
    municipio: {
      name: 'Municipio',
      text: 'Una delle nove parti amministrative di Milano, ciascuna con un proprio consiglio e presidente. Un municipio comprende più NIL.',
      source: 'Comune di Milano',
    },
    density: {
      name: 'Densità',
      text: 'Abitanti iscritti all’anagrafe divisi per la superficie del quartiere, in persone per chilometro quadrato. La superficie comprende parchi, strade e acque.',
      source: 'Registro della popolazione e confini dei NIL, Comune di Milano',
    },
    withheld: {
      name: 'Dato non diffuso',
      text: 'Un numero che esiste ma è così piccolo (da una a quattro persone o famiglie) che qualcuno si potrebbe riconoscere. Non è zero: semplicemente non si dice.',
      source: 'Regola di riservatezza di questo programma',
    },
    lidar: {
      name: 'LiDAR',
      text: 'Rilievo fatto da un aereo con un laser: misura l’altezza di tetti e terreno con errori di pochi decimetri. Un’altezza «misurata» viene da qui o da un rilievo; le altre sono dichiarate o stimate, e la scheda lo dice.',
      source: 'Fonte indicata nella scheda dell’edificio',
    },
    demo: {
      name: 'Dati dimostrativi',
      text: 'Edifici, strade e movimento inventati da un programma, nelle forme dei dati aperti veri: servono a provare tutto senza scaricare nulla. Non descrivono la città reale.',
      source: 'Questo programma',
    },
    typicalDay: {
      name: 'Giorno tipico',
      text: 'Ciò che succede di solito in quel giorno della settimana e a quell’ora, secondo l’orario dei mezzi e le medie dei dati conservati. Non è una data del calendario.',
      source: 'Orario del trasporto pubblico e settimana tipica della città',
    },
    areaC: {
      name: 'Area C',
      text: 'La zona del centro (la Cerchia dei Bastioni) in cui dal 2012 si entra in auto pagando, nei giorni e nelle ore stabiliti.',
      source: 'Comune di Milano',
    },
    areaB: {
      name: 'Area B',
      text: 'La zona a traffico limitato che copre quasi tutta la città: i veicoli più inquinanti non vi entrano nei giorni e nelle ore stabiliti.',
      source: 'Comune di Milano',
    },
    scenario: {
      name: 'Scenario',
      text: 'Un elenco di misure con un nome: per esempio «Area C a 7,50 € e una via chiusa». Il programma calcola che cosa cambierebbe rispetto a oggi.',
      source: 'Questo programma',
    },
    equilibrium: {
      name: 'Equilibrio',
      text: 'Il traffico è in equilibrio quando nessuno arriverebbe prima cambiando strada: chi guida sceglie il percorso più conveniente, e così facendo lo rallenta per gli altri. Il modello cerca questa situazione prima e dopo la misura.',
      source: 'J. G. Wardrop, 1952',
    },
    interval: {
      name: 'Intervallo dell’80 %',
      text: 'Il modello non è certo dei propri numeri: ripete il calcolo cambiando ciò che non si sa con precisione. In otto ripetizioni su dieci il risultato sta fra questi due valori. Più è largo, meno ci si può fidare del numero in mezzo.',
      source: 'Pagina «Quanto è buono il modello?»',
    },
    draws: {
      name: 'Estrazioni',
      text: 'Le ripetizioni del calcolo, ciascuna con valori diversi di ciò che non si sa con precisione (per esempio quanto vale un’ora di viaggio). Con più estrazioni l’intervallo è più affidabile e l’attesa più lunga.',
      source: 'Questo programma',
    },
    openData: {
      name: 'Dati aperti',
      text: 'Dati che un ente pubblica perché chiunque li usi, con una licenza che dice a quali condizioni: di solito, citare chi li ha fatti.',
      source: 'Elenco completo in «Fonti e licenze»',
    },
  },
} as const;
