// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the window that publishes an outcome. */
export const publish = {
  title: 'Pubblica l’esito',
  close: 'Chiudi «Pubblica l’esito»',
  intro:
    'Chi apre il link legge l’esito senza accedere e senza fare calcoli. Ciò che pubblichi non cambia più: se cambi lo scenario, pubblichi un altro esito.',
  none: 'Prima calcola gli effetti dello scenario: si pubblica la risposta.',
  stale: 'Lo scenario è cambiato dopo il calcolo. Ricalcola gli effetti, poi pubblica.',
  notSaved: 'Lo scenario è solo in questo browser. Per pubblicarlo va salvato sul server.',
  preparing: 'Preparo l’esito…',
  failed: 'L’esito non si è potuto preparare. {{detail}}',
  headline: 'Titolo, in una frase',
  headlineHelp:
    'È la prima cosa che si legge. La frase proposta viene dalla risposta: se la cambi, non dire più di ciò che dicono le cifre.',
  preview: 'Come si leggerà',
  public: {
    title: 'Che cosa sarà pubblico',
    figures: 'Le cifre della risposta, con i loro intervalli, e la mappa.',
    measures: 'Le misure dello scenario e dove sono.',
    words: 'Nome, descrizione, autore e ipotesi dello scenario.',
    you: 'Il tuo nome, come chi pubblica: {{name}}.',
  },
  quick:
    'Questa risposta viene da pochi calcoli. Per pubblicare è meglio il calcolo completo: gli intervalli sono più sicuri.',
  questions: {
    title: 'Domande a cui rispondere in anticipo',
    help: 'Il lettore può spostare un cursore e vedere che cosa cambia. Ogni valore è un altro calcolo, fatto ora. Scegli un numero:',
    working: 'Calcolo {{n}} di {{of}}: {{value}}…',
    cancel: 'Smetti di calcolare',
  },
  publish: 'Pubblica',
  publishing: 'Pubblico…',
  published: 'L’esito è pubblico.',
  link: 'Link da mandare',
  onlyHere:
    'Questo indirizzo si apre solo da questo computer: per mandarlo ad altri serve un server con un nome suo.',
  copy: 'Copia il link',
  copied: 'Link copiato.',
  notCopied: 'Il link non si è potuto copiare: selezionalo qui sopra.',
  qr: 'Codice QR: {{address}}',
  before: 'Già pubblicati di questo scenario',
  on: '{{title}}, {{when}}',
  withdrawn: 'ritirato il {{when}}',
  withdraw: 'Ritira «{{title}}»',
  withdrawShort: 'Ritira',
  withdrawDone: 'Esito ritirato: il link dice che non vale più.',
} as const;
