// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the window «Quanto è buono il modello?». */

export const model = {
  title: 'Quanto è buono il modello?',
  close: 'Chiudi «Quanto è buono il modello?»',
  content: 'Prove del modello',
  intro:
    'Un modello vale quanto le prove che supera. Qui ciò che dice sta accanto a ciò che a Milano è stato contato o pubblicato: dove sbaglia è scritto, come dove indovina. Ogni cifra calcolata porta il suo intervallo: vi cadono 8 estrazioni su 10, cioè 8 calcoli su 10 fatti con ipotesi diverse. Non dice con che probabilità vi cada la realtà: quello lo mostrano le prove.',
  loading: 'Leggo i dati della città…',
  failed: 'La prova non è arrivata in fondo. {{detail}}',
  retry: 'Riprova',
  inputFault:
    '{{what}} Chi prepara la città deve correggere il dato e ricostruirla. Dettaglio tecnico: {{detail}}.',
  short: {
    title: 'In breve',
    predictions:
      'Cambiamenti, su dati mai visti dal modello: {{n}} su {{of}} hanno il dato osservato nell’intervallo.',
    directions: 'Avvio di Area C: il verso è giusto in {{n}} delle {{of}} mezz’ore cambiate di oltre il 10%.',
    outside: 'Fuori dall’intervallo: {{names}}. Il perché è scritto accanto.',
    levels: 'Livelli, nel traffico di partenza: {{n}} su {{of}} hanno il dato pubblicato nell’intervallo.',
    levelsOutside: 'Fuori: {{names}}. Leggi quindi i cambiamenti in percentuale, non i totali.',
    levelOff: '{{name}} ({{difference}})',
    levelsSynthetic:
      'Livelli, nel traffico di partenza: con i dati dimostrativi non si possono provare. Sui dati di Milano gli ingressi calcolati restano sotto quelli contati: leggi i cambiamenti in percentuale, non i totali.',
    levelsWaiting: 'Livelli, nel traffico di partenza: il confronto è in corso, qui sotto.',
    levelsMissing: 'Livelli, nel traffico di partenza: il confronto manca, e qui sotto è detto perché.',
    otherHours: 'le ore senza pedaggio all’avvio di Area C',
  },
  areaC: {
    title: 'Area C, mezz’ora per mezz’ora',
    body: 'Il pedaggio di Area C cominciò il 16 gennaio 2012; i varchi contavano già dal 9. Il modello è tarato soltanto sui conteggi da gennaio a giugno di quell’anno: settembre non l’ha mai visto.',
    absentTitle: 'I conteggi di mezz’ora in mezz’ora qui non ci sono',
    absent:
      'Li dà il file «Ingressi in Area C ogni mezz’ora», 2012, del Comune di Milano (portale dei dati aperti, CC BY 4.0): mettilo nella cartella dei dati e ricostruisci la città. Senza, si confrontano solo i cambiamenti pubblicati, qui sotto.',
    fault:
      'I conteggi ci sono ma non si possono usare: {{detail}}. Si confrontano solo i cambiamenti pubblicati.',
    start: 'Avvio del pedaggio: su questo il modello è tarato',
    suspension: 'Ritorno del pedaggio dopo la sospensione: previsto, non tarato',
    startDays:
      'Prima: {{before}} giorni feriali, 9–13 gennaio 2012, senza pedaggio. Dopo: {{after}} giorni feriali, 16 gennaio–29 febbraio, con il pedaggio.',
    suspensionDays:
      'Prima: {{before}} giorni feriali, 3–14 settembre 2012, pedaggio sospeso dal giudice. Dopo: {{after}} giorni feriali, 17–28 settembre, con il pedaggio (il giovedì fino alle 18).',
    counted: 'Tutti i veicoli contati ai varchi, media al giorno.',
    charged: 'Ore a pagamento, 7:30–19:30',
    other: 'Le altre ore del giorno',
    change: 'contato {{observed}}, il modello {{modelled}} (da {{low}} a {{high}})',
    inside: 'dentro l’intervallo',
    outside: 'fuori dall’intervallo',
    otherOutside:
      'Fuori pedaggio l’aumento contato è un altro: chi anticipa o ritarda il viaggio, e chi entra di più perché la sera è libera, il modello lo vede solo in parte.',
    error: 'Errore quadratico medio: {{n}} veicoli per mezz’ora.',
    season: 'Di cui stagione e scuole: {{percent}} nelle ore a pagamento.',
    directions: 'Verso giusto in {{n}} delle {{of}} mezz’ore cambiate di oltre il 10%.',
    held: 'In {{n}} mezz’ore su {{of}} il conteggio sta nell’intervallo.',
    wrong: 'Verso sbagliato alle {{times}}.',
  },
  chart: {
    label:
      'Veicoli entrati in Area C per mezz’ora. Nelle ore a pagamento: prima {{before}}, dopo {{after}} contati e {{modelled}} secondo il modello.',
    axis: 'veicoli per mezz’ora',
    hours: 'a pagamento',
    before: 'Contati prima',
    after: 'Contati dopo',
    modelled: 'Modello, con l’intervallo dell’80%',
    table: 'Gli stessi numeri in tabella',
    time: 'Mezz’ora',
    low: 'Modello, da',
    value: 'Modello',
    high: 'Modello, a',
  },
  predictions: {
    title: 'Tre cambiamenti che il modello non aveva visto',
    body: 'Tarato sull’avvio del 2012, il modello prevede ciò che venne dopo senza toccare un parametro. Ogni confronto dice che ore e quali veicoli conta.',
    axis: 'cambiamento degli ingressi',
    observed: 'Osservato',
    modelled: 'Modello, con l’intervallo dell’80%',
    naive: 'Modello ingenuo',
    label: '{{name}}: osservato {{observed}}, modello {{modelled}}, intervallo da {{low}} a {{high}}.',
    inside:
      'Dentro l’intervallo: osservato {{observed}}, il modello dà {{modelled}} (da {{low}} a {{high}}).',
    outside:
      'Fuori dall’intervallo: osservato {{observed}}, il modello dà {{modelled}} (da {{low}} a {{high}}). Perché: {{why}}',
    naiveSays: 'Con una sola classe di viaggiatori e un solo valore del tempo si direbbe {{naive}}.',
    fitted: 'tarato',
    unseen: 'previsto',
    notes: 'Su che cosa si regge',
    source: 'Fonte: {{source}}',
    name: {
      'start-2012': 'Avvio di Area C, gennaio 2012',
      'suspension-2012': 'Ritorno del pedaggio, settembre 2012',
      'lpg-diesel-2017': 'GPL e metano pagano, diesel Euro 4 fuori: febbraio 2017',
      'price-2023': 'Da 5 a 7,50 €: ottobre 2023',
    },
    against: {
      'start-2012': '16 gennaio–29 febbraio rispetto al 9–13 gennaio',
      'suspension-2012': '17–28 settembre rispetto al 3–14 settembre, senza pedaggio',
      'lpg-diesel-2017': 'dopo rispetto a prima: da 95.000 a 88.000 al giorno',
      'price-2023': 'novembre rispetto a ottobre: da 139.000 a 133.000 al giorno',
    },
    note: {
      'season-from-dawn-and-schools':
        'La stagione si stima dagli ingressi fra le 5 e le 7, che il pedaggio non tocca, e dal calendario delle scuole.',
      'outside-without-season':
        'Regge sulla stagione: senza quella correzione l’intervallo andrebbe da −32% a −21% e il dato contato ne resterebbe fuori.',
      'thursdays-until-18': 'Da settembre 2012 il giovedì il pedaggio finisce alle 18.',
      'new-payers-assumed':
        'Quanti fossero i veicoli a GPL, a metano e diesel Euro 4 non è pubblicato: sono ipotesi, con il loro intervallo.',
      'trend-assumed': 'Quanto il traffico cambi da sé da un anno all’altro è un’ipotesi: fra −2% e +2%.',
      'prices-of-2012': 'I prezzi sono riportati a euro del 2012 con l’inflazione, a memoria.',
      'paying-share-assumed':
        'La quota di ingressi che paga è un’ipotesi: fra 42% e 56% (49% secondo AMAT, anni precedenti).',
      'season-of-2012': 'Il passaggio da ottobre a novembre è quello contato nel 2012.',
      'year-on-year-near-zero':
        'Rispetto alle stesse settimane del 2022 il cambiamento pubblicato è circa zero: il −4% è su ottobre.',
    },
    why: {
      'habits-not-modelled':
        'le abitudini. Chi in sei mesi ha cambiato mezzo o orario non torna indietro in due settimane, e il modello non ha memoria.',
      'shares-not-known':
        'quanti veicoli fossero toccati dalle nuove regole non è noto, e il modello ne ipotizza una quota.',
      'eleven-years-not-modelled':
        'undici anni. Fra il 2012 e il 2023 sono cambiati veicoli, linee della metropolitana e lavoro da casa, e il modello della risposta è fermo al 2012.',
    },
  },
  base: {
    title: 'La città di partenza: quante auto, quanto veloci',
    body: 'Il traffico di un feriale fra le 8 e le 9, prima di ogni misura, accanto ai totali pubblicati. Non è una taratura strada per strada: conteggi per strada qui non ci sono.',
    waiting: 'Calcolo l’equilibrio del traffico di questa città: {{n}} di {{of}}…',
    preparing: 'Preparo la domanda e la rete di questa città…',
    progress: 'Avanzamento della prova',
    cordons: 'Ingressi contati ai confini',
    speeds: 'Velocità delle auto',
    calibration: 'Taratura della domanda',
    calibrationBody:
      'Su questi valori la domanda di partenza è costruita: che tornino non è una prova, è un controllo. Dove è scritto «verifica» il modello non è stato tarato.',
    calibrationCaption:
      'Valori dopo la taratura, con i parametri al loro valore centrale: per costruzione senza intervallo.',
    figure: 'Grandezza',
    observed: 'Osservato',
    modelled: 'Modello',
    fitted: 'tarato',
    check: 'verifica',
    outside:
      'Fuori dall’intervallo: osservato {{observed}}, il modello dà {{modelled}} (da {{low}} a {{high}}), {{difference}} rispetto all’osservato.',
    observedMark: 'Osservato (zero: il modello è esatto)',
    cordonsWhy:
      'Perché, per quanto se ne sa: i posti di lavoro per quartiere sono stimati, e con essi chi va in centro; taxi, moto e giri di consegna che entrano più volte non sono viaggi del modello; gli anni dei conteggi non sono quello della domanda (2022). Dove il totale è lontano, conviene leggere i cambiamenti in percentuale.',
    capacity:
      'La capacità delle strade è moltiplicata per {{scale}} perché la velocità di punta torni: OpenStreetMap non dice quante corsie hanno quasi tutte le strade, e quelle minori, non modellate, portano una parte del traffico. Per questo la velocità di punta non è una prova.',
    synthetic:
      'Dati dimostrativi: strade ed edifici sono inventati. Queste cifre mostrano come lavora il modello, non quanto è buono per Milano.',
    noCity: 'Questa parte manca. {{detail}}',
    noAreaC: 'Questa città non ha il perimetro di Area C nei suoi dati: i suoi ingressi non si confrontano.',
    name: {
      'area-c-hour': 'Ingressi in Area C, 2012',
      'area-c-charged': 'Ingressi in Area C, 2021',
      'area-c-day': 'Ingressi in Area C, ottobre 2023',
      'city-border-day': 'Ingressi in città, 2023',
      'streets-rush': 'Strade della città, 2023',
      'centre-day': 'Centro, 2022',
    },
    note: {
      'area-c-hour': 'Media di 32 feriali con il pedaggio, 16 gennaio–29 febbraio.',
      'area-c-charged': 'Il modello dà l’ora 8–9; il giorno segue il profilo contato nel 2012.',
      'area-c-day': 'Il modello dà l’ora 8–9; il giorno segue il profilo contato nel 2012.',
      'city-border-day':
        'Transiti ai varchi di Area B, che non coincide con il confine del Comune; il modello conta chi lo attraversa.',
      'streets-rush': 'Autostrade e tangenziali escluse. Il modello: ore 8–9.',
      'centre-day':
        'Osservata a tutte le ore, modellata fra le 8 e le 9: ci si aspetta di meno. Centro: 5 km dal Duomo, ipotesi.',
    },
    hours: {
      'hour-8-9': 'ore 8–9',
      'charged-hours': 'ore a pagamento',
      '24-hours': '24 ore',
      'rush-hours': 'ore di punta',
    },
    vehicles: {
      'all-vehicles': 'tutti i veicoli',
      'chargeable-vehicles': 'veicoli soggetti a pedaggio',
      cars: 'auto',
    },
    unit: {
      'veh/h': '{{n}} veicoli/h',
      'veh/day': '{{n}} veicoli al giorno',
      'km/h': '{{n}} km/h',
      'per resident and day': 'per abitante al giorno',
    },
    target: {
      'transit-inside': 'Mezzi pubblici, spostamenti in città',
      'car-inside': 'Auto, spostamenti in città',
      'motorcycle-inside': 'Moto, spostamenti in città',
      'active-inside': 'A piedi e in bicicletta, spostamenti in città',
      'bicycle-inside': 'Bicicletta, spostamenti in città',
      'transit-across': 'Mezzi pubblici, attraverso il confine',
      'car-across': 'Auto, attraverso il confine',
      'motorcycle-across': 'Moto, attraverso il confine',
      'trips-inside': 'Spostamenti in città',
      'trips-across': 'Spostamenti attraverso il confine',
      systematic: 'Quota per lavoro e studio',
      'peak-hour': 'Quota del giorno fra le 8 e le 9',
      inbound: 'Di chi attraversa il confine fra le 8 e le 9, chi entra',
      'border-entries': 'Veicoli che entrano in città',
    },
  },
  sourceName: {
    'comune-entries-2012': 'Comune di Milano e AMAT, ingressi per mezz’ora 2012 (CC BY 4.0)',
    'milanotoday-2017': 'MilanoToday, 2017',
    'affaritaliani-2023': 'Affaritaliani, dicembre 2023, su dati del Comune',
    'repubblica-2022': 'la Repubblica, 15 gennaio 2022',
    'ilgiorno-2023-10-05': 'Il Giorno, 5 ottobre 2023',
    'tomtom-2022': 'TomTom Traffic Index 2022, dalla stampa',
    'tomtom-2023': 'TomTom Traffic Index 2023, dalla stampa',
    'amat-pgtu-2022': 'AMAT, PGTU 2022',
    'amat-2022': 'AMAT, giugno 2022 (dati precedenti la pandemia)',
    'pgt-vas-2013': 'PGT, VAS, dati 2013',
    'general-knowledge': 'conoscenza generale, da verificare',
    assumption: 'ipotesi',
  },
  limits: {
    title: 'Che cosa il modello non sa',
    hour: 'Conosce un’ora sola, dalle 8 alle 9 di un feriale, come se durasse sempre. Le cifre al giorno la estendono con profili contati.',
    queues:
      'Le code non risalgono: una via troppo piena rallenta se stessa, non quelle a monte. Dove la domanda supera la capacità la velocità è indicativa.',
    parking: 'Nessuno gira in cerca di parcheggio.',
    motorcycles: 'Le moto non occupano strada e non rallentano nel traffico.',
    buses: 'Autobus e tram non rallentano con il traffico e non lo rallentano; passano puntuali.',
    border:
      'Il trasporto pubblico attraverso il confine è fisso: treni e linee extraurbane non cambiano con le misure.',
    jobs: 'I posti di lavoro sono stimati da negozi, servizi ed edifici: non c’è un censimento per quartiere.',
    cars: 'Nessuno compra o vende l’auto, cambia casa o lavoro: è la risposta a breve termine.',
    habits: 'Non ha memoria: le abitudini, l’effetto novità e l’adattamento lento non ci sono.',
    theta:
      'Quanto si risponde ai costi (theta) è tarato su Area C, anche all’ora 8–9: per le altre misure è la stessa risposta, per ipotesi.',
    counts: 'Non è confrontato con conteggi sulle singole strade: la singola via è meno sicura del totale.',
    air: 'Calcola quanto si emette, non che aria si respira: niente dispersione, niente propagazione del rumore fra le facciate.',
  },
};
