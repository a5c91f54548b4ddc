// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the theme «Negozi» of the panel «Persone», and of its explanation. */
export const shops = {
  what: 'le visite a negozi, bar e ristoranti',
  sector: 'Che cosa si cerca',
  sectors: {
    all: 'Tutto',
    everyday: 'Spesa di ogni giorno',
    'other-goods': 'Altri acquisti',
    'eating-out': 'Bar e ristoranti',
  },
  figure: 'Che cosa mostrare',
  figures: { visits: 'Visite al giorno', share: 'Quota della città', balance: 'Arrivi su partenze' },
  title: {
    visits: '{{sector}}, {{year}}: visite che arrivano, in un giorno feriale',
    share: '{{sector}}, {{year}}: % delle visite della città',
    balance: '{{sector}}, {{year}}: visite che arrivano per ognuna che parte',
  },
  city: '{{sector}}, {{year}}: in un giorno feriale {{visits}} visite in tutta la città, tante quante ne partono. Di tutte le visite il {{work}} parte dal posto di lavoro.',
  counted:
    'Contati dal Comune: {{neighbourhood}} esercizi di vicinato, {{large}} medie e grandi strutture, {{food}} bar e ristoranti. Data dei dati: {{vintage}}.',
  note: 'Quante visite si fanno è un’ipotesi: nessun conteggio è pubblicato e il modello non è tarato su Milano. Fidati più delle differenze fra quartieri e delle variazioni in percentuale che del numero. Turisti e chi viene in città per comprare non ci sono: il centro riceve di più.',
  balanceNote:
    'Sopra 1 il quartiere attira: arrivano più visite di quante ne partano da chi vi abita o vi lavora. Sotto 1 si va a comprare altrove.',
  untold_one: 'Di un quartiere i residenti non sono diffusi: da lì partono solo le visite di chi vi lavora.',
  untold_many:
    'Di {{n}} di quartieri i residenti non sono diffusi: da lì partono solo le visite di chi vi lavora.',
  untold_other:
    'Di {{n}} quartieri i residenti non sono diffusi: da lì partono solo le visite di chi vi lavora.',
  none: 'Di questa città non si sa quanti negozi ci siano: manca il conteggio degli esercizi.',
  method: {
    title: 'Negozi: chi va dove',
    made: 'Da ogni quartiere partono le visite degli adulti che vi abitano (la previsione dell’anno scelto), di chi vi lavora quel giorno, e una parte di quelle di chi lavora da casa. Dove si lavora non è pubblicato: è stimato.',
    madeEquation:
      'D(i) = v · adulti(i) + w · (addetti(i) − a casa(i)) + w · k · c · (a casa, in tutto) · quota di età da lavoro(i)',
    draw: 'Un quartiere attira per la superficie dei suoi negozi; bar e ristoranti per quanti sono. Le superfici non sono pubblicate: sono medie con un intervallo. Dove una via diventa pedonale i suoi negozi attirano di più.',
    drawEquation: 'A(j) = (vicinato(j) · m² + grandi(j) · m²) · (1 + g · quota di vie pedonali(j))',
    share:
      'Ogni visita va dove conviene di più, con le probabilità di Huff: tanto più quanto un quartiere attira, tanto meno quanto è lontano. Una chiusura è spartita fra gli altri in proporzione (indipendenza dalle alternative irrilevanti): più di quanto sia vero, se i negozi sono di tipo diverso.',
    shareEquation: 'P(i→j) = A(j) · t(i, j)^−λ / Σ A · t^−λ',
    way: 'La distanza è quella media fra due punti dei due quartieri, presi come dischi della loro area; in linea d’aria: contano solo i rapporti, e un giro o un passo uguali per tutti non cambiano nulla.',
    wayEquation: 't(i, j) ∝ √(d² + (R(i)² + R(j)²)/2),   R² = area/π',
    balance: 'Le visite che arrivano sono tante quante ne partono, settore per settore, in ogni estrazione.',
    balanceEquation: 'Σ F(j) = Σ D(i),   F(j) = Σ D(i) · P(i→j)',
    sources:
      'Huff 1963 (Land Economics 39); Haines, Simon e Alexis 1972 (l’esponente); la distanza quadratica media è geometria. L’intervallo detto contiene otto estrazioni su dieci.',
    caption: 'Dei negozi: valore centrale e da quale a quale si estrae. Nessuno è stimato su Milano',
    parameters: {
      everydayVisits: 'Visite di un adulto al giorno, da casa: spesa di ogni giorno',
      otherGoodsVisits: 'Visite di un adulto al giorno, da casa: altri acquisti',
      mealVisits: 'Visite di un adulto al giorno, da casa: bar e ristoranti',
      workerEverydayVisits: 'Visite di chi è al lavoro: spesa di ogni giorno',
      workerOtherGoodsVisits: 'Visite di chi è al lavoro: altri acquisti',
      workerMealVisits: 'Visite di chi è al lavoro: bar e ristoranti',
      homeKept: 'Delle visite vicino al lavoro, quante si fanno vicino a casa nei giorni a casa',
      workersInside: 'Di chi lavora in città, chi vi abita',
      everydayDecay: 'Quanto pesa la distanza (λ): spesa di ogni giorno',
      otherGoodsDecay: 'Quanto pesa la distanza (λ): altri acquisti',
      mealDecay: 'Quanto pesa la distanza (λ): bar e ristoranti',
      smallFloorM2: 'Superficie di un esercizio di vicinato, m²',
      largeFloorM2: 'Superficie di una media o grande struttura, m²',
      smallEverydayShare: 'Della superficie di vicinato, quella per la spesa di ogni giorno',
      largeEverydayShare: 'Della superficie grande, quella per la spesa di ogni giorno',
      pedestrianGain: 'Quanto attira di più un negozio in una via che diventa pedonale',
    },
    from: {
      household:
        'Ipotesi; la gestione della famiglia è un terzo degli spostamenti (Isfort, Audimob 2014), e a Milano gli spostamenti né di lavoro né di studio sono 0,47 per residente al giorno, senza i ritorni (Amat 2022; PGT, VAS 2013)',
      meals:
        'Fipe 2015: pasti fuori casa, 0,26 al giorno per adulto, meno 0,12 di pranzi di lavoro; l’ampiezza è un’ipotesi',
      lunches:
        'Fipe 2015: 12 milioni pranzano fuori 3–4 volte a settimana, su circa 22,5 milioni di occupati; l’ampiezza è un’ipotesi',
      atWork: 'Ipotesi',
      homeKept:
        'Ipotesi; che la spesa segua chi lavora da casa è osservato in Germania (Alipour e altri 2025, CESifo 10000) e nel Regno Unito (De Fraja e altri 2021)',
      workersInside: 'Ipotesi, intorno al 61% che danno i totali del traffico (Amat 2022; PGT, VAS 2013)',
      decay:
        'Da 1,5 a 2,5 di solito (Haines, Simon e Alexis 1972), di più per la spesa di ogni giorno (Huff 2003); dove, fra questi, è un’ipotesi',
      floors:
        'Ipotesi; insieme danno i 75,3 m² medi dei negozi di Milano (Camera di commercio di Milano 2008); il vicinato ha per legge al più 250 m² (D.Lgs. 114/1998)',
      everydayShare:
        'Ipotesi, la stessa in tutti i quartieri: quali negozi vendano alimentari non è pubblicato',
      pedestrian:
        'Da nulla al 35% delle vie inglesi più favorevoli (Living Streets 2018, «The Pedestrian Pound»: dal 20 al 35%, in vie scelte perché riuscite)',
    },
    limits: {
      title: 'Che cosa il modello dei negozi non sa',
      level:
        'Quante visite ci sono davvero: non c’è un conteggio su cui provarlo. Le quote e le variazioni in percentuale dipendono meno dalle ipotesi.',
      visitors:
        'Turisti, chi viene in città per comprare e chi da Milano va a comprare fuori; gli acquisti in rete.',
      kinds:
        'Di che genere e di che qualità è ogni negozio, quanto costa, se è una catena; mercati ed edicole non ci sono.',
      inside: 'In quale via del quartiere si va: tutto è detto per quartiere.',
      ways: 'Fiumi, ferrovie e mezzi pubblici: la distanza è in linea d’aria.',
      work: 'Quanti lavorano dove: è stimato anche dal numero di bar e uffici, e non segue l’anno.',
      answer:
        'Chi apre o chiude in seguito: i negozi sono quelli contati, più e meno ciò che dice lo scenario.',
    },
    tested: {
      title: 'Come è stato provato',
      hand: 'Su città di due e tre luoghi i cui valori si calcolano a mano.',
      properties:
        'Su molte città a caso: arriva tanto quanto parte; un negozio più grande non riceve mai di meno e gli altri mai di più; chi resta dopo una chiusura sta agli altri come prima; una città specchiata dà visite specchiate.',
      none: 'Non su visite contate a Milano: nessuno le pubblica.',
    },
  },
} as const;
