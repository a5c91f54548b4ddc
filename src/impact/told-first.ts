// SPDX-License-Identifier: EUPL-1.2
/**
 * Which of an answer's sentences are told first to somebody who reads three. The rule:
 *
 * 1. A change counts for as many times as it is what people begin to feel ({@link FELT}), five times at most.
 * 2. That is taken by how clear it is: its size over its size and half its interval together.
 * 3. Where those of the three that are for better or for worse all go one way, and something that is not a trifle
 *    ({@link TRIFLE}) surely goes the other, the third gives its place to it: nobody is shown one side alone.
 * 4. Of time one is told: what is lost against empty streets where the time in cars goes the same way, else the time
 *    in cars. A lower limit makes streets slow while they are empty: less is then "lost", and every way takes longer.
 * 5. What is not told as a change comes last, in the order of the topics; what cannot be told before what stays.
 */
import { TOTALS } from './outcome';
import { type Sentence, TOPICS, type Topic } from './summary';

/** A change that people begin to feel: as a share of before, in its unit, or in euro for each trip of that hour. */
type Felt = { readonly share: number } | { readonly size: number } | { readonly eurATrip: number };

/**
 * Our own judgement, not a measurement: one trip or kilometre in fifty, a minute of one's way, five cents a trip.
 * What is counted in persons is felt when it concerns as many as live in a few houses' blocks.
 */
const FELT: Readonly<Record<Topic, Felt>> = {
  traffic: { share: 0.02 },
  time: { share: 0.03 },
  carHours: { share: 0.02 },
  transit: { share: 0.02 },
  areaC: { share: 0.02 },
  air: { share: 0.03 },
  districts: { eurATrip: 0.05 },
  schools: { size: 20 },
  schoolWay: { size: 1 },
  care: { size: 50 },
  shopVisits: { share: 0.01 },
  shopMoves: { size: 500 },
  pharmacy: { size: 1 },
  pharmacyBeyond: { size: 500 },
  familyDoctor: { size: 1 },
  familyDoctorBeyond: { size: 500 },
  library: { size: 1 },
  libraryBeyond: { size: 500 },
  civicOffice: { size: 1 },
  civicOfficeBeyond: { size: 500 },
  socialService: { size: 1 },
  socialServiceBeyond: { size: 500 },
  nursingHome: { size: 1 },
  nursingHomeBeyond: { size: 500 },
  trees: { size: 500 },
  parks: { size: 500 },
  crowns: { size: 1 },
  heat: { size: 0.05 },
};
const MOST_TIMES = 5;
/** What counts for less, nobody would notice: half a cent a trip, a fifth of a per cent of the traffic. */
const TRIFLE = 0.1;
/** So many are told first. */
export const FIRST = 3;

/** For better or for worse for those it touches; null: neither, or it is no change. */
export function sideOf({
  topic,
  direction,
}: Pick<Sentence, 'topic' | 'direction'>): 'better' | 'worse' | null {
  const { better } = TOTALS[TOPICS[topic]];
  if (better === 'none' || (direction !== 'less' && direction !== 'more')) return null;
  return direction === better ? 'better' : 'worse';
}

/** How much a sentence counts, from 0 to {@link MOST_TIMES}. */
export function weightOf({ topic, direction, change, share, tripsH }: Sentence): number {
  if (direction !== 'less' && direction !== 'more') return 0;
  const felt = FELT[topic];
  const size = Math.abs(change.value);
  const times =
    'share' in felt
      ? Math.abs(share?.value ?? 0) / felt.share
      : 'size' in felt
        ? size / felt.size
        : size / Math.max(1, tripsH ?? 0) / felt.eurATrip;
  const halfWidth = (change.high - change.low) / 2;
  return Math.min(times, MOST_TIMES) * (size / (size + halfWidth));
}

/** All the sentences, those that are told first at the beginning. */
export function toldFirst(sentences: readonly Sentence[]): readonly Sentence[] {
  const after = toldAfter(sentences);
  const rank = (sentence: Sentence) => {
    const weight = weightOf(sentence);
    if (weight > 0 && sentence.topic === after) return 0;
    return weight > 0 ? weight : sentence.direction === 'unclear' ? -1 : -2;
  };
  // The sort is stable: what counts alike stays in the order of the topics.
  const inOrder = [...sentences].sort((a, b) => rank(b) - rank(a));
  const first = inOrder.slice(0, FIRST);
  const sides = new Set(first.map(sideOf));
  if (first.length < FIRST || sides.has('better') === sides.has('worse')) return inOrder;
  const other = sides.has('better') ? 'worse' : 'better';
  const opposite = inOrder.find(
    (sentence) => weightOf(sentence) >= TRIFLE && sentence.topic !== after && sideOf(sentence) === other,
  );
  if (!opposite || first.includes(opposite)) return inOrder;
  const rest = inOrder.filter((sentence) => sentence !== opposite);
  return [...rest.slice(0, FIRST - 1), opposite, ...rest.slice(FIRST - 1)];
}

/** Which of the two sentences about time comes after what counts; null: there are not both. */
function toldAfter(sentences: readonly Sentence[]): Topic | null {
  const way = (topic: Topic) => sentences.find((one) => one.topic === topic)?.direction;
  const [lost, inCars] = [way('time'), way('carHours')];
  if (lost === undefined || inCars === undefined) return null;
  return lost === inCars ? 'carHours' : 'time';
}
