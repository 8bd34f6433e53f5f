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
 * cut turnaround and closures; the new turnaround itself yields to whatever follows.
 */
export function makeRoom(own: readonly Block[], standing: readonly Standing[]): Yielding {
  const nights = own.filter(({ kind }) => kind === "stay" || kind === "spare");
  const inNights = (row: Standing) => nights.some((night) => night.bedId === row.bedId && overlaps(night, row));
  const stays = standing.filter((row) => (row.kind === "stay" || row.kind === "spare") && inNights(row));
  const yielding = standing.filter((row) => (row.kind === "turnaround" || row.kind === "closure") && inNights(row));

  return {
    inTheWay: stays.filter(({ isReal }) => isReal),
    displaced: stays.filter(({ isReal }) => !isReal),
    withdrawnOffers: standing.filter((row) => row.kind === "offer" && inNights(row)),
    trimmed: yielding.map((row) => ({ row, parts: partsLeft(row, nights) })),
    blocks: [...nights, ...own.filter(({ kind }) => kind === "turnaround").flatMap((tail) => cut(tail, standing))],
  };
}

/** A turnaround keeps its beginning only: cleaning does not go on after somebody has moved in. */
function partsLeft(row: Standing, nights: readonly Block[]): Period[] {
  const left = gaps(row, nights.filter((night) => night.bedId === row.bedId && overlaps(night, row)));
  return row.kind === "turnaround" ? left.filter(({ from }) => from === row.from) : left;
}

function cut(tail: Block, standing: readonly Standing[]): Block[] {
  const next = standing
    .filter((row) => row.bedId === tail.bedId && row.kind !== "closure" && overlaps(row, tail))
    .map(({ from }) => from)
    .reduce<Day>((first, from) => (from < first ? from : first), tail.until);
  return next > tail.from ? [{ ...tail, until: next }] : [];
}
