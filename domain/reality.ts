import { type Block, gaps } from "./blocks";
import { type Day, overlaps, type Period } from "./day";

/** A row of somebody else's that overlaps what is to be recorded. `isReal`: nights somebody really spent, or is spending. */
export type Standing = Period & { id: string; bedId: string; kind: Block["kind"]; placementId: string | null; stayId: string | null; closureId: string | null; offerId: string | null; isReal: boolean };

/** What has to give way so that reality can be recorded. */
export type Yielding = {
  /** Nights really spent by others: against them nothing can be recorded. */
  inTheWay: Standing[];
  /** Planned stays that lose their bed. */
  displaced: Standing[];
  withdrawnOffers: Standing[];
  /** Rows that keep only these parts: turnaround and closures of others. */
  trimmed: { row: Standing; parts: Period[] }[];
  /** Own blocks as they can be written: turnaround ends where the next one begins. */
  blocks: Block[];
};

/**
 * Recording reality makes plans yield, never the reverse: nights that somebody spent displace planned stays, withdraw offers and
 * cut turnaround and closures; the new turnaround itself yields to whatever follows. In a unit let whole others yield in every
 * bed, also in those that were closed to its own household; a closure concerns its bed alone, and a bed in which nobody of the household
 * slept stays closed.
 */
export function makeRoom(own: readonly Block[], standing: readonly Standing[], wholeUnit: boolean): Yielding {
  const meets = (block: Block, row: Standing) => meetsIn(block, row, wholeUnit);
  const nights = own.filter(({ kind }) => kind === "stay" || kind === "spare");
  const inNights = (row: Standing) => nights.some((night) => meets(night, row));
  const stays = standing.filter((row) => (row.kind === "stay" || row.kind === "spare") && inNights(row));
  const slept = nights.filter(({ kind }) => kind === "stay");
  const closures = standing.filter(({ kind }) => kind === "closure");
  const open = own.flatMap((block) => (block.kind === "spare" ? gaps(block, closures.filter(({ bedId }) => bedId === block.bedId)).map((part) => ({ ...block, ...part })) : [block]));
  const yieldingTo = (row: Standing) => (row.kind === "turnaround" ? nights : row.kind === "closure" ? slept : []).filter((night) => meets(night, row));

  return {
    inTheWay: stays.filter(({ isReal }) => isReal),
    displaced: stays.filter(({ isReal }) => !isReal),
    withdrawnOffers: standing.filter((row) => row.kind === "offer" && inNights(row)),
    trimmed: standing.map((row) => ({ row, to: yieldingTo(row) })).filter(({ to }) => to.length > 0).map(({ row, to }) => ({ row, parts: partsLeft(row, to) })),
    blocks: withTailsCut(open, standing, wholeUnit),
  };
}

/** Blocks as they can be written beside those of others: turnaround ends where the next one begins. Closures may lie over it. */
export function withTailsCut(own: readonly Block[], others: readonly Other[], wholeUnit: boolean): Block[] {
  const following = others.filter(({ kind }) => kind !== "closure");
  return own.flatMap((block) => (block.kind === "turnaround" ? cut(block, following.filter((row) => meetsIn(block, row, wholeUnit))) : [block]));
}

type Other = Period & { bedId: string; kind: Block["kind"] };

/** Whether a row stands where a block is to be written. */
function meetsIn(block: Block, row: Other, wholeUnit: boolean): boolean {
  return overlaps(block, row) && (block.bedId === row.bedId || (wholeUnit && row.kind !== "closure"));
}

/** A turnaround keeps its beginning only: cleaning does not go on after somebody has moved in. */
function partsLeft(row: Standing, nights: readonly Block[]): Period[] {
  const left = gaps(row, nights);
  return row.kind === "turnaround" ? left.filter(({ from }) => from === row.from) : left;
}

function cut(tail: Block, following: readonly Period[]): Block[] {
  const next = following.map(({ from }) => from).reduce<Day>((first, from) => (from < first ? from : first), tail.until);
  return next > tail.from ? [{ ...tail, until: next }] : [];
}
