// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the pages that every public site has: accessibility, privacy, legal notes, credits. */
export const pages = {
  home: 'Torna alla città',
  nav: 'Pagine del sito',
  language: 'Lingua',
  external: '(sito esterno)',
  unpublished:
    'Chi pubblica questa copia non ha ancora detto chi è né come scrivergli: lo si fa nella sezione «publisher» di city.json.',
  writeTo: 'Scrivi a',
  accessibilita: {
    title: 'Accessibilità',
    lead: 'Gemello Milano si può usare con la tastiera, con un lettore di schermo e senza la mappa.',
    stateTitle: 'A che punto siamo',
    state:
      'L’obiettivo sono le WCAG 2.2, livello AA. A ogni modifica ogni schermata passa, con i due aspetti e nelle due lingue, un controllo automatico (axe), e le azioni principali si provano con la sola tastiera.',
    limitsTitle: 'Che cosa ancora non va',
    limits:
      'La mappa è un’immagine: un lettore di schermo non la legge. Ciò che mostra sta però in tabelle e testi: gli elenchi di ogni livello, la scheda di ogni elemento, i numeri di ogni risposta. Nessuna prova è stata ancora fatta insieme a persone che usano un lettore di schermo ogni giorno.',
    statementTitle: 'Dichiarazione di accessibilità',
    statement: 'La dichiarazione di {{name}}',
    noStatement: 'Chi pubblica questa copia non ha ancora indicato la sua dichiarazione di accessibilità.',
    feedbackTitle: 'Segnala un problema',
    feedback:
      'Se qualcosa non si può usare, scrivi che cosa volevi fare e dove. La risposta arriva entro 30 giorni; se non arriva o non basta, puoi rivolgerti al Difensore civico per il digitale presso AgID.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Si può guardare tutto senza dire chi si è. Nessun dato va ad altri siti.',
    noneTitle: 'Che cosa non si fa',
    none: 'Nessuna statistica delle visite, nessuna pubblicità, nessun carattere, mappa o programma preso da altri siti. Il programma non scrive gli indirizzi di chi visita nei suoi registri; il server che gli sta davanti può tenerli per la sicurezza, per i giorni che chi lo gestisce ha stabilito.',
    browserTitle: 'Che cosa resta nel tuo browser',
    browser:
      'Gli scenari non ancora salvati, i passi da annullare, i file che hai aperto e le scelte di lingua e aspetto restano nel tuo browser. Si cancellano con i dati del sito.',
    cookieTitle: 'Un solo cookie',
    cookie:
      'Chi entra con il proprio account riceve un cookie di sessione, che serve solo a riconoscerlo e scade da sé (mentre entra, per un quarto d’ora al più, un secondo). Chi non entra non ne riceve.',
    serverTitle: 'Che cosa conserva il server',
    server:
      'Degli scenari salvati si conservano il contenuto, il nome di chi li ha salvati e quando, e chi ha fatto che cosa. Il nome lo vedono i colleghi, non il pubblico; di ciò che si pubblica è detto chi lo pubblica.',
    peopleTitle: 'I dati sulle persone',
    people:
      'La città è descritta con dati aperti e già aggregati. Di meno di cinque persone o famiglie non si dice nulla: né sulla mappa, né nelle tabelle, né nei file, né per differenza.',
    notice: 'L’informativa completa di {{name}}',
    rights: 'Per i tuoi diritti (accesso, rettifica, cancellazione) scrivi a chi pubblica questa copia.',
  },
  legale: {
    title: 'Note legali',
    lead: 'Gemello Milano aiuta a ragionare sulla città. Non è un atto ufficiale.',
    figuresTitle: 'Che cosa valgono le cifre',
    figures:
      'Le previsioni sono stime di modelli: ognuna ha il suo intervallo, e una pagina dice quanto i modelli hanno indovinato ciò che è successo davvero. Confini, altezze e piante non sostituiscono la cartografia ufficiale né il catasto.',
    codeTitle: 'Il programma',
    code: 'Gemello Milano {{version}} è software libero con licenza EUPL 1.2: si può usare, studiare, modificare e ridistribuire alle sue condizioni. È dato così com’è, senza garanzie.',
    dataTitle: 'I dati',
    data: 'Ogni insieme di dati conserva la propria licenza, che sta nella pagina dei crediti.',
    syntheticTitle: 'Dati dimostrativi',
    synthetic:
      'Questa copia mostra una città dimostrativa: edifici, strade e cifre sono generati dal programma e non descrivono Milano.',
    notice: 'Le note legali di {{name}}',
  },
  crediti: {
    title: 'Crediti',
    lead: 'Di chi sono i dati che si vedono, con quale licenza e di quando.',
    loading: 'Carico l’elenco dei dati…',
    failed: 'L’elenco dei dati non è arrivato: ricarica la pagina tra poco.',
    dataTitle: 'I dati',
    softwareTitle: 'Il programma',
    software:
      'È fatto con molto software libero, tra cui MapLibre GL JS, three.js, 3d-tiles-renderer, deck.gl, React e React Aria, Fastify, PostgreSQL e PGlite. Il carattere è Titillium Web; i colori vengono dai token di Designers Italia.',
  },
} as const;
