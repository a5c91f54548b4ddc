// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane } from '../../../src/city/frames';

/**
 * The main roads, railways and canals of the demo city: drawn by hand through the places that
 * everyone knows (squares, stations, gates), in degrees to 3–4 decimals. No published geometry.
 */
export type MainClass = 'motorway' | 'primary' | 'secondary' | 'tertiary' | 'pedestrian';

export interface MainLine {
  readonly kind: 'street' | 'motorway' | 'rail' | 'river' | 'canal';
  readonly name: string;
  readonly class: MainClass;
  readonly ref?: string;
  /** From the line to the fronts of the houses, on its left and on its right. */
  readonly leftM: number;
  readonly rightM: number;
  /** Of the water beside an alzaia. */
  readonly waterM?: number;
  /** Planted with trees. */
  readonly avenue: boolean;
  /** A ring: its last point joins its first. */
  readonly closed: boolean;
  readonly points: readonly Plane[];
  /** Of a ring: its name from each point on, where it changes there. */
  readonly names?: readonly (string | undefined)[];
}

/** "lon lat, lon lat, …" in degrees. */
export const path = (text: string): Plane[] =>
  text.split(',').map((pair) => {
    const [lon, lat] = pair.trim().split(/\s+/).map(Number) as [number, number];
    return lonLatToPlane(lonLat(lon, lat));
  });

/** "lon lat Name, lon lat, …": what stands after the coordinates. */
const namesAlong = (text: string): (string | undefined)[] =>
  text.split(',').map((point) => point.trim().split(/\s+/).slice(2).join(' ') || undefined);

const HALF_WIDTH_M: Record<MainClass, number> = {
  motorway: 26,
  primary: 14,
  secondary: 11,
  tertiary: 9,
  pedestrian: 7,
};
/** Room between the house fronts and the water on the far bank of a canal. */
const QUAY_M = 20;

/** A line of the table: `class [half width] [avenue] | name | [ref |] points`. */
function lines(kind: MainLine['kind'], table: string, closed = false): MainLine[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      const [klass, width, avenue] = (cells[0] as string).split(' ') as [MainClass, string?, string?];
      const halfM = width ? Number(width) : HALF_WIDTH_M[klass];
      return {
        kind,
        name: kind === 'canal' ? `Alzaia ${cells[1]}` : (cells[1] as string),
        class: klass,
        ...(cells.length > 3 ? { ref: cells[2] as string } : {}),
        leftM: kind === 'canal' ? 8 : halfM,
        rightM: kind === 'canal' ? QUAY_M + halfM : halfM,
        ...(kind === 'canal' ? { waterM: halfM } : {}),
        avenue: avenue === 'avenue',
        closed,
        points: path(cells.at(-1) as string),
        ...(closed ? { names: namesAlong(cells.at(-1) as string) } : {}),
      };
    });
}

export const RINGS = lines(
  'street',
  `
secondary 10 | Cerchia dei Navigli | 9.1757 45.4672 Via Giosuè Carducci, 9.1747 45.4655, 9.1736 45.4632, 9.1740 45.4608 Via Edmondo De Amicis, 9.1768 45.4590, 9.1800 45.4577 Via Molino delle Armi, 9.1845 45.4567, 9.1885 45.4563 Via Santa Sofia, 9.1925 45.4566, 9.1952 45.4575 Via Francesco Sforza, 9.1975 45.4598, 9.1990 45.4628 Via Visconti di Modrone, 9.2005 45.4650, 9.2006 45.4680 Via San Damiano, 9.1985 45.4704 Via Senato, 9.1955 45.4725 Via Fatebenefratelli, 9.1925 45.4735, 9.1890 45.4736 Via Pontaccio, 9.1850 45.4730, 9.1828 45.4722 Foro Buonaparte, 9.1826 45.4703, 9.1818 45.4684, 9.1795 45.4674
primary 20 avenue | Bastioni | 9.1813 45.4815 Bastioni di Porta Volta, 9.1842 45.4812, 9.1875 45.4808 Bastioni di Porta Nuova, 9.1905 45.4798, 9.1935 45.4792 Viale Monte Santo, 9.1980 45.4788 Bastioni di Porta Venezia, 9.2015 45.4770, 9.2050 45.4745 Viale Luigi Majno, 9.2068 45.4715, 9.2074 45.4680 Viale Bianca Maria, 9.2075 45.4652, 9.2072 45.4625 Viale Monte Nero, 9.2065 45.4580, 9.2052 45.4545, 9.2030 45.4518 Viale Angelo Filippetti, 9.1985 45.4508, 9.1935 45.4512 Viale Beatrice d’Este, 9.1890 45.4518 Viale Gian Galeazzo, 9.1840 45.4517, 9.1795 45.4520 Viale Gabriele d’Annunzio, 9.1780 45.4529, 9.1765 45.4538, 9.1745 45.4549, 9.1725 45.4560 Viale Papiniano, 9.1690 45.4588, 9.1662 45.4618 Viale di Porta Vercellina, 9.1655 45.4640, 9.1660 45.4665 Via Mario Pagano, 9.1667 45.4685, 9.1680 45.4715, 9.1697 45.4745, 9.1722 45.4767 Viale Elvezia, 9.1765 45.4785, 9.1795 45.4790
primary 20 avenue | Circonvallazione | 9.1437 45.4795 Viale Murillo, 9.1428 45.4750, 9.1425 45.4705 Via Ranzoni, 9.1443 45.4665 Viale Ezio Bezzi, 9.1472 45.4630, 9.1500 45.4590 Viale Misurata, 9.1515 45.4555, 9.1530 45.4525 Viale Cassala, 9.1575 45.4490, 9.1630 45.4465 Viale Liguria, 9.1700 45.4456, 9.1790 45.4453 Viale Tibaldi, 9.1855 45.4450, 9.1915 45.4449 Viale Toscana, 9.1970 45.4458, 9.2035 45.4468 Viale Isonzo, 9.2110 45.4470 Viale Umbria, 9.2143 45.4510, 9.2160 45.4560, 9.2178 45.4622 Viale Piceno, 9.2182 45.4680 Viale dei Mille, 9.2176 45.4740 Viale Abruzzi, 9.2168 45.4800, 9.2165 45.4860 Viale Brianza, 9.2132 45.4887, 9.2098 45.4903, 9.2050 45.4925 Viale Lunigiana, 9.2000 45.4945, 9.1948 45.4961 Viale Marche, 9.1900 45.4972, 9.1850 45.4977 Viale Edoardo Jenner, 9.1790 45.4985, 9.1735 45.4986 Viale Bodio, 9.1685 45.4972, 9.1630 45.4945 Viale Monte Ceneri, 9.1575 45.4920, 9.1530 45.4897 Viale Renato Serra, 9.1490 45.4860, 9.1462 45.4825`,
  true,
);

export const RADIALS = lines(
  'street',
  `
secondary 7.5 | Corso Magenta | 9.1845 45.4652, 9.1800 45.4653, 9.1747 45.4655, 9.1705 45.4660, 9.1660 45.4665
pedestrian | Via Dante | 9.1858 45.4653, 9.1840 45.4668, 9.1818 45.4684
tertiary 7.5 | Via Orefici | 9.1884 45.4642, 9.1858 45.4653, 9.1845 45.4652
secondary 7.5 | Via Alessandro Manzoni | 9.1899 45.4672, 9.1928 45.4700, 9.1955 45.4725
secondary 7.5 | Via Filippo Turati | 9.1955 45.4725, 9.1950 45.4755, 9.1968 45.4789
tertiary 7.5 | Via Torino | 9.1884 45.4636, 9.1852 45.4618, 9.1820 45.4603, 9.1800 45.4577
pedestrian | Corso Vittorio Emanuele II | 9.1936 45.4648, 9.1958 45.4656, 9.1977 45.4665
secondary 11 | Corso Venezia | 9.1977 45.4665, 9.2000 45.4690, 9.2022 45.4716, 9.2050 45.4745
secondary 7.5 | Corso Monforte | 9.1977 45.4665, 9.2005 45.4667, 9.2040 45.4672, 9.2074 45.4680
tertiary 7.5 | Via Broletto | 9.1858 45.4653, 9.1857 45.4685, 9.1852 45.4730
tertiary 7.5 | Corso Garibaldi | 9.1852 45.4730, 9.1853 45.4760, 9.1862 45.4785, 9.1875 45.4808
tertiary 7.5 | Via Solferino | 9.1899 45.4672, 9.1885 45.4700, 9.1890 45.4736, 9.1892 45.4770, 9.1905 45.4798
tertiary 7.5 | Via Mazzini | 9.1893 45.4632, 9.1889 45.4603
tertiary 7.5 | Via Larga | 9.1889 45.4603, 9.1930 45.4615, 9.1962 45.4622, 9.1990 45.4628
tertiary 7.5 | Corso Europa | 9.1962 45.4622, 9.1968 45.4645, 9.1977 45.4665
secondary 7.5 | Corso di Porta Romana | 9.1889 45.4603, 9.1918 45.4590, 9.1952 45.4575, 9.1990 45.4545, 9.2030 45.4518
secondary 7.5 | Corso Italia | 9.1889 45.4603, 9.1886 45.4563, 9.1890 45.4518
secondary 7.5 | Corso di Porta Vigentina | 9.1952 45.4575, 9.1970 45.4540, 9.1985 45.4508
secondary 7.5 | Corso di Porta Ticinese | 9.1800 45.4577, 9.1806 45.4550, 9.1795 45.4520
secondary 11 | Corso di Porta Vittoria | 9.1990 45.4628, 9.2030 45.4626, 9.2072 45.4625
tertiary 7.5 | Corso Genova | 9.1800 45.4577, 9.1768 45.4572, 9.1725 45.4560
tertiary 7.5 | Via San Vittore | 9.1736 45.4632, 9.1700 45.4632, 9.1655 45.4640
tertiary 7.5 | Via Legnano | 9.1828 45.4722, 9.1818 45.4765, 9.1813 45.4815
secondary 7.5 | Via Marco Minghetti | 9.1757 45.4672, 9.1740 45.4690, 9.1715 45.4712, 9.1680 45.4715
tertiary 7.5 | Via della Chiusa | 9.1846 45.4517, 9.1845 45.4567, 9.1838 45.4590, 9.1852 45.4618
primary 20 avenue | Corso Sempione | 9.1722 45.4767, 9.1655 45.4812, 9.1590 45.4855, 9.1530 45.4897
primary 14 avenue | Viale Certosa | 9.1530 45.4897, 9.1430 45.4963, 9.1335 45.5022, 9.1225 45.5092, 9.1120 45.5140
secondary | Via Gallarate | 9.1490 45.4860, 9.1405 45.4925, 9.1300 45.4975, 9.1180 45.5000, 9.1060 45.5055, 9.0950 45.5115, 9.0880 45.5165
secondary | Via Giulio Natta | 9.1437 45.4795, 9.1375 45.4868, 9.1273 45.4900, 9.1185 45.4935, 9.1090 45.4972, 9.0975 45.5042
secondary | Via Varesina | 9.1530 45.4897, 9.1492 45.4975, 9.1445 45.5050, 9.1405 45.5100, 9.1385 45.5160, 9.1372 45.5225
secondary | Via Bovisasca | 9.1630 45.4945, 9.1612 45.5010, 9.1585 45.5080, 9.1562 45.5150, 9.1548 45.5210, 9.1535 45.5290
secondary | Viale Espinasse | 9.1575 45.4920, 9.1545 45.4985, 9.1500 45.5045, 9.1445 45.5050
secondary | Corso Vercelli | 9.1660 45.4665, 9.1610 45.4666, 9.1562 45.4667, 9.1500 45.4667, 9.1443 45.4665
primary 14 avenue | Via Novara | 9.1425 45.4705, 9.1345 45.4712, 9.1250 45.4728, 9.1120 45.4758, 9.0990 45.4792, 9.0870 45.4838, 9.0745 45.4880, 9.0580 45.4925
secondary | Viale Monte Rosa | 9.1437 45.4795, 9.1495 45.4750, 9.1553 45.4704, 9.1610 45.4684, 9.1667 45.4685
secondary | Via delle Forze Armate | 9.1443 45.4665, 9.1390 45.4648, 9.1295 45.4632, 9.1190 45.4622, 9.1075 45.4618, 9.0950 45.4612, 9.0830 45.4605, 9.0690 45.4590, 9.0560 45.4570
secondary | Via Lorenteggio | 9.1725 45.4560, 9.1630 45.4548, 9.1530 45.4525, 9.1440 45.4522, 9.1330 45.4508, 9.1210 45.4490, 9.1040 45.4462
secondary | Via Giambellino | 9.1530 45.4525, 9.1450 45.4494, 9.1370 45.4463, 9.1330 45.4440
secondary | Via Zurigo | 9.1472 45.4630, 9.1365 45.4590, 9.1240 45.4560, 9.1130 45.4554, 9.1000 45.4545, 9.0850 45.4520, 9.0720 45.4475
secondary | Via Fratelli Zoia | 9.1210 45.4490, 9.1130 45.4554, 9.1075 45.4618, 9.1060 45.4690, 9.1120 45.4758, 9.1170 45.4830, 9.1185 45.4935, 9.1180 45.5000
tertiary | Via Cusago | 9.0830 45.4605, 9.0820 45.4690, 9.0870 45.4838, 9.0905 45.4925, 9.0925 45.5015
secondary | Viale Famagosta | 9.1630 45.4465, 9.1672 45.4415, 9.1662 45.4360, 9.1610 45.4300
secondary | Via Chopin | 9.1662 45.4360, 9.1730 45.4368, 9.1800 45.4365, 9.1930 45.4362, 9.2030 45.4365, 9.2130 45.4385, 9.2235 45.4402
secondary 7.5 | Corso San Gottardo | 9.1795 45.4520, 9.1800 45.4480, 9.1812 45.4453, 9.1815 45.4400, 9.1800 45.4365
secondary | Via dei Missaglia | 9.1800 45.4365, 9.1790 45.4300, 9.1765 45.4225, 9.1735 45.4125, 9.1700 45.4035, 9.1690 45.3960
secondary | Via Giovanni da Cermenate | 9.1890 45.4518, 9.1895 45.4449, 9.1905 45.4400, 9.1930 45.4362, 9.1925 45.4285
secondary | Via Giuseppe Ripamonti | 9.1985 45.4508, 9.2002 45.4462, 9.2018 45.4415, 9.2030 45.4365, 9.2045 45.4290, 9.2062 45.4210, 9.2075 45.4120, 9.2068 45.4020, 9.2050 45.3900
tertiary | Via Selvanesco | 9.1765 45.4225, 9.1850 45.4190, 9.1950 45.4170, 9.2062 45.4210
tertiary | Via Sant’Arialdo | 9.2235 45.4402, 9.2270 45.4320, 9.2300 45.4245, 9.2370 45.4165, 9.2430 45.4105
primary 14 avenue | Corso Lodi | 9.2030 45.4518, 9.2072 45.4493, 9.2110 45.4470, 9.2175 45.4435, 9.2235 45.4402
secondary | Via Emilia | 9.2235 45.4402, 9.2300 45.4372, 9.2400 45.4330, 9.2490 45.4288, 9.2580 45.4240
primary 14 avenue | Corso XXII Marzo | 9.2072 45.4625, 9.2125 45.4623, 9.2178 45.4622, 9.2270 45.4620
primary 14 avenue | Viale Enrico Forlanini | 9.2270 45.4620, 9.2360 45.4614, 9.2450 45.4602, 9.2570 45.4582, 9.2720 45.4552
secondary | Via Mecenate | 9.2360 45.4614, 9.2410 45.4555, 9.2450 45.4490, 9.2475 45.4420, 9.2490 45.4360
secondary | Viale Argonne | 9.2074 45.4680, 9.2130 45.4681, 9.2182 45.4680, 9.2245 45.4683, 9.2330 45.4690, 9.2385 45.4715
secondary | Viale Puglie | 9.2235 45.4402, 9.2255 45.4470, 9.2265 45.4540, 9.2270 45.4620, 9.2245 45.4683, 9.2258 45.4750, 9.2262 45.4811, 9.2270 45.4857, 9.2290 45.4905, 9.2310 45.4940
secondary | Via Rubattino | 9.2262 45.4811, 9.2330 45.4800, 9.2430 45.4782, 9.2560 45.4780, 9.2690 45.4788
secondary | Via Nicola Porpora | 9.2165 45.4860, 9.2270 45.4857, 9.2340 45.4852, 9.2420 45.4865, 9.2520 45.4890, 9.2680 45.4925
tertiary | Via San Faustino | 9.2385 45.4715, 9.2430 45.4782, 9.2420 45.4865, 9.2405 45.4925
primary 15 avenue | Corso Buenos Aires | 9.2050 45.4745, 9.2080 45.4774, 9.2110 45.4803, 9.2165 45.4860
primary 14 avenue | Viale Monza | 9.2165 45.4860, 9.2186 45.4925, 9.2210 45.5004, 9.2228 45.5065, 9.2246 45.5120, 9.2262 45.5175, 9.2280 45.5240
secondary | Via Padova | 9.2165 45.4860, 9.2230 45.4905, 9.2290 45.4962, 9.2350 45.5025, 9.2410 45.5068, 9.2490 45.5105, 9.2630 45.5155
primary 14 avenue | Via Palmanova | 9.2230 45.4905, 9.2310 45.4940, 9.2405 45.4925, 9.2450 45.4985, 9.2510 45.5045, 9.2650 45.5095
primary 20 avenue | Viale Fulvio Testi | 9.1890 45.4895, 9.1926 45.4927, 9.1948 45.4961, 9.1979 45.5016, 9.2011 45.5072, 9.2054 45.5147, 9.2095 45.5220, 9.2130 45.5290
secondary | Via Melchiorre Gioia | 9.1950 45.4790, 9.1955 45.4850, 9.1985 45.4905, 9.2000 45.4945, 9.2040 45.4985, 9.2075 45.5050, 9.2105 45.5110, 9.2110 45.5150
secondary | Via Carlo Farini | 9.1813 45.4815, 9.1835 45.4868, 9.1848 45.4920, 9.1850 45.4977
secondary | Via Carlo Imbonati | 9.1850 45.4977, 9.1812 45.5050, 9.1765 45.5110, 9.1735 45.5150, 9.1695 45.5210, 9.1640 45.5275, 9.1590 45.5345
secondary | Viale Enrico Fermi | 9.1850 45.4977, 9.1862 45.5050, 9.1845 45.5120, 9.1800 45.5180, 9.1790 45.5240, 9.1780 45.5350
tertiary | Via Pellegrino Rossi | 9.1612 45.5010, 9.1680 45.5060, 9.1765 45.5110, 9.1845 45.5120, 9.1935 45.5150, 9.2054 45.5147, 9.2110 45.5150, 9.2246 45.5120, 9.2330 45.5130, 9.2440 45.5180, 9.2570 45.5195
tertiary | Via Eritrea | 9.1225 45.5092, 9.1300 45.5125, 9.1385 45.5160, 9.1480 45.5170, 9.1562 45.5150, 9.1640 45.5165, 9.1735 45.5150
tertiary 20 avenue | Via Vittor Pisani | 9.1980 45.4788, 9.2004 45.4818, 9.2018 45.4836
tertiary | Via Vitruvio | 9.2050 45.4836, 9.2080 45.4820, 9.2110 45.4803
tertiary | Viale Tunisia | 9.2004 45.4818, 9.2035 45.4795, 9.2080 45.4774
tertiary | Via Giovanni Battista Sammartini | 9.1985 45.4905, 9.2010 45.4885, 9.2022 45.4860`,
);

/** Beyond the limit they run on for a few kilometres. */
export const MOTORWAYS = lines(
  'motorway',
  `
motorway | Tangenziale Ovest | A50 | 9.2500 45.3780, 9.2050 45.3820, 9.1600 45.3860, 9.1280 45.4010, 9.1080 45.4240, 9.0960 45.4400, 9.0790 45.4520, 9.0720 45.4650, 9.0700 45.4780, 9.0690 45.4920, 9.0740 45.5080, 9.0800 45.5190
motorway | Tangenziale Est | A51 | 9.2700 45.4080, 9.2560 45.4250, 9.2545 45.4400, 9.2600 45.4500, 9.2625 45.4600, 9.2590 45.4720, 9.2580 45.4850, 9.2590 45.4950, 9.2640 45.5060, 9.2740 45.5250, 9.2850 45.5400
motorway | Tangenziale Nord | A52 | 9.1000 45.5430, 9.1500 45.5440, 9.1900 45.5490, 9.2300 45.5500
motorway | Autostrada Torino-Trieste | A4 | 9.0350 45.5120, 9.0700 45.5200, 9.1050 45.5215, 9.1250 45.5250, 9.1450 45.5320, 9.1750 45.5410, 9.2150 45.5420, 9.2500 45.5370, 9.2900 45.5480
motorway | Autostrada dei Laghi | A8 | 9.1120 45.5140, 9.0990 45.5215, 9.0850 45.5280, 9.0650 45.5370
motorway | Autostrada del Sole | A1 | 9.2490 45.4288, 9.2560 45.4250, 9.2700 45.4080, 9.2880 45.3950
motorway | Autostrada dei Giovi | A7 | 9.1610 45.4300, 9.1530 45.4180, 9.1460 45.4050, 9.1400 45.3900`,
);

/** Above ground; the tunnels (Passante, metro) are in transit.ts. */
export const RAILWAYS = lines(
  'rail',
  `
tertiary 24 | Milano Monza | 9.2075 45.4925, 9.2110 45.5000, 9.2140 45.5060, 9.2150 45.5132, 9.2195 45.5200, 9.2260 45.5290, 9.2300 45.5350
tertiary 16 | Milano Treviglio | 9.2110 45.5000, 9.2180 45.4982, 9.2270 45.4938, 9.2340 45.4890, 9.2365 45.4862, 9.2392 45.4815, 9.2480 45.4822, 9.2600 45.4835, 9.2760 45.4845
tertiary 20 | Milano Lodi Piacenza | 9.2365 45.4862, 9.2372 45.4770, 9.2368 45.4690, 9.2350 45.4614, 9.2345 45.4540, 9.2360 45.4440, 9.2384 45.4343, 9.2405 45.4250, 9.2480 45.4120, 9.2600 45.3980
tertiary 16 | Cintura Sud | 9.2360 45.4440, 9.2260 45.4432, 9.2180 45.4428, 9.2090 45.4434, 9.2009 45.4441, 9.1900 45.4430, 9.1780 45.4428, 9.1677 45.4426, 9.1560 45.4440, 9.1430 45.4432, 9.1301 45.4420, 9.1150 45.4390, 9.1000 45.4355
tertiary 16 | Milano Pavia | 9.2384 45.4343, 9.2340 45.4240, 9.2250 45.4120, 9.2150 45.4000, 9.2020 45.3830
tertiary 22 | Milano Novara | 9.1835 45.4868, 9.1785 45.4908, 9.1727 45.4946, 9.1640 45.4990, 9.1506 45.5022, 9.1420 45.5048, 9.1343 45.5072, 9.1230 45.5112, 9.1100 45.5165, 9.0950 45.5210, 9.0750 45.5250
tertiary 12 | Milano Saronno | 9.1742 45.4705, 9.1715 45.4735, 9.1655 45.4790, 9.1623 45.4816, 9.1607 45.4866, 9.1600 45.4940, 9.1592 45.5018, 9.1545 45.5100, 9.1449 45.5197, 9.1400 45.5260, 9.1340 45.5380
tertiary 12 | Milano Seveso Meda | 9.1592 45.5018, 9.1630 45.5110, 9.1667 45.5199, 9.1718 45.5297, 9.1738 45.5420`,
);

/** The number is the width of the water, which lies at the right of the alzaia. */
export const CANALS = lines(
  'canal',
  `
tertiary 14 | Naviglio Grande | 9.1739 45.4544, 9.1712 45.4512, 9.1660 45.4487, 9.1600 45.4465, 9.1535 45.4452, 9.1400 45.4424, 9.1290 45.4405, 9.1200 45.4390, 9.1080 45.4365
tertiary 12 | Naviglio Pavese | 9.1789 45.4515, 9.1772 45.4455, 9.1755 45.4400, 9.1740 45.4340, 9.1725 45.4270, 9.1690 45.4170, 9.1650 45.4060, 9.1615 45.3930
tertiary 10 | Naviglio della Martesana | 9.2680 45.5215, 9.2560 45.5165, 9.2440 45.5130, 9.2340 45.5098, 9.2228 45.5065, 9.2150 45.5025, 9.2085 45.5005, 9.2040 45.4985`,
);

export const RIVERS = lines(
  'river',
  `
tertiary 16 | Lambro | 9.2680 45.5260, 9.2615 45.5160, 9.2560 45.5060, 9.2530 45.4960, 9.2515 45.4890, 9.2490 45.4780, 9.2510 45.4690, 9.2535 45.4590, 9.2585 45.4510, 9.2620 45.4430, 9.2650 45.4330`,
);
