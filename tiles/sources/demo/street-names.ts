// SPDX-License-Identifier: EUPL-1.2
import { seeded } from '../../../src/city/seeded';

/** Names that Milan's streets are made of. Which street bears which is made up. */
const WHOLE = `Ampère|Astolfo|Bergognone|Bellezza|Bramante|Canonica|Caracciolo|Casoretto|Cenisio|Cesariano|Cola di Rienzo|Conca del Naviglio|Crema|Cucchiari|Delfico|Donizetti|Eustachi|Fauché|Fara|Felice Casati|Fiamma|Foppa|Friuli|Galvani|Gluck|Govone|Gran Sasso|Hayez|Imbriani|Kramer|Lecco|Losanna|Lulli|Macedonio Melloni|Mac Mahon|Malpighi|Marghera|Marsala|Melzo|Mincio|Moscati|Mussi|Nino Bixio|Nöe|Ollearo|Orti|Paisiello|Panfilo Castaldi|Paolo Sarpi|Pascoli|Pacini|Plinio|Poerio|Procaccini|Quadronno|Ricordi|Ripamonti Vecchia|Sabotino|Sammartini Alta|San Gregorio|San Marco|Sant’Agnese|Sant’Eufemia|Savona|Scarlatti|Settembrini|Sirtori|Solari|Spallanzani|Stelvio|Sottocorno|Tadino|Termopili|Tortona|Turati Alta|Valtellina|Varanini|Vallazze|Vespri Siciliani|Vetta d’Italia|Vigevano|Voghera|Washington|Zuretti`;
const GIVEN = `Alessandro|Andrea|Angelo|Antonio|Bartolomeo|Benedetto|Carlo|Cesare|Cristoforo|Domenico|Emilio|Enrico|Ettore|Federico|Felice|Filippo|Francesco|Gaetano|Giacomo|Gian Battista|Giorgio|Giovanni|Giulio|Giuseppe|Guglielmo|Jacopo|Leonardo|Lorenzo|Luigi|Marco|Michele|Niccolò|Ottavio|Paolo|Pietro|Raffaele|Silvio|Stefano|Tommaso|Vincenzo`;
const FAMILY = `Albertini|Aleardi|Alfieri|Archimede Rossi|Baldissera|Bandello|Barozzi|Bassini|Bellini|Beltrami|Benedetti|Bertani|Bianchi|Boccherini|Boiardo|Bonomelli|Borgazzi|Borromini|Briosco|Bronzetti|Cagnola|Calvi|Canova|Capecelatro|Cardano|Carducci|Casanova|Castelli|Cattaneo|Cavalcanti|Cellini|Cernuschi|Cherubini|Ciceri|Clerici|Colletta|Confalonieri|Correnti|Crespi|Crivelli|Dandolo|De Marchi|De Sanctis|Diaz|Dossi|Fabrizi|Faruffini|Ferrari|Filelfo|Fontana|Foscolo|Galilei|Gallina|Gavirate|Ghiberti|Giordani|Giusti|Goldoni|Gozzi|Grossi|Guicciardini|Induno|Lattanzio|Leopardi|Litta|Lomellini|Longhena|Lorenzini|Luini|Maffei|Majocchi|Mameli|Mangone|Marcello|Marinelli|Marochetti|Martini|Mascheroni|Masolino|Mauri|Menabrea|Mercalli|Metastasio|Michelino|Modigliani|Mondadori|Monti|Morandi|Moretto|Moroni|Muratori|Negri|Nievo|Ortles|Pacinotti|Padova Vecchia|Palestrina|Pallavicino|Parini|Paravia|Pecchio|Pellegrini|Pergolesi|Pestalozzi|Petrella|Pezzi|Piccinni|Pirandello|Pisani|Poliziano|Ponchielli|Porta|Prati|Previati|Ramazzini|Reina|Ricci|Rossetti|Rossini|Rosmini|Sacchi|Salvini|Sangiorgio|Sannio|Savini|Scalabrini|Segantini|Serbelloni|Signorelli|Soderini|Solera|Spontini|Stampa|Stoppani|Strozzi|Stuparich|Tabacchi|Tartini|Tasso|Teodosio|Tiepolo|Tonale|Torricelli|Trivulzio|Valla|Vallisneri|Vannucci|Vasari|Verga|Verri|Vigna|Visconti|Viviani|Volta|Zanella|Zecca`;
const PLACES = `Adige|Adda|Alessandria|Ancona|Aosta|Arona|Asiago|Asti|Bergamo|Bezzecca|Biella|Bolzano|Brescia|Brianza|Cadore|Calatafimi|Caprera|Carso|Chiavenna|Como|Comacchio|Cremona|Crotone|Cuneo|Curtatone|Desenzano|Domodossola|Fiume|Gaeta|Gallarate|Goito|Gorizia|Grado|Intra|Isonzo|Istria|Lecco|Legnone|Lesa|Lodi|Lucca|Macerata|Mantova|Marengo|Meina|Mestre|Monfalcone|Montebello|Monte Rosa|Monviso|Mortara|Novi|Oglio|Orobia|Ortigara|Ossola|Palestro|Parma|Pasubio|Pavia|Perugia|Piacenza|Piave|Pola|Pordenone|Ravenna|Reggio|Rimini|Rovereto|Rovigo|Salerno|Saluzzo|San Martino|Sesia|Siena|Solferino|Sondrio|Stresa|Tagliamento|Teramo|Terni|Tirano|Tolmezzo|Tortona|Trento|Treviso|Trieste|Udine|Urbino|Valsesia|Varallo|Varese|Vercelli|Verona|Viterbo|Volturno|Zara`;
const PLANTS = `degli Aceri|delle Acacie|degli Anemoni|dei Biancospini|dei Castagni|dei Cedri|dei Ciclamini|dei Ciliegi|delle Ginestre|dei Glicini|degli Ippocastani|delle Magnolie|dei Narcisi|degli Oleandri|degli Olmi|dei Platani|delle Querce|delle Rose|dei Tigli|degli Ulivi|delle Viole`;

/** Gives one name after another: first the short ones, then given name and family. Never ends. */
export function streetNames(seed: string): () => string {
  const random = seeded(`${seed}/names`);
  const split = (text: string) => text.split('|');
  const short = [...split(WHOLE), ...split(PLACES), ...split(FAMILY), ...split(PLANTS)].map(
    (n) => `Via ${n}`,
  );
  for (let i = short.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [short[i], short[j]] = [short[j] as string, short[i] as string];
  }
  const [given, family] = [split(GIVEN), split(FAMILY)];
  let i = 0;
  return () => {
    const n = i++;
    if (n % 3 === 0 && n / 3 < short.length) return short[n / 3] as string;
    const k = (n * 7919) % (given.length * family.length);
    return `Via ${given[k % given.length]} ${family[Math.floor(k / given.length)]}`;
  };
}
