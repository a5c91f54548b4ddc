// SPDX-License-Identifier: EUPL-1.2
/** Italian words of how the models of «Persone» reckon, with what, and what they do not know. */

export const peopleMethod = {
  open: 'Come si calcola, e quanto è buono',
  title: 'Persone: come si calcola',
  close: 'Chiudi la spiegazione',
  content: 'Contenuto della spiegazione',
  intro:
    'Un modello dopo l’altro: quante persone di ogni età vivranno in ogni quartiere, chi trova posto a scuola e quali servizi raggiunge, dove il bisogno è maggiore, da dove far partire chi aiuta, dove si va a comprare, chi ha verde vicino e dove le notti sono più calde. Nessuno decide: dicono che cosa seguirebbe da dati e ipotesi scritti qui sotto.',
  population: {
    title: 'Popolazione: coorti, anno per anno',
    start:
      'Si parte dal registro. Il registro dice quanti sono uomini, donne, minori, 65+ e 80+; le singole età vengono dal censimento, fatte invecchiare e poi portate ai conteggi del registro (adattamento proporzionale iterativo). La classe aperta del censimento, 75 e più, è divisa come in una popolazione che cambia: tanti 80+ quanti ne ha il registro, tanti centenari quanti ne furono contati.',
    startEquation: 'P(x, sesso) ∝ censimento(x, sesso), con Σ P = registro per sesso, minori, 65+, 80+',
    age: 'Ogni anno chi sopravvive ha un anno in più. La mortalità segue Gompertz, dalla speranza di vita della città; i quartieri hanno un rapporto proprio, tanto più vicino a quello della città quanto meno persone hanno.',
    ageEquation: 'P(x+1, t+1) = P(x, t) · S(x) + migranti(x)',
    births:
      'Nascono i figli delle donne da 15 a 49 anni, secondo il numero medio di figli per donna della città e il rapporto del quartiere.',
    birthsEquation: 'nati(q) = rapporto(q) · Σ f(x) · D(x, t)',
    moves:
      'Quanti vivono in un quartiere segue le case che ci sono: cresce come la città, più lo scarto proprio, che si smorza di anno in anno, più le case nuove. Chi va e chi viene ha le età di Rogers e Castro, con tre parametri scelti perché minori e anziani vadano e vengano come negli anni prima, stimati su chi era rimasto di quelli contati allora (rapporti di sopravvivenza).',
    movesEquation: 'crescita(q, t) = crescita della città(t) + ρ · scarto(q, t−1) + ε',
    draws:
      'Fecondità e speranza di vita seguono la loro tendenza, che può essere sbagliata, con passi casuali grandi quanto quelli del passato. Anche la crescita della città e dei quartieri, e quanti minori e anziani vanno e vengono, sono estratti a sorte molte volte: l’intervallo detto contiene otto estrazioni su dieci. In ogni estrazione la somma dei quartieri è la città.',
    drawsEquation: 'valore = mediana; intervallo = dal 10º al 90º percentile delle estrazioni',
    sources:
      'Preston, Heuveline e Guillot 2001, cap. 6 (coorti) e 7 (classe aperta); Clayton e Kaldor 1987 e Marshall 1991 (rapporti dei quartieri); Hoem e altri 1981 (fecondità per età); Rogers e Castro 1981 (migrazioni per età); Nazioni Unite 1970, Manual VI (rapporti di sopravvivenza); Lee e Carter 1992, app. B (tendenze incerte). La variazione dal primo anno: dove il primo anno è ricostruito e non contato, l’intervallo è il più largo possibile.',
  },
  need: {
    title: 'Bisogno: un indice aperto',
    values:
      'Per ogni quartiere si prendono gli indicatori: valori del registro, della previsione nell’anno scelto, servizi raggiungibili a piedi o con i mezzi, come in «Servizi». Ciò che è più bisogno se è di meno viene girato.',
    valuesEquation: 'v(i, q): indicatore i nel quartiere q',
    alike: 'Per poterli sommare si rendono confrontabili: scarti dalla media, oppure dal minimo al massimo.',
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
    choose: 'Si scelgono le sedi che rendono minima la somma dei minuti, pesata con le persone (p-mediana).',
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
    fertilitySource: 'Istat, indicatori demografici di Milano',
    fertilityTrend: 'Figli per donna in più ogni anno (errore della tendenza; passo casuale)',
    fertilityTrendSource:
      'Tendenza: Istat per l’Italia, da 1,25 a 1,55 in 49 anni (previsioni del 22 settembre 2022); errore e passo: variazioni di Milano 2002–2024 attorno a essa',
    ageAtBirth: 'Età media al parto, anni',
    ageAtBirthSource: 'Istat, indicatori demografici di Milano',
    life: 'Speranza di vita alla nascita, anni (donne · uomini)',
    lifeSource: 'Istat, indicatori demografici di Milano',
    lifeGain: 'Anni di vita in più ogni anno (errore della tendenza; passo casuale)',
    lifeGainSource:
      'Media e variazioni dal 2011 (Istat), con gli anni 2020–2022 messi fra il 2019 e il 2023: che continui, e senza epidemie, è un’ipotesi',
    schedule: 'Età di chi viene · di chi va: livello dei bambini e livello costante',
    scheduleSource:
      'Rogers e Castro 1981 (0,020 e 0,003), cambiati perché le età del 2011 diventino quelle contate nel 2024; che continui così è un’ipotesi',
    moves: 'Minori · 65+ che vengono meno chi va, oltre l’atteso, per 1.000 l’anno (deviazione standard)',
    movesSource:
      'Ipotesi: quanto è incerta la stessa stima fra il 1999 e il 2011, per i decessi e le nascite che non si conoscono esattamente',
    districtMoves: 'Lo stesso, di un quartiere oltre la città',
    districtMovesSource:
      'Stimato sugli errori per età della previsione fatta dal 2011 per il 2024, tolto ciò che è comune a tutti i quartieri',
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
    needShare80PlusSource: 'Gravi limitazioni del movimento (Istat 2017, anno 2015); l’ampiezza è un’ipotesi',
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
    ages: 'Le singole età di oggi sono ricostruite: il registro pubblicato per quartiere non le ha. Di chi ha 70 anni e più l’Istat nel 2040 ne attende oltre 300.000, più che qui: il registro ha perso ogni anno circa un anziano su cento oltre ai decessi, e qui continua così.',
    homes:
      'Le case che si costruiranno, se non sono in uno scenario: un quartiere nuovo qui non cresce. Nemmeno quelle di uno scenario, in un quartiere di cui non è diffuso chi vi abita: lì cambiano il traffico e il resto, non persone, scuole e cura.',
    moves: 'Perché le persone cambiano casa: prezzi, lavoro, scuole non entrano.',
    policy:
      'Leggi, crisi ed epidemie che verranno: gli intervalli conoscono solo le oscillazioni del passato.',
    jobs: 'Chi viene in città di giorno: si contano i residenti.',
    walk: 'Si va per le strade senza salite, semafori e attese; quanto una squadra è più veloce di chi cammina è un’ipotesi.',
    teams: 'Quante ore una squadra ha davvero, e quante persone chiedono aiuto.',
    need: 'La salute: nessun dato sanitario per quartiere è aperto. Il bisogno è detto con ciò che vi si accompagna.',
    few: 'Ciò che riguarda da una a quattro persone: non è diffuso, e non è zero.',
  },
} as const;
