// SPDX-License-Identifier: EUPL-1.2
/** Italian words of who one is on the server, and of signing in and out. */
export const person = {
  standing: {
    local: 'Questo computer',
    'not-signed-in': 'Accedi',
    'only-reads': 'Sola lettura',
  },
  roleIs: 'Ruolo:',
  role: {
    viewer: 'consultazione',
    planner: 'pianificazione',
    publisher: 'pubblicazione',
    admin: 'amministrazione',
  },
  may: {
    viewer: 'Puoi vedere gli scenari dell’ufficio, senza cambiarli.',
    planner: 'Puoi salvare e cambiare gli scenari dell’ufficio.',
    publisher: 'Puoi salvare e cambiare gli scenari, e pubblicarne gli esiti.',
    admin: 'Puoi fare tutto, anche sugli scenari privati di altre persone.',
  },
  why: {
    local:
      'Su questo server non è impostato un accesso con nome e password: chi usa questo computer può fare tutto. Chi si collega da un altro legge ciò che è pubblico e non cambia nulla.',
    'only-reads':
      'Da qui non si può accedere. Puoi vedere tutto ciò che è pubblico e provare i tuoi scenari: restano in questo browser.',
  },
  signOut: 'Esci',
  signOutHelp:
    'Esci da Gemello Milano. Il servizio d’identità può ricordarsi di te: su un computer di altri esci anche da quello.',
  signedOut: 'Sei uscito.',
  signOutFailed: 'Il server non risponde: l’accesso è ancora aperto. Riprova tra poco.',
  again: 'Accedi di nuovo',
  fault: {
    stale: 'L’accesso non è riuscito: la richiesta era scaduta o già usata.',
    cancelled: 'Non hai completato l’accesso.',
    'no-role':
      'Il servizio d’identità ti conosce, ma non ti dà un ruolo in Gemello Milano. Chiedilo a chi lo amministra.',
    'provider-away': 'Il servizio d’identità non risponde. Tutto il resto funziona come prima.',
    'provider-fault':
      'La risposta del servizio d’identità non è valida. Avvisa chi amministra il server: il motivo è nel suo registro.',
    'database-away': 'Il server non può registrare l’accesso in questo momento.',
  },
} as const;
