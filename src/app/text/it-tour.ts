// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the tour. */
export const tour = {
  title: 'Visita guidata',
  invite: 'Prima volta qui? Sei tappe in due minuti.',
  begin: 'Comincia la visita',
  no: 'No, grazie',
  place: 'Tappa {{n}} di {{of}}',
  back: 'Indietro',
  next: 'Avanti',
  end: 'Fine',
  leave: 'Lascia la visita',
  ended: 'Visita finita. La trovi sempre fra i comandi (Ctrl+K).',
  step: {
    see: {
      title: 'Che cosa vedi',
      text: 'Milano in tre dimensioni, dai dati aperti. Trascina per spostarti, usa la rotella o due dita per avvicinarti, il tasto destro per girare. Da tastiera: frecce, + e −.',
      try: 'Portami al Duomo',
    },
    real: {
      title: 'Vero o dimostrativo?',
      text: 'In alto è scritto quando i dati sono dimostrativi, cioè inventati nelle forme di quelli veri. Di ogni tema puoi vedere fonte, licenza e data.',
      try: 'Mostrami le fonti',
    },
    ask: {
      title: 'Chiedi alla città',
      text: 'Fai clic su un edificio, una fermata, un parco: la scheda dice che cos’è, di quando è il dato e di chi. Lo stesso per un quartiere.',
      try: 'Apri la scheda di un quartiere',
    },
    clock: {
      title: 'L’orologio',
      text: 'In basso scegli il momento che la mappa mostra: adesso, un momento passato o un’ora di un giorno tipico. Cambiano mezzi, traffico e sole.',
      try: 'Vai alle 8:30 di un mercoledì',
    },
    whatIf: {
      title: 'E se…?',
      text: 'Componi una o più misure – un pedaggio, una via chiusa, una pista ciclabile – e calcola che effetti avrebbero, con quanta incertezza.',
      try: 'Apri «E se…?»',
    },
    help: {
      title: 'Quando serve aiuto',
      text: 'Ctrl+K apre tutti i comandi, anche il glossario e i tasti; il punto di domanda accanto a una parola la spiega; Ctrl+Z annulla ciò che hai cambiato.',
      try: 'Apri i comandi',
    },
  },
} as const;
