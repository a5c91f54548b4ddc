// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the panel «Persone» and of the age pyramid; those of its explanation: it-people-method.ts. */
import { peopleMethod } from './it-people-method';
import { schoolsMethod } from './it-schools-method';
import { services } from './it-services';
import { shops } from './it-shops';

export const people = {
  title: 'Persone',
  close: 'Chiudi «Persone»',
  content: 'Contenuto di «Persone»',
  themes: 'Che cosa guardare',
  theme: {
    population: 'Popolazione',
    schools: 'Scuole',
    services: 'Servizi',
    need: 'Bisogno',
    siting: 'Dove agire',
    green: 'Verde e caldo',
    shops: 'Negozi',
  },
  shops,
  loading: 'Carico i quartieri…',
  noRegister:
    'Questa città non ha il registro degli abitanti, o le età del censimento: senza, non si può dire nulla delle persone.',
  synthetic:
    'Dimostrazione: confini, età ed edifici sono generati, quindi le cifre qui sotto sono sintetiche e non descrivono la città vera.',
  syntheticShort: 'Cifre sintetiche della città dimostrativa.',
  year: 'Anno',
  yearCounted: '{{year}}, contato dal registro',
  yearForecast: '{{year}}, previsione',
  asking: 'Calcolo in corso: {{what}}…',
  stop: 'Interrompi',
  stopped: 'Calcolo interrotto.',
  failed: 'Il calcolo non è riuscito: {{detail}}',
  again: 'Calcola di nuovo',
  withheld: 'dato non diffuso',
  sources:
    'Gli intervalli («da … a …») contengono la cifra otto volte su dieci. Dati di partenza – {{sources}}',
  counted: 'dal registro',
  rebuilt: 'ricostruzione',
  figure: '{{value}} (da {{low}} a {{high}})',
  range: 'da {{low}} a {{high}}',
  legend: {
    same: 'Valori centrali; a destra quanti quartieri. Le classi sono le stesse in tutti gli anni: i colori si possono confrontare. Intervalli e fonti sono in «Persone».',
  },
  table: {
    district: 'Quartiere',
    persons: 'Persone',
    change: 'Variazione',
    rank: 'Posto',
    index: 'Indice',
    before: 'Minuti oggi',
    after: 'Minuti dopo',
  },
  export: {
    label: 'Salva la tabella',
    excel: 'CSV per Excel italiano',
    data: 'CSV per programmi',
    done: 'Tabella salvata',
  },
  group: {
    total: 'Tutti i residenti',
    aged0to2: '0–2 anni (nido)',
    aged3to5: '3–5 anni (scuola dell’infanzia)',
    aged6to10: '6–10 anni (primaria)',
    aged11to13: '11–13 anni (secondaria di primo grado)',
    minors: '0–17 anni',
    aged18to64: '18–64 anni',
    aged65Plus: '65 anni e più',
    aged80Plus: '80 anni e più',
  },
  population: {
    what: 'la previsione della popolazione, quartiere per quartiere',
    group: 'Quali età',
    show: 'Che cosa mostrare',
    shown: { value: 'Quante persone', change: 'Quanto cambia' },
    title: {
      value: '{{group}}, {{year}}: persone',
      change: '{{group}}, {{year}}: variazione dal {{first}}, in %',
    },
    city: {
      value:
        'In tutta la città (senza i quartieri non diffusi), nel {{year}}, {{group}}: {{figure}} persone.',
      change:
        'In tutta la città (senza i quartieri non diffusi), dal {{first}} al {{year}}, {{group}}: {{figure}}.',
    },
    course:
      'Grafico: {{group}} in tutta la città, da {{first}} nel {{from}} a {{last}} nel {{to}}, con l’intervallo. I valori sono nella tabella.',
    courseTable: 'Tutti gli anni, in tabella',
    courseOf: '{{group}}, tutta la città, {{from}}–{{to}}: persone',
    courseNote: '{{group}}, tutta la città: persone, con l’intervallo.',
    counted:
      '{{year}} è l’ultimo anno del registro. Totale, minori, 65+ e 80+ sono contati; le altre età sono ricostruite dal censimento.',
    forecast: '{{year}}: previsione.',
  },
  pyramid: {
    offer: 'Mostra le età anno per anno',
    title: 'Età nel {{year}} ({{kind}})',
    forecast: 'previsione',
    rebuilt: 'ricostruita',
    label: 'Piramide delle età nel {{year}}, {{kind}}: {{n}} residenti. I valori sono nella tabella.',
    rebuiltNote:
      'Il registro conta gli abitanti ma non tutte le età: queste sono ricostruite dal censimento.',
    forecastNote: 'Valori centrali; l’intervallo di ogni gruppo di età è in «Persone».',
    outline: 'Le tacche sono il censimento {{census}}, per le classi che ha uguali.',
    census: 'Censimento {{census}}, in tutto',
    withheld: 'Età nel {{year}}: dato non diffuso.',
    few: 'meno di {{n}}',
  },
  schools: {
    method: schoolsMethod,
    what: 'chi trova posto a scuola',
    grade: 'Quale scuola',
    grades: { primaria: 'Primaria', 'secondaria-1': 'Secondaria di I grado' },
    figure: 'Che cosa mostrare',
    figures: { walkMin: 'Minuti a piedi', unplaced: 'Senza posto', pupils: 'Alunni' },
    title: {
      walkMin: '{{grade}}, {{year}}: minuti a piedi fino alla scuola',
      unplaced: '{{grade}}, {{year}}: alunni senza posto entro mezz’ora a piedi',
      pupils: '{{grade}}, {{year}}: alunni',
    },
    city: 'Nel {{year}}: {{pupils}} alunni per {{places}} posti in {{n}} scuole; senza un posto entro mezz’ora a piedi {{unplaced}}.',
    walk: 'Chi ha posto cammina in media {{minutes}} minuti.',
    noWalk: 'Nessuno ha posto: di quanto si cammina non si può dire nulla.',
    note: 'Ogni alunno va nella scuola con posto che, tutti insieme, fa camminare di meno; le famiglie scelgono anche altro. I posti non sono pubblicati: sono stimati dagli alunni che ogni scuola ha nei dati (a Milano del 2016/17) con le regole sulle classi (D.P.R. 81/2009). Di infanzia non si sa quanti posti ci siano. Dove gli alunni senza posto, o quelli che lo hanno, sono meno di 5 il dato non è diffuso: non vuol dire zero.',
    withoutPosition_one:
      'Una scuola dei dati ({{n}}) non ha una posizione in città: né i suoi alunni né i suoi posti sono contati.',
    withoutPosition_many:
      '{{n}} di scuole dei dati non hanno una posizione in città: né i loro alunni né i loro posti sono contati.',
    withoutPosition_other:
      '{{n}} scuole dei dati non hanno una posizione in città: né i loro alunni né i loro posti sono contati.',
    none: 'Di questa città non è nota la posizione di nessuna scuola di questo grado.',
  },
  services,
  need: {
    what: 'l’indice del bisogno',
    presets: 'Quale bisogno',
    preset: {
      'home-care': 'Assistenza a casa',
      families: 'Famiglie con bambini',
      access: 'Pochi servizi vicini',
      heat: 'Caldo',
      green: 'Poco verde vicino',
    },
    noIndex: 'senza indice',
    title: '{{need}}, {{year}}: indice del bisogno ({{unit}})',
    said: '{{title}}. Primo: {{name}}, {{ranks}}.',
    none: 'Di nessun quartiere si sa abbastanza per dire un indice.',
    top: {
      'home-care': 'I cinque quartieri che nel {{year}} hanno più bisogno di assistenza a casa',
      families: 'I cinque quartieri in cui nel {{year}} le famiglie con bambini hanno più bisogno di servizi',
      access: 'I cinque quartieri in cui nel {{year}} ci sono meno servizi raggiungibili per chi vi abita',
      heat: 'I cinque quartieri che nel {{year}} sono più esposti al caldo',
      green: 'I cinque quartieri in cui nel {{year}} c’è meno verde vicino a casa',
    },
    topNote:
      'Tra parentesi il posto che il quartiere ha otto volte su dieci, se dati e pesi non sono esatti.',
    between: 'tra {{low}} e {{high}} posto',
    always: 'sempre {{rank}}',
    why: 'Perché {{name}} è {{rank}} su {{all}}',
    unknown: '{{name}} non ha un indice: vi abitano meno di 500 persone, o i dati non sono diffusi.',
    weight: 'pesa {{share}}',
    noInterval: 'senza intervallo: a passo fisso',
    sum: 'Le barre sommano all’indice: {{index}} ({{range}}). A destra ciò che aumenta il bisogno, a sinistra ciò che lo riduce.',
    weights: 'Pesi e confronto',
    weightsOwn: 'Pesi e confronto (cambiati da te)',
    weightsNote:
      'Quanto conta ogni indicatore è un giudizio, non un dato: spostali per vedere se la graduatoria regge.',
    weightOf: '{{weight}} ({{share}})',
    weightsReset: 'Torna ai pesi iniziali',
    normalisation: 'Come si confrontano',
    alike: { 'z-score': 'Scarti dalla media', 'min-max': 'Dal minimo al massimo' },
    alikeNote: {
      'z-score':
        'Ogni indicatore in scarti dalla media dei quartieri: 0 è la media, 1 è una deviazione standard sopra.',
      'min-max':
        'Ogni indicatore da 0 (il quartiere con meno) a 1 (quello con più): un valore estremo pesa di più.',
    },
    unit: { 'z-score': 'scarti dalla media', 'min-max': 'da 0 a 1' },
    caption: 'Graduatoria del bisogno: {{need}}, {{year}}. Posto (1: più bisogno) e indice ({{unit}})',
    worst: 'nel primo quinto: {{share}}',
    tableNote:
      'Sotto il posto e l’indice: da quale a quale vanno otto volte su dieci, se dati e pesi non sono esatti; poi quante volte su cento il quartiere è nel quinto con più bisogno.',
    indicator: {
      aged80PlusShare: 'Residenti con 80 anni e più',
      aloneAged80Plus: 'Soli con 80 anni e più, sui residenti',
      aged80PlusGrowth:
        'Persone con 80 anni e più oltre a quelle dell’ultimo anno del registro, sui residenti',
      homeCareUnmet: 'Ore di assistenza a casa che mancano, per ogni persona con 65 anni e più',
      socialServiceMinutes: 'Minuti a piedi al servizio sociale più vicino',
      nursingHomeBeds: 'Posti in RSA raggiungibili, sulle persone con 80 anni e più',
      pharmacies: 'Farmacie raggiungibili',
      libraries: 'Biblioteche raggiungibili',
      civicOffices: 'Sedi anagrafiche raggiungibili',
      socialServices: 'Servizi sociali raggiungibili',
      minorsShare: 'Residenti da 0 a 17 anni',
      aged0to5Share: 'Residenti da 0 a 5 anni',
      singleHouseholdsShare: 'Famiglie di una persona',
      density: 'Densità',
      threeTreesShare: 'Residenti con tre alberi vicino a casa',
      nearParkShare: 'Residenti con un parco di un ettaro a 300 metri',
      canopyShare: 'Suolo sotto le chiome',
      nightWarmerC: 'Notte d’estate, gradi sopra la campagna',
    },
    source: {
      register: 'contato dal registro',
      forecast: 'previsione dal registro',
      services: 'dalle sedi nei dati',
      'care-model': 'modello dell’assistenza, con ipotesi',
      'green-model': 'modello del verde, con ipotesi',
    },
    units: {
      'per-1000': 'ogni 1.000',
      'per-10000': 'ogni 10.000 persone a cui servono',
      'hours-a-week': 'ore alla settimana',
      min: 'minuti',
      'per-km2': 'residenti per km²',
      '°C': '°C',
    },
  },
  siting: {
    what: 'dove mettere le squadre',
    about:
      'Da dove far partire le squadre di assistenza domiciliare, perché le persone con 80 anni e più siano il più vicino possibile.',
    teams: 'Squadre',
    hours: 'Ore alla settimana di ogni squadra',
    hoursNote: 'Ipotesi: 180 ore sono sei operatori con 30 ore di assistenza ciascuno.',
    title: 'Minuti di viaggio della squadra più vicina, contando le nuove, {{year}}',
    chosen_one:
      'Con una squadra in più, nel {{year}}, chi ha 80 anni e più la ha in media a {{mean}} minuti di viaggio.',
    chosen_many:
      'Con {{n}} squadre in più, nel {{year}}, chi ha 80 anni e più ha la più vicina in media a {{mean}} minuti di viaggio.',
    chosen_other:
      'Con {{n}} squadre in più, nel {{year}}, chi ha 80 anni e più ha la più vicina in media a {{mean}} minuti di viaggio.',
    gain: 'Sparse in modo uniforme sarebbero a {{even}} minuti: così si guadagnano {{gain}} minuti.',
    noGain:
      'Sparse in modo uniforme sarebbero a {{even}} minuti: la differenza è di {{gain}} minuti, qui non si guadagna nulla.',
    before: 'Senza le nuove squadre sono a {{before}} minuti.',
    noBefore: 'Nei dati oggi non c’è nessuna sede da cui si parta: il confronto con oggi non si può fare.',
    unmet:
      'Ore di assistenza alla settimana che mancano: {{before}} senza queste squadre, {{after}} con loro; ne danno al più {{most}} ore.',
    gap: 'Nessun’altra scelta fra i luoghi considerati può essere migliore di più del {{gap}}: provato sulle case raggruppate e sui valori centrali.',
    best: 'Nessun’altra scelta fra i luoghi considerati è migliore: provato sulle case raggruppate e sui valori centrali.',
    sites: 'Da dove partono',
    caption: 'Minuti di viaggio della squadra più vicina, contando le nuove, {{year}}: media dei residenti',
    tableNote:
      'Media dei residenti del quartiere. L’intervallo viene dalla velocità delle squadre, un’ipotesi: da due a quattro volte quella a piedi. «–»: oggi non c’è nessuna squadra.',
  },
  backTest: {
    title: 'Come è stata provata la previsione',
    what: 'la prova sul passato',
    none: 'Il registro di questa città ha un anno solo: non c’è un passato su cui provare la previsione.',
    how: 'La previsione è stata rifatta con ciò che si sapeva nel {{from}} e messa accanto a ciò che il registro ha contato nel {{to}}.',
    city: 'Per tutta la città diceva {{figure}} persone nel {{to}}; ne sono state contate {{actual}} (errore {{error}}).',
    coverage:
      'Quartieri in cui il numero contato cade nell’intervallo: {{share}} di {{n}}. Dovrebbe contenerlo otto volte su dieci.',
    beats: {
      both: 'Sbaglia meno dei due metodi che non sanno nulla.',
      one: 'Sbaglia meno di uno dei due metodi che non sanno nulla, e più dell’altro.',
      none: 'Non sbaglia meno dei due metodi che non sanno nulla: sul solo totale bastano quelli.',
    },
    errors: 'Errori dei quartieri, in valore assoluto',
    method: 'Come si prevede',
    median: 'Mediana',
    mean: 'Media',
    together: 'Tutti insieme',
    within: 'Quartieri nell’intervallo',
    methods: {
      forecast: 'Questa previsione',
      constant: 'Tanti quanti all’inizio',
      linear: 'Ogni anno il saldo dell’ultimo anno noto',
    },
    ages: {
      title: 'Errori delle età',
      caption: 'Errori delle età nel {{to}}: tutta la città, poi quartiere per quartiere',
      group: 'Età',
      city: 'Previsti in tutta la città',
      constant: 'Mediana di «tanti quanti all’inizio»',
      worse:
        'Nei singoli quartieri avrebbe sbagliato meno chi avesse detto «tanti quanti all’inizio» per: {{groups}}.',
    },
    agesNote:
      'Anche le età sono quelle che si sarebbero dette nel 2011: le migrazioni sono stimate su chi era rimasto dal 1999. Nei dati veri di Milano gli 80+ del 2024 sono meno di quanti se ne attendevano (dopo il 2011 la vita si è allungata la metà di prima, e c’è stata l’epidemia), e così i minori (i figli per donna sono scesi da 1,49 a 1,13). Una sola cifra non si sapeva nel 2011, e allarga gli intervalli dei quartieri senza spostare le previsioni: quanto le età di ognuno vanno per conto loro, stimato sugli errori di questi stessi anni. Che i quartieri cadano nell’intervallo è quindi detto in parte da loro stessi.',
    unknown: 'non si può contare',
    plot: 'Grafico: previsto nel {{from}} e contato nel {{to}} in {{n}} quartieri; in {{inside}} il contato è nell’intervallo. I valori sono nella tabella.',
    came: 'contati',
    predicted: 'previsti',
    inside: 'nell’intervallo',
    outside: 'fuori dall’intervallo',
    verdict: 'Esito',
    table: 'Valori della prova, quartiere per quartiere',
    caption: 'Residenti: previsti dal {{from}} per il {{to}}, e contati',
  },
  method: peopleMethod,
} as const;
