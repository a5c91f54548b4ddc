// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { italianName, nameKey } from './italian-names';

describe('names of registers in the spelling of a map', () => {
  it.each([
    // Districts of Milan as the Comune's data set ds964 spells them.
    ["CITTA' STUDI", 'Città Studi'],
    ["MONLUE' - PONTE LAMBRO", 'Monluè - Ponte Lambro'],
    ["PARCO BOSCO IN CITTA'", 'Parco Bosco in Città'],
    ['PTA ROMANA', 'Porta Romana'],
    ['GIARDINI P.TA VENEZIA', 'Giardini Porta Venezia'],
    ['MAGENTA - S. VITTORE', 'Magenta - San Vittore'],
    [
      "NIGUARDA - CA' GRANDA - PRATO CENTENARO - Q.RE FULVIO TESTI",
      "Niguarda - Ca' Granda - Prato Centenaro - Quartiere Fulvio Testi",
    ],
    ['LORETO - CASORETTO - NOLO', 'Loreto - Casoretto - NoLo'],
    ['XXII MARZO', 'XXII Marzo'],
    ['QT 8', 'QT8'],
    ['RONCHETTO SUL NAVIGLIO - Q.RE LODOVICO IL MORO', 'Ronchetto sul Naviglio - Quartiere Lodovico il Moro'],
    ['BAGGIO - Q.RE DEGLI OLMI - Q.RE VALSESIA', 'Baggio - Quartiere degli Olmi - Quartiere Valsesia'],
    ['PORTA TICINESE - CONCA DEL NAVIGLIO', 'Porta Ticinese - Conca del Naviglio'],
    ['S. CRISTOFORO', 'San Cristoforo'],
    ['EX OM - MORIVIONE', 'Ex OM - Morivione'],
    // Parks and streets.
    ["PARCO DELL'ACQUA", "Parco dell'Acqua"],
    ["PARCO MARTIRI DELLA LIBERTA' IRACHENI", 'Parco Martiri della Libertà Iracheni'],
    ["PIAZZA SANT'AMBROGIO", "Piazza Sant'Ambrogio"],
    ['PIAZZA S. AMBROGIO', "Piazza Sant'Ambrogio"],
    ['S.RITA DA CASCIA', 'Santa Rita da Cascia'],
    ['VIA SANNA', 'Via Sanna'],
    ['BORGO A', 'Borgo A'],
    ["VIALE DE' MISSAGLIA", "Viale De' Missaglia"],
    ["LARGO NOE'", 'Largo Noè'],
    ["VIA FRA' PANTALEO", "Via Fra' Pantaleo"],
    ["CARELLA CANTÙ'", 'Carella Cantù'],
    ["VIA DELL' UNIONE", "Via dell'Unione"],
    ["NOVARA - SANT' ELENA", "Novara - Sant'Elena"],
    // Initials, acronyms and abbreviations.
    ['VIA A. DI RUDINÌ, 8', 'Via A. di Rudinì, 8'],
    ['VIA P. E A. PIRELLI', 'Via P. e A. Pirelli'],
    ['PIEVE E. (STAZIONE FS)', 'Pieve E. (Stazione FS)'],
    ['INCENERITORE A.M.S.A.', 'Inceneritore A.M.S.A.'],
    ['I.I.S. BERTARELLI - FERRARIS', 'I.I.S. Bertarelli - Ferraris'],
    ['A.S.NOVARO E C.C.FERRUCCI', 'A.S.Novaro e C.C.Ferrucci'],
    ['FRAZ.S.MARTINO', 'Fraz.San Martino'],
    ['V.S.VITTORE 3', 'V.San Vittore 3'],
    ['BEATO ANGELICO- DR.SSA ROMANI', 'Beato Angelico- Dr.ssa Romani'],
    ['F.LLI ROSSI', 'F.lli Rossi'],
    ['VIA BARNI (SETTIMO M.SE)', 'Via Barni (Settimo M.se)'],
    ['VIA F.ZE ARMATE VIA M.TE NERO', 'Via F.ze Armate Via M.te Nero'],
    // Legal forms.
    ['MISSORI S.N.C.', 'Missori Snc'],
    ['MISSORI SNC', 'Missori Snc'],
    ['WAGNER DI DR. MANCINI E C. S.A.S.', 'Wagner di Dr. Mancini e C. Sas'],
    ['AZIENDA A.F.M. S.P.A.', 'Azienda A.F.M. Spa'],
    // Quotes around a name.
    ['" DOSSO VERDE "', 'Dosso Verde'],
    ['"CLAUDIO VARALLI" - MILANO', 'Claudio Varalli - Milano'],
    ['"GUIDO UCELLI DI NEMI', 'Guido Ucelli di Nemi'],
    ['I.P.S. "CATERINA DA SIENA"', 'I.P.S. "Caterina da Siena"'],
    ['"', ''],
  ])('%s → %s', (raw, name) => expect(italianName(raw)).toBe(name));

  it('keeps the capitals of text that has lower case, but not its apostrophes for accents', () => {
    expect(italianName('via della Liberta’')).toBe('via della Libertà');
    expect(italianName('parco Don Giussani')).toBe('parco Don Giussani');
    expect(italianName("Cantu'/Orefici - Gratosoglio")).toBe('Cantù/Orefici - Gratosoglio');
    expect(italianName("Via De' Amicis")).toBe("Via De' Amicis");
    expect(italianName("Ca' Granda M5")).toBe("Ca' Granda M5");
    expect(italianName("Via Po'")).toBe("Via Po'");
    expect(italianName("parco dell' Alberello")).toBe("parco dell'Alberello");
    expect(italianName('"Besta"')).toBe('Besta');
    expect(italianName('Farmacia Certosa S.a.s.')).toBe('Farmacia Certosa S.a.s.');
  });

  it('folds case, accents, punctuation and abbreviations into one key', () => {
    expect(nameKey("CITTA' STUDI")).toBe('citta studi');
    expect(nameKey('Città  Studi')).toBe('citta studi');
    expect(nameKey('P.TA ROMANA')).toBe(nameKey('Porta romana'));
    expect(nameKey('Magenta – San Vittore')).toBe(nameKey('MAGENTA - S. VITTORE'));
    expect(nameKey("Parco dell'Acqua")).toBe('parco dell acqua');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = italianName(raw);
        expect(once).toBe(once.trim());
        expect(typeof nameKey(raw)).toBe('string');
      }),
    );
  });
});
