// SPDX-License-Identifier: EUPL-1.2
import { arcoDellaPace } from './arco-della-pace';
import { arenaCivica } from './arena-civica';
import { boscoVerticaleD, boscoVerticaleE } from './bosco-verticale';
import { caGranda } from './ca-granda';
import { castello } from './castello';
import { centroSvizzero } from './centro-svizzero';
import { chiaravalle } from './chiaravalle';
import { cimiteroMonumentale } from './cimitero-monumentale';
import { portaNuova, portaTicinese } from './city-gates';
import { torreAllianz, torreGenerali, torrePwc } from './citylife';
import { duomo } from './duomo';
import { galleria } from './galleria';
import { gioia22 } from './gioia-22';
import type { Landmark } from './landmark';
import { palazzoLombardia } from './palazzo-lombardia';
import { palazzoMarino } from './palazzo-marino';
import { palazzoReale } from './palazzo-reale';
import { pirelli } from './pirelli';
import { sanCarloAlCorso } from './san-carlo-al-corso';
import { sanGottardo } from './san-gottardo';
import { sanLorenzo } from './san-lorenzo';
import { sanSiro } from './san-siro';
import { santAmbrogio } from './sant-ambrogio';
import { santEustorgio } from './sant-eustorgio';
import { santaMariaDelleGrazie } from './santa-maria-delle-grazie';
import { scala } from './scala';
import { stazioneCentrale } from './stazione-centrale';
import { torreAlParco } from './torre-al-parco';
import { torreBranca } from './torre-branca';
import { torreBreda } from './torre-breda';
import { torreDiamante } from './torre-diamante';
import { torreGalfa } from './torre-galfa';
import { torreMartini } from './torre-martini';
import { torrePrada } from './torre-prada';
import { torreSolaria } from './torre-solaria';
import { torreVelasca } from './torre-velasca';
import { torreGaribaldiA, torreGaribaldiB } from './torri-garibaldi';
import { torreTuratiEst, torreTuratiOvest } from './torri-turati';
import { triennale } from './triennale';
import { unicredit } from './unicredit';

/** Every landmark, those of the centre first. */
export const LANDMARKS = [
  duomo,
  galleria,
  castello,
  arcoDellaPace,
  arenaCivica,
  boscoVerticaleE,
  boscoVerticaleD,
  caGranda,
  centroSvizzero,
  chiaravalle,
  cimiteroMonumentale,
  portaTicinese,
  portaNuova,
  torreAllianz,
  torreGenerali,
  torrePwc,
  gioia22,
  palazzoLombardia,
  palazzoMarino,
  palazzoReale,
  pirelli,
  sanCarloAlCorso,
  sanGottardo,
  sanLorenzo,
  sanSiro,
  santAmbrogio,
  santEustorgio,
  santaMariaDelleGrazie,
  scala,
  stazioneCentrale,
  torreAlParco,
  torreBranca,
  torreBreda,
  torreDiamante,
  torreGalfa,
  torreMartini,
  torrePrada,
  torreSolaria,
  torreVelasca,
  torreGaribaldiA,
  torreGaribaldiB,
  torreTuratiOvest,
  torreTuratiEst,
  triennale,
  unicredit,
] as const satisfies readonly Landmark[];
