// SPDX-License-Identifier: EUPL-1.2
/** Italian words of how places at school are found. */

export const schoolsMethod = {
  title: 'Scuole: alunni e posti, un problema di trasporto',
  who: 'Gli alunni di un anno sono i bambini della previsione che hanno l’età del grado, nella quota che va a scuola in città: quella per cui, all’anno dell’ultimo registro, sono tanti quanti gli alunni che le scuole hanno nei dati (a Milano del 2016/17), e mai più di tutti; uguale in ogni quartiere. Abitano dove ci sono case.',
  whoEquation: 'alunni(q, t) = quota · bambini(q, t),   6–10 anni primaria, 11–13 secondaria di I grado',
  places:
    'Quanti posti abbia una scuola non è pubblicato. Dagli alunni che ha nei dati si ricava quante classi servono con le regole di legge: almeno quegli alunni, di regola due posti liberi per classe, al massimo quanti la legge ne consente. In ogni estrazione i posti stanno in un punto diverso fra questi.',
  placesEquation:
    'classi = ⌈alunni di un anno / massimo⌉;   posti ~ triangolare(alunni, classi · (massimo − 2), classi · massimo con resti)',
  find: 'Si danno i posti in modo che prima ne abbiano quanti più alunni è possibile, e poi tutti insieme camminino il meno possibile. È un problema di trasporto, risolto fino in fondo: un’asta dà un inizio, poi ogni alunno rimasto trova posto lungo la catena di spostamenti più breve.',
  findEquation: 'min Σ x(h, s) · min(h, s),   Σ x(h, ·) = alunni(h),   Σ x(·, s) ≤ posti(s)',
  proof:
    'Ogni soluzione porta la sua prova: un prezzo per il posto di ogni scuola, con cui nessun alunno avrebbe una scelta migliore. Ne segue un limite sotto cui nessuna soluzione può camminare: i due numeri coincidono, lo scarto è zero.',
  proofEquation: 'min(h, s) + prezzo(s) = min su s′ di min(h, s′) + prezzo(s′)',
  tested:
    'Come è stato verificato: casi fatti a mano; su reti estratte a sorte nessuno si perde, nessuna scuola supera i posti, una scuola in più non lascia mai più alunni senza posto e una in meno mai di meno; il totale dei minuti è quello di un altro risolutore (HiGHS).',
  caption: 'Delle scuole: con che cosa si calcola',
  class: '{{grade}}, alunni per classe: minimo e massimo di regola (con resti)',
  classValue: '{{least}}–{{most}} ({{rest}})',
  classSource: {
    primaria: 'D.P.R. 81/2009, art. 10',
    'secondaria-1': 'D.P.R. 81/2009, art. 11',
  },
  keptFree: 'Posti lasciati liberi per classe, di regola',
  keptFreeSource:
    'Ipotesi: chi arriva durante l’anno, e le classi con un alunno con disabilità, di regola di 20 (D.P.R. 81/2009, art. 5)',
  longest: 'Quanto si cammina al massimo, minuti',
  longestSource: 'Ipotesi',
  limits: {
    catchments:
      'I bacini d’utenza: non sono nei dati aperti, ed è come se fossero uno solo. Unirne due qui non cambia nulla.',
    choice: 'Che cosa scelgono le famiglie, oltre alla distanza: lingua, tempo pieno, scuole paritarie.',
    old: 'Quanti alunni ha oggi ogni scuola: i dati aperti di Milano sono del 2016/17.',
    infanzia: 'I posti delle scuole dell’infanzia: di queste si dice solo ciò che una misura cambia.',
  },
  sources:
    'Bertsekas e Castañon 1989 (asta per il problema di trasporto); Hitchcock 1941 (problema di trasporto); D.P.R. 20 marzo 2009, n. 81 (classi). Scuole e alunni: MIUR 2016/17.',
} as const;
