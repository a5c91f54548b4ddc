// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the theme «Verde e caldo» of the panel «Persone», and of its explanation. */

export const green = {
  what: 'alberi, parchi e caldo, quartiere per quartiere',
  figure: 'Che cosa mostrare',
  figures: {
    trees: 'Tre alberi vicino a casa',
    canopy: 'Suolo sotto le chiome',
    park: 'Parco da 1 ettaro a 300 m',
    smallPark: 'Parco da mezzo ettaro a 300 m',
    warmerC: 'Caldo di una notte d’estate',
    mitigation: 'Indice di raffrescamento',
  },
  title: {
    trees: 'Residenti con almeno tre alberi vicino a casa, {{year}}: % dei residenti',
    canopy: 'Suolo sotto le chiome (alberi: {{trees}}): % del suolo del quartiere',
    park: 'Residenti con un parco di almeno un ettaro entro 300 m a piedi, {{year}}: % dei residenti',
    smallPark: 'Residenti con un parco di almeno mezzo ettaro entro 300 m a piedi, {{year}}: % dei residenti',
    warmerC: 'Notte d’estate calma e serena (alberi: {{trees}}): °C sopra la campagna, media del quartiere',
    mitigation:
      'Indice di raffrescamento del verde (alberi: {{trees}}), media del quartiere: da 0 (nessuno) a 1',
  },
  rule: 'Regola 3-30-300, nel {{year}}: {{trees}} dei residenti ha almeno tre alberi vicino a casa; {{canopy}} del suolo è sotto le chiome (la regola chiede 30%); {{park}} ha un parco di un ettaro entro 300 metri a piedi ({{smallPark}} contando da mezzo ettaro). Tutte e tre insieme: {{all}}; nessuna: {{none}}.',
  heat: 'In una notte d’estate calma e serena la città è in media {{warmer}} °C sopra la campagna.',
  told: 'Di {{told}} quartieri su {{all}} si sa almeno una di queste cifre; dove una manca, i dati non hanno tutti gli edifici o gli alberi. Alberi nei dati: {{trees}}; parchi di mezzo ettaro o più: {{small}}, di un ettaro o più: {{large}}.',
  vintage:
    'Gli alberi sono di: {{sources}}. L’anno scelto conta solo per quanti abitano dove: alberi e parchi restano quelli dei dati.',
  source: '{{title}} ({{vintage}})',
  note: 'Sono contati gli alberi dei dati, quasi tutti comunali: del Comune è circa metà degli alberi di Milano (242.638 su 480.757, 2019). Chiome e alberi visti sono quindi un minimo; lo è anche chi ha un parco vicino, dove ai dati mancano parchi.',
  none: 'Di questa città non si conoscono insieme alberi, aree verdi, edifici, strade e confini dei quartieri: senza, qui non si può dire nulla.',
  nothing: 'Di nessun quartiere i dati bastano per tutte le cifre: la tabella mostra quelle che ci sono.',
  untold: 'dati insufficienti',
  compare:
    'Per confronto, Barcellona: 43% con tre alberi entro 15 m, 62,1% con un parco a 300 m, 8,7% in zone abbastanza verdi, 4,7% con tutte e tre (Nieuwenhuijsen e altri 2022, indagine del 2016). Là tutto è misurato in un altro modo: è un ordine di grandezza.',
  method: {
    title: 'Verde e caldo',
    trees:
      'Tre alberi: si contano quelli entro 20–30 m dal centro dell’edificio. Nessuna linea di vista è calcolata: dietro un muro un albero conta lo stesso.',
    treesEquation: 'quota = Σ residenti (d₃ ≤ d) / Σ residenti, d₃ distanza del terzo albero più vicino',
    canopy:
      'Chiome: ogni albero è un cerchio; dove due si coprono il suolo conta una volta. Una chioma non dichiarata è come quelle del suo gruppo di specie nei dati: dal quarto più stretto al quarto più largo. I boschi contano con una quota.',
    canopyEquation: 'quota = (area dell’unione dei cerchi + quota di bosco · bosco) / area del quartiere',
    park: 'Parco: metri lungo le vie, dall’edificio fino a dove una via passa a 20 m dal bordo di un parco. Pezzi di parco che si toccano sono un parco solo. Recinti e cancelli non sono nei dati.',
    parkEquation: 'vicino se metri · fattore ≤ 300; area del parco ≥ 1 ha (o 0,5 ha)',
    capacity:
      'Caldo, per quadrati di 100 m: quanto ogni quadrato può rinfrescare, da ombra, riflessione e acqua che evapora da edifici, verde, campi e resto (InVEST, Urban Cooling).',
    capacityEquation: 'CC = 0,6 · ombra + 0,2 · albedo + 0,2 · Kc',
    air: 'Oltre due ettari di verde entro la distanza di raffrescamento, conta anche il verde vicino; poi l’aria si mescola.',
    airEquation: 'T − campagna = media a campana di (1 − HM) · isola di calore; HM = max(CC, CC dei parchi)',
    sources:
      'Fonti: Konijnendijk 2023 (regola 3-30-300), Nieuwenhuijsen e altri 2022, Natural Capital Project (guida di InVEST), Zardo e altri 2017, Stewart e Oke 2012, FAO 56. Intervalli: 20 calcoli con parametri diversi.',
    tested:
      'Prove di calcolo: il raffrescamento ridà il caso di prova di InVEST cella per cella (scarto sotto 1 su un milione); distanze, chiome e quote danno i valori fatti a mano.',
    told: 'Dove i dati non bastano non si dice nulla: chiome solo dove almeno tre quarti del quartiere, campi esclusi, hanno un albero nel raggio di circa 250 m; caldo solo dove gli edifici sono noti per almeno tre quarti del suolo. Un vuoto senza edifici che continua in un quartiere senza dati non è preso per campagna. Le soglie sono ipotesi. Un parco nuovo conta solo il suolo libero da edifici, fino a 150 ettari.',
    caption: 'Parametri di verde e caldo',
  },
  check: {
    title: 'Come è stato verificato',
    what: 'Sui dati reali di Milano raccolti per le prove (alberi di due quartieri, edifici di una parte della città): non sono quelli della città dimostrativa.',
    caption: 'Il modello a fianco di cifre pubblicate',
    subject: 'Che cosa',
    model: 'Modello',
    published: 'Pubblicato',
    rows: {
      trees: {
        subject: 'Alberi comunali per ettaro',
        model: 'Città Studi 18,3; Bovisa 4,1',
        published: 'Tutta Milano 13,6 (247.779 alberi, ds2484, marzo 2024, su 181,7 km²)',
        verdict:
          'Stesso ordine di grandezza: tra metà e doppio a Città Studi. A Bovisa mancano gli alberi non comunali.',
      },
      canopy: {
        subject: 'Suolo sotto le chiome',
        model: 'Città Studi 4,3% (3,9–5,3); Bovisa 1,4% (1,1–1,6)',
        published: 'Città metropolitana 16% (Forestami, 2018–2020, tutti gli alberi)',
        verdict:
          'Il modello è un minimo: conta gli alberi dei dati. Per il solo Comune non è stata trovata una cifra pubblicata.',
      },
      green: {
        subject: 'Verde per residente',
        model: '7,6 m²',
        published: '18 m² (Coldiretti 2022)',
        verdict: 'I dati delle prove hanno meno della metà del verde: chi ha un parco vicino è un minimo.',
      },
      rank: {
        subject: 'Ordine dei quartieri per caldo',
        model: 'Correlazione di rango 0,71 in 10 quartieri, senza alberi',
        published: 'Esposizione al calore del Comune (ds2811, luglio 2024)',
        verdict:
          'Accordo discreto su pochi quartieri. Il primo confronto dava 0,02 in 13 quartieri: vuoti nei dati degli edifici erano presi per campi. Corretto allora, non è più una prova del tutto indipendente.',
      },
      night: {
        subject: 'Notte d’estate sopra la campagna',
        model: '3,6 °C (2,9–4,3)',
        published: '3–4 °C (Anniballe e altri 2014); fino a 3,0 °C (Colaninno 2025)',
        verdict:
          'Non è una prova: l’isola di calore massima è un parametro dato, 3–5 °C. Secondo Colaninno il modello può essere troppo caldo.',
      },
      park: {
        subject: 'Quanto rinfresca un parco',
        model: 'Giardini di Porta Venezia 0,2 °C sotto il quartiere Duomo, con chiome supposte sul 60%',
        published: '1–2 °C nei parchi, nelle ondate di calore (Žgela e altri 2025)',
        verdict:
          'Il modello sottostima: mescola l’aria su 500–600 m e dà la media del quartiere, non il centro del parco.',
      },
    },
    direction:
      'Su Milano, in ogni calcolo: alberi lungo 700 m di vie, un parco di circa 10 ettari e metà del suolo sigillato aperto su circa 40 ettari non tolgono chiome, non allontanano nessuno da un parco, non scaldano la notte. Le chiome dei quartieri sommate danno quelle della città.',
    not: 'Non è stato possibile: confrontare con temperature notturne misurate quartiere per quartiere (nessuna rete di stazioni nei dati; ds2811 è un indice, non gradi); confrontare le chiome con l’indice verde del Comune (ds2813: scala non dichiarata); verificare gli alberi negli altri 86 quartieri.',
  },
  parameter: {
    viewM: 'Fin dove si vede un albero, m dal centro dell’edificio',
    crowns: 'Chiome: dalle più strette (0) alle più larghe (1)',
    woodCover: 'Bosco sotto le chiome',
    walkFactor: 'Cammino rispetto alle vie',
    growthYears: 'Anni perché una chioma sia intera',
    softShare: 'Suolo costruito non impermeabile',
    treeKc: 'Kc degli alberi',
    grassKc: 'Kc dei prati',
    fieldKc: 'Kc dei campi',
    softKc: 'Kc del suolo aperto in città',
    sealedKc: 'Kc del suolo impermeabile',
    sealedAlbedo: 'Albedo di edifici e strade',
    plantAlbedo: 'Albedo delle piante',
    coolingDistanceM: 'Distanza di raffrescamento di un parco, m',
    mixingRadiusM: 'Raggio in cui l’aria si mescola, m',
    heatIslandC: 'Isola di calore massima, °C',
  },
  parameterSource: {
    viewM: 'Ipotesi: 15 m attorno a casa (Nieuwenhuijsen e altri 2022) più metà edificio',
    crowns: 'Ipotesi: 10% sulle chiome dichiarate; sulle altre i quartili dei dati',
    woodCover: 'Ipotesi',
    walkFactor: 'Ipotesi: porte e cancelli non sono nei dati',
    growthYears: 'Ipotesi',
    softShare: 'Ipotesi: cortili, aiuole, bordi',
    treeKc: 'FAO 56, tabella 12 (frutteti 0,9–1,0)',
    grassKc: 'FAO 56, tabella 12 (prati); intervallo: ipotesi',
    fieldKc: 'FAO 56, tabella 12 (colture, media della stagione); intervallo: ipotesi',
    softKc: 'Guida di InVEST (0,6); intervallo: ipotesi',
    sealedKc: 'Guida di InVEST (0,1); intervallo: ipotesi',
    sealedAlbedo: 'Stewart e Oke 2012, edificato compatto',
    plantAlbedo: 'Stewart e Oke 2012, piante basse',
    coolingDistanceM: 'Guida di InVEST (450 m); intervallo: ipotesi',
    mixingRadiusM: 'Guida di InVEST (500–600 m)',
    heatIslandC:
      'Milano, notti d’estate: 3–4 °C (Anniballe e altri 2014); nelle ondate di calore 3–5 °C (Žgela e altri 2025)',
  },
} as const;
