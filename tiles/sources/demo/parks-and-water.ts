// SPDX-License-Identifier: EUPL-1.2
import type { Plane } from '../../../src/city/frames';
import { areaM2 } from './polygon';
import { path } from './rings-and-radials';

/** Ground that is kept free of the street web: parks, squares, stations, campuses. Drawn by hand. */
export interface Precinct {
  readonly kind: 'park' | 'square' | 'cemetery' | 'yard' | 'station' | 'sport' | 'campus' | 'basin';
  readonly name: string;
  readonly ring: readonly Plane[];
}

/** Counter-clockwise, however it was drawn. */
const turnedLeft = (ring: Plane[]): Plane[] => (areaM2(ring) < 0 ? ring.reverse() : ring);

/** A line of the table: `kind | name | lon lat, lon lat, …`. */
export const PRECINCTS: readonly Precinct[] = `
square | Piazza del Duomo | 9.1884 45.4632, 9.1893 45.4632, 9.1938 45.4633, 9.1936 45.4648, 9.1916 45.4664, 9.1899 45.4672, 9.1884 45.4667, 9.1884 45.4642
square | Piazza Castello | 9.1767 45.4704, 9.1795 45.4674, 9.1818 45.4684, 9.1826 45.4703, 9.1801 45.4730
park | Parco Sempione | 9.1722 45.4767, 9.1718 45.4745, 9.1745 45.4718, 9.1767 45.4704, 9.1801 45.4730, 9.1812 45.4760, 9.1795 45.4790, 9.1765 45.4785
park | Giardini Pubblici Indro Montanelli | 9.1968 45.4751, 9.1995 45.4727, 9.2036 45.4734, 9.2042 45.4748, 9.2015 45.4763, 9.1990 45.4774
station | Stazione Centrale | 9.2018 45.4836, 9.2050 45.4836, 9.2098 45.4903, 9.2075 45.4925, 9.2050 45.4925, 9.2022 45.4860
park | Biblioteca degli Alberi | 9.1897 45.4821, 9.1908 45.4812, 9.1948 45.4815, 9.1953 45.4846, 9.1925 45.4862, 9.1901 45.4860
square | Piazza Gae Aulenti | 9.1876 45.4826, 9.1897 45.4821, 9.1901 45.4860, 9.1868 45.4868, 9.1848 45.4848
park | Parco CityLife | 9.1520 45.4768, 9.1555 45.4745, 9.1605 45.4762, 9.1600 45.4795, 9.1560 45.4808, 9.1528 45.4795
sport | Stadio Giuseppe Meazza | 9.1205 45.4758, 9.1275 45.4752, 9.1290 45.4800, 9.1215 45.4812
sport | Ippodromo San Siro | 9.1215 45.4812, 9.1290 45.4800, 9.1372 45.4820, 9.1360 45.4862, 9.1262 45.4885, 9.1200 45.4850
park | Monte Stella | 9.1285 45.4908, 9.1375 45.4884, 9.1392 45.4915, 9.1320 45.4955, 9.1290 45.4945
park | Parco delle Cave | 9.0850 45.4640, 9.1000 45.4640, 9.1035 45.4690, 9.1010 45.4760, 9.0880 45.4765, 9.0845 45.4700
park | Boscoincittà | 9.0890 45.4845, 9.0985 45.4808, 9.1000 45.4880, 9.0960 45.4920, 9.0912 45.4910
park | Parco di Trenno | 9.1010 45.4805, 9.1105 45.4778, 9.1150 45.4850, 9.1140 45.4900, 9.1040 45.4890
park | Parco Nord | 9.1865 45.5190, 9.1960 45.5175, 9.2040 45.5200, 9.2050 45.5260, 9.1930 45.5300, 9.1860 45.5280
park | Parco Lambro | 9.2440 45.4955, 9.2500 45.4945, 9.2570 45.4955, 9.2600 45.5030, 9.2560 45.5050, 9.2520 45.5030, 9.2470 45.4990
park | Parco Forlanini | 9.2440 45.4630, 9.2560 45.4610, 9.2605 45.4640, 9.2580 45.4705, 9.2490 45.4720, 9.2440 45.4690
park | Parco Ravizza | 9.1915 45.4455, 9.1965 45.4465, 9.1970 45.4495, 9.1920 45.4490
park | Parco Solari | 9.1645 45.4560, 9.1683 45.4562, 9.1675 45.4582, 9.1642 45.4580
park | Giardini della Guastalla | 9.1975 45.4598, 9.1990 45.4596, 9.1995 45.4606, 9.1980 45.4612
park | Parco Alessandrini | 9.2285 45.4480, 9.2330 45.4480, 9.2330 45.4515, 9.2285 45.4515
park | Parco Don Giussani | 9.1615 45.4580, 9.1640 45.4580, 9.1638 45.4598, 9.1612 45.4596
park | Parco Teramo | 9.1545 45.4300, 9.1600 45.4310, 9.1590 45.4350, 9.1540 45.4345
park | Parco Chiesa Rossa | 9.1745 45.4225, 9.1765 45.4225, 9.1780 45.4270, 9.1750 45.4275
park | Parco Emilio Alessandrini Rogoredo | 9.2415 45.4360, 9.2470 45.4350, 9.2475 45.4385, 9.2420 45.4390
park | Parco di Villa Litta | 9.1655 45.5165, 9.1700 45.5160, 9.1708 45.5185, 9.1660 45.5195
park | Parco di Villa Finzi | 9.2230 45.5075, 9.2258 45.5080, 9.2262 45.5105, 9.2240 45.5105
park | Parco Adriano | 9.2440 45.5145, 9.2490 45.5150, 9.2480 45.5180, 9.2440 45.5178
park | Parco Verga | 9.1400 45.5195, 9.1430 45.5180, 9.1448 45.5192, 9.1410 45.5225
park | Parco di Baggio | 9.0855 45.4575, 9.0920 45.4580, 9.0915 45.4605, 9.0860 45.4602
park | Parco dei Fontanili | 9.1090 45.4510, 9.1145 45.4495, 9.1150 45.4535, 9.1095 45.4545
cemetery | Cimitero Maggiore | 9.1140 45.5020, 9.1225 45.5005, 9.1290 45.5020, 9.1225 45.5085, 9.1150 45.5075
cemetery | Cimitero Monumentale | 9.1762 45.4862, 9.1805 45.4842, 9.1822 45.4868, 9.1775 45.4898
yard | Scalo Farini | 9.1775 45.4915, 9.1835 45.4870, 9.1848 45.4920, 9.1790 45.4960, 9.1735 45.4960
yard | Scalo Romana | 9.2030 45.4440, 9.2140 45.4432, 9.2150 45.4452, 9.2040 45.4462
basin | Darsena | 9.1795 45.4520, 9.1780 45.4529, 9.1765 45.4538, 9.1745 45.4549, 9.1739 45.4544, 9.1759 45.4533, 9.1774 45.4524, 9.1789 45.4515
campus | Ospedale Niguarda | 9.1862 45.5065, 9.1940 45.5072, 9.1935 45.5110, 9.1855 45.5105
campus | Politecnico di Milano | 9.2262 45.4775, 9.2320 45.4772, 9.2325 45.4795, 9.2262 45.4800
campus | Policlinico | 9.1952 45.4575, 9.1975 45.4598, 9.2010 45.4590, 9.1998 45.4565
campus | Università Bicocca | 9.2095 45.5135, 9.2140 45.5128, 9.2138 45.5185, 9.2105 45.5190
campus | Ospedale San Raffaele Turro | 9.2600 45.5050, 9.2630 45.5045, 9.2640 45.5070, 9.2610 45.5078
sport | Velodromo Vigorelli | 9.1560 45.4812, 9.1600 45.4800, 9.1612 45.4822, 9.1570 45.4832
`
  .trim()
  .split('\n')
  .map((row) => {
    const [kind, name, points] = row.split('|').map((cell) => cell.trim()) as [
      Precinct['kind'],
      string,
      string,
    ];
    return { kind, name, ring: turnedLeft(path(points)) };
  });

/** Standing water, drawn by hand: `basin or pond | name | ring`. */
export const PONDS: readonly { name: string; basin: boolean; ring: readonly Plane[] }[] = `
pond | Laghetto del Parco Sempione | 9.1762 45.4740, 9.1772 45.4744, 9.1778 45.4752, 9.1768 45.4755, 9.1760 45.4748
pond | Laghetto dei Giardini Pubblici | 9.1998 45.4743, 9.2006 45.4744, 9.2008 45.4750, 9.2000 45.4752
pond | Cava Casati | 9.0905 45.4655, 9.0935 45.4652, 9.0945 45.4675, 9.0920 45.4690, 9.0902 45.4678
pond | Cava Cabassi | 9.0955 45.4680, 9.0990 45.4672, 9.1005 45.4700, 9.0980 45.4722, 9.0958 45.4708
pond | Cava Ongari-Cerutti | 9.0898 45.4712, 9.0930 45.4708, 9.0940 45.4740, 9.0905 45.4748
pond | Laghetto del Parco Lambro | 9.2525 45.4985, 9.2545 45.4990, 9.2550 45.5005, 9.2530 45.5002
pond | Laghetto Salesina | 9.2540 45.4640, 9.2562 45.4638, 9.2568 45.4655, 9.2546 45.4658
pond | Lago di Niguarda | 9.1925 45.5225, 9.1940 45.5222, 9.1945 45.5238, 9.1930 45.5240
`
  .trim()
  .split('\n')
  .map((row) => {
    const [kind, name, points] = row.split('|').map((cell) => cell.trim()) as [string, string, string];
    return { name, basin: kind === 'basin', ring: path(points) };
  });
