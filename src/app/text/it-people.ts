// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the panel «Persone», of its explanation and of the age pyramid year by year. */

export const people = {
  title: 'Persone',
  close: 'Chiudi «Persone»',
  content: 'Contenuto di «Persone»',
  themes: 'Che cosa guardare',
  theme: { population: 'Popolazione', schools: 'Scuole', need: 'Bisogno', siting: 'Dove agire' },
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
  counted: 'dal registro',
  rebuilt: 'ricostruzione',
  figure: '{{value}} (da {{low}} a {{high}})',
  range: 'da {{low}} a {{high}}',
  legend: { same: 'Le classi sono le stesse in tutti gli anni: i colori si possono confrontare.' },
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
    courseOf: '{{group}}, tutta la città: persone',
    counted:
      '{{year}} è l’ultimo anno del registro. Totale, minori, 65+ e 80+ sono contati; le altre età sono ricostruite dal censimento.',
    forecast: '{{year}}: previsione. Sotto ogni cifra l’intervallo in cui cade otto volte su dieci.',
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
    what: 'chi trova posto a scuola',
    grade: 'Quale scuola',
    grades: { primaria: 'Primaria', 'secondaria-1': 'Secondaria di I grado' },
    figure: 'Che cosa mostrare',
    figures: { walkMin: 'Minuti a piedi', unplaced: 'Senza posto', pupils: 'Alunni' },
    title: {
      walkMin: '{{grade}}, {{year}}: minuti a piedi fino alla scuola',
      unplaced: '{{grade}}, {{year}}: alunni senza posto',
      pupils: '{{grade}}, {{year}}: alunni',
    },
    city: 'Nel {{year}}: {{pupils}} alunni per {{places}} posti in {{n}} scuole; senza un posto entro mezz’ora a piedi {{unplaced}}. Chi ha posto cammina in media {{minutes}} minuti.',
    note: 'Ogni alunno va nella scuola con posto che, tutti insieme, fa camminare di meno; le famiglie scelgono anche altro. I posti non sono pubblicati: sono stimati dagli alunni di oggi con le regole sulle classi (D.P.R. 81/2009). Di infanzia non si sa quanti posti ci siano.',
    none: 'Di questa città non è nota nessuna scuola di questo grado.',
  },
  need: {
    what: 'l’indice del bisogno',
    presets: 'Quale bisogno',
    preset: {
      'home-care': 'Assistenza a casa',
      families: 'Famiglie con bambini',
      access: 'Pochi servizi vicini',
    },
    noIndex: 'senza indice',
    title: '{{need}}, {{year}}: indice del bisogno',
    said: '{{title}}. Primo: {{name}}, {{ranks}}.',
    none: 'Di nessun quartiere si sa abbastanza per dire un indice.',
    top: {
      'home-care': 'I cinque quartieri che nel {{year}} hanno più bisogno di assistenza a casa',
      families: 'I cinque quartieri in cui nel {{year}} le famiglie con bambini hanno più bisogno di servizi',
      access: 'I cinque quartieri in cui nel {{year}} ci sono meno servizi raggiungibili per chi vi abita',
    },
    topNote:
      'Tra parentesi il posto che il quartiere ha otto volte su dieci, se dati e pesi non sono esatti.',
    between: 'tra {{low}} e {{high}} posto',
    always: 'sempre {{rank}}',
    why: 'Perché {{name}} è {{rank}} su {{all}}',
    unknown: '{{name}} non ha un indice: vi abitano meno di 500 persone, o i dati non sono diffusi.',
    weight: 'pesa {{share}}',
    sum: 'Le barre sommano all’indice: {{index}}. A destra ciò che aumenta il bisogno, a sinistra ciò che lo riduce.',
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
    caption: 'Graduatoria del bisogno: {{need}}, {{year}}',
    worst: 'tra i primi: {{share}}',
    tableNote:
      'Sotto il posto: da quale a quale posto va otto volte su dieci. Sotto l’indice: quante volte su cento il quartiere è nel quinto con più bisogno.',
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
    },
    source: {
      register: 'contato dal registro',
      forecast: 'previsione dal registro',
      services: 'servizi di oggi',
      'care-model': 'modello dell’assistenza, con ipotesi',
    },
    units: {
      'per-1000': 'ogni 1.000',
      'per-10000': 'ogni 10.000 residenti',
      'hours-a-week': 'ore alla settimana',
      min: 'minuti',
      'per-km2': 'residenti per km²',
    },
  },
  siting: {
    what: 'dove mettere le squadre',
    about:
      'Da dove far partire le squadre di assistenza domiciliare, perché le persone con 80 anni e più siano il più vicino possibile.',
    teams: 'Squadre',
    hours: 'Ore alla settimana di ogni squadra',
    hoursNote: 'Ipotesi: 180 ore sono sei operatori con 30 ore di assistenza ciascuno.',
    title: 'Minuti di viaggio della squadra più vicina, {{year}}',
    chosen_one:
      'Con una squadra in più, nel {{year}}, chi ha 80 anni e più la ha in media a {{mean}} minuti di viaggio.',
    chosen_many:
      'Con {{n}} squadre in più, nel {{year}}, chi ha 80 anni e più ha la più vicina in media a {{mean}} minuti di viaggio.',
    chosen_other:
      'Con {{n}} squadre in più, nel {{year}}, chi ha 80 anni e più ha la più vicina in media a {{mean}} minuti di viaggio.',
    gain: 'Sparse in modo uniforme sarebbero a {{even}} minuti: così si guadagnano {{gain}} minuti.',
    noGain:
      'Sparse in modo uniforme sarebbero a {{even}} minuti: la differenza è di {{gain}} minuti, qui non si guadagna nulla.',
    before: 'Oggi sono a {{before}} minuti.',
    noBefore: 'Nei dati oggi non c’è nessuna sede da cui si parta: il confronto con oggi non si può fare.',
    unmet:
      'Ore di assistenza alla settimana che mancano: {{before}} senza queste squadre, {{after}} con loro; ne danno al più {{most}}.',
    gap: 'Nessuna altra scelta fra i luoghi considerati può essere migliore di più del {{gap}}.',
    best: 'Nessuna altra scelta fra i luoghi considerati è migliore.',
    sites: 'Da dove partono',
    caption: 'Minuti di viaggio della squadra più vicina, {{year}}',
    tableNote:
      'Media dei residenti del quartiere, alla velocità centrale (tre volte quella a piedi, un’ipotesi); per quartiere senza intervallo.',
  },
  backTest: {
    title: 'Come è stata provata la previsione',
    what: 'la prova sul passato',
    none: 'Il registro di questa città ha un anno solo: non c’è un passato su cui provare la previsione.',
    how: 'La previsione è stata rifatta con ciò che si sapeva nel {{from}} e messa accanto a ciò che il registro ha contato nel {{to}}.',
    city: 'Per tutta la città diceva {{figure}} persone nel {{to}}; ne sono state contate {{actual}} (errore {{error}}).',
    coverage:
      'In {{share}} dei {{n}} quartieri il numero contato cade nell’intervallo, che dovrebbe contenerlo otto volte su dieci.',
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
    ofGroup: 'Questa previsione: {{group}}',
    agesNote:
      'Le età della prova sono quelle che si sarebbero dette nel 2011, senza i parametri delle migrazioni scelti poi: della previsione di oggi ci si attende meno errore sulle età, e nessuna prova può ancora dirlo. Gli intervalli delle età non contengono l’errore di quei parametri: sono più stretti dell’incertezza vera.',
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
  method: {
    open: 'Come si calcola, e quanto è buono',
    title: 'Persone: come si calcola',
    close: 'Chiudi la spiegazione',
    content: 'Contenuto della spiegazione',
    intro:
      'Tre modelli, uno dopo l’altro: quante persone di ogni età vivranno in ogni quartiere, dove il bisogno è maggiore, da dove far partire chi aiuta. Nessuno decide: dicono che cosa seguirebbe da dati e ipotesi scritti qui sotto.',
    population: {
      title: 'Popolazione: coorti, anno per anno',
      start:
        'Si parte dal registro. Il registro dice quanti sono uomini, donne, minori, 65+ e 80+; le singole età vengono dal censimento, fatte invecchiare e poi portate ai conteggi del registro (adattamento proporzionale iterativo).',
      startEquation: 'P(x, sesso) ∝ censimento(x, sesso), con Σ P = registro per sesso, minori, 65+, 80+',
      age: 'Ogni anno chi sopravvive ha un anno in più. La mortalità segue Gompertz, dalla speranza di vita della città; i quartieri hanno un rapporto proprio, tanto più vicino a quello della città quanto meno persone hanno.',
      ageEquation: 'P(x+1, t+1) = P(x, t) · S(x) + migranti(x)',
      births:
        'Nascono i figli delle donne da 15 a 49 anni, secondo il numero medio di figli per donna della città e il rapporto del quartiere.',
      birthsEquation: 'nati(q) = rapporto(q) · Σ f(x) · D(x, t)',
      moves:
        'Quanti vivono in un quartiere segue le case che ci sono: cresce come la città, più lo scarto proprio, che si smorza di anno in anno, più le case nuove. Chi va e chi viene ha le età delle migrazioni di Rogers e Castro, con tre parametri scelti perché le età del 2011 diventino quelle contate nel 2024.',
      movesEquation: 'crescita(q, t) = crescita della città(t) + ρ · scarto(q, t−1) + ε',
      draws:
        'Fecondità, speranza di vita, crescita della città e dei quartieri sono estratte a sorte molte volte: l’intervallo detto contiene otto estrazioni su dieci. In ogni estrazione la somma dei quartieri è la città.',
      drawsEquation: 'valore = mediana; intervallo = dal 10º al 90º percentile delle estrazioni',
      sources:
        'Preston, Heuveline e Guillot 2001, cap. 6 (coorti); Clayton e Kaldor 1987 e Marshall 1991 (rapporti dei quartieri); Hoem e altri 1981 (fecondità per età); Rogers e Castro 1981 (migrazioni per età). La variazione dal primo anno: dove il primo anno è ricostruito e non contato, l’intervallo è il più largo possibile.',
    },
    need: {
      title: 'Bisogno: un indice aperto',
      values:
        'Per ogni quartiere si prendono gli indicatori: valori del registro, della previsione nell’anno scelto, servizi raggiungibili: farmacie e biblioteche a piedi; sedi anagrafiche, servizi sociali e RSA tre volte più in fretta (ipotesi). Ciò che è più bisogno se è di meno viene girato.',
      valuesEquation: 'v(i, q): indicatore i nel quartiere q',
      alike:
        'Per poterli sommare si rendono confrontabili: scarti dalla media, oppure dal minimo al massimo.',
      alikeEquation: 'z = (v − media) / deviazione standard    oppure    z = (v − min) / (max − min)',
      sum: 'Si pesano e si sommano: ogni barra di «perché» è un addendo. Chi non ha dati per più di metà del peso, o ha meno di 500 residenti, non ha indice.',
      sumEquation: 'indice(q) = Σ peso(i) · z(i, q) / Σ peso(i)',
      ranks:
        'La graduatoria è rifatta molte volte con pesi fino al 20% più alti o più bassi e con i valori entro il loro errore: per questo accanto al posto c’è da quale a quale posto va.',
      ranksEquation: 'posti = dal 10º al 90º percentile delle graduatorie estratte',
      sources:
        'OCSE e JRC 2008, Handbook on Constructing Composite Indicators; Saisana, Saltelli e Tarantola 2005 (stabilità dei posti). I pesi iniziali sono un giudizio nostro: si possono spostare.',
    },
    siting: {
      title: 'Dove agire: sedi scelte per somma di minuti',
      where:
        'Le persone con 80 anni e più dell’anno scelto sono poste dove ci sono case, in quadrati di 250 metri. Una squadra può partire da 800 di quelli al massimo e la ricerca guarda al massimo 1.500 case, le più abitate di quadrati via via più grandi; le sedi di oggi restano. Si va per le strade della città, tre volte più in fretta che a piedi (ipotesi: da due a quattro).',
      whereEquation: 'd(p, s): minuti di viaggio dalla sede s alla casa p',
      choose:
        'Si scelgono le sedi che rendono minima la somma dei minuti, pesata con le persone (p-mediana).',
      chooseEquation: 'min Σ persone(p) · min d(p, s),   con tante sedi quante le squadre',
      bound:
        'Un limite inferiore dice quanto, al massimo, si potrebbe fare meglio: nessuna scelta fra i luoghi considerati, anche non provata, può scendere sotto.',
      boundEquation: 'scarto = (trovato − limite) / trovato',
      even: 'Il confronto è con squadre sparse in modo uniforme: ogni quadrato abitato conta uguale, quante che siano le persone.',
      evenEquation: 'guadagno = minuti(uniforme) − minuti(scelte)',
      sources:
        'Hakimi 1964 (p-mediana); Resende e Werneck 2004 (scambio veloce); limite per rilassamento lagrangiano, con diramazione dove resta uno scarto.',
    },
    parameters: {
      title: 'Parametri, con le fonti',
      caption:
        'Della popolazione: ciò che si sapeva di Milano alla fine del {{year}}; ciò che è un’ipotesi è chiamato così',
      name: 'Parametro',
      value: 'Valore',
      source: 'Fonte',
      fertility: 'Figli per donna',
      fertilitySource:
        'Istat, indicatori demografici di Milano; resta così, con passi casuali di 0,03 l’anno (ipotesi)',
      ageAtBirth: 'Età media al parto, anni',
      ageAtBirthSource: 'Istat, indicatori demografici di Milano',
      life: 'Speranza di vita alla nascita, anni (donne · uomini)',
      lifeSource: 'Istat, indicatori demografici di Milano',
      lifeGain: 'Anni di vita in più ogni anno',
      lifeGainSource:
        'Media dal 2011 (Istat); che continui è un’ipotesi; passi casuali di 0,15 anni (ipotesi)',
      growth: 'Crescita della città per 1.000 residenti, l’anno: media (minima … massima)',
      growthSource:
        'Comune di Milano, residenti a fine anno dal 1999, senza gli anni in cui il registro fu ricontato; se ne estrae uno a sorte per ogni anno',
      persistence: 'Quanto dello scarto di un quartiere resta dopo un anno',
      persistenceSource: 'Stimato sulle famiglie dei quartieri, 2007–2021 (Comune di Milano, ds1440)',
      shock: 'Scarto casuale di un quartiere in un anno, per 1.000 (deviazione standard)',
      shockSource: 'Stimato sulle famiglie dei quartieri, 2007–2021 (Comune di Milano, ds1440)',
      sexRatio: 'Maschi nati per ogni femmina',
      sexRatioSource: 'Italia, stabile da un secolo',
      hazard: 'Anni in cui il rischio di morte cresce di e volte (donne · uomini)',
      hazardSource: 'Adattato alle speranze di vita Istat di Milano a 0 e a 65 anni, 2002, 2011 e 2024',
    },
    care: {
      caption: 'Dell’assistenza a casa: valore centrale e da quale a quale si estrae',
      needShare65to79: 'Dai 65 ai 79 anni: chi non ce la fa da solo',
      needShare65to79Source:
        'Ciò che resta dei 78.000 non autosufficienti di Milano (Comune di Milano, Piano di sviluppo del welfare 2025–2027); l’ampiezza è un’ipotesi',
      needShare80Plus: 'Dagli 80 anni: chi non ce la fa da solo',
      needShare80PlusSource:
        'Gravi limitazioni del movimento (Istat 2017, anno 2015); l’ampiezza è un’ipotesi',
      aloneFactor: 'Ore di chi vive solo, rispetto a chi non vive solo',
      aloneFactorSource: 'Ipotesi',
      hoursNeeded: 'Ore alla settimana che servono a chi non ce la fa da solo',
      hoursNeededSource: 'Ipotesi; chi oggi ha assistenza sociale a casa ne riceve 1,5 in Italia',
      servedShare: 'Dai 65 anni: chi oggi ha assistenza a casa',
      servedShareSource:
        'Ipotesi: di Milano nessun dato aperto lo dice; in Italia 5% nel 2019, 10,9% nel 2024 (Agenas)',
      hoursServed: 'Ore alla settimana di chi ce l’ha',
      hoursServedSource: '78 ore l’anno in Italia (Pesaresi 2024, welforum.it)',
      teamPace: 'Quante volte una squadra è più veloce di chi va a piedi',
      teamPaceSource: 'Ipotesi: tre volte sono i 14 km/h di una bicicletta in città',
    },
    limits: {
      title: 'Che cosa questi modelli non sanno',
      ages: 'Le singole età di oggi sono ricostruite: il registro pubblicato per quartiere non le ha.',
      homes: 'Le case che si costruiranno, se non sono in uno scenario: un quartiere nuovo qui non cresce.',
      moves: 'Perché le persone cambiano casa: prezzi, lavoro, scuole non entrano.',
      policy:
        'Leggi, crisi ed epidemie che verranno: gli intervalli conoscono solo le oscillazioni del passato.',
      jobs: 'Chi viene in città di giorno: si contano i residenti.',
      walk: 'Si va per le strade senza salite, semafori e attese; quanto una squadra è più veloce di chi cammina è un’ipotesi.',
      teams: 'Quante ore una squadra ha davvero, e quante persone chiedono aiuto.',
      need: 'La salute: nessun dato sanitario per quartiere è aperto. Il bisogno è detto con ciò che vi si accompagna.',
      few: 'Ciò che riguarda da una a quattro persone: non è diffuso, e non è zero.',
    },
  },
} as const;
