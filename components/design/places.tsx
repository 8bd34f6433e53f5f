import { ConfirmedBadge } from "../availability/confirmed-badge";
import { BedChips } from "../beds/bed-chips";
import { BedTonightChip } from "../beds/bed-tonight-chip";
import type { BedTonight, PlacementStatus } from "../http/api-types";
import { StatusBadge } from "../placements/status-badge";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

const TONIGHT: Record<BedTonight, true> = { free: true, taken: true, closed: true, not_open: true, awaits_departure: true, overdue: true };
const STATUSES: Record<PlacementStatus, true> = { planned: true, in_house: true, ended: true, cancelled: true, no_show: true, needs_bed: true };
const keys = <Key extends string>(table: Record<Key, true>) => Object.keys(table) as Key[];

const BED = { version: 1, kind: "single", opensOn: null, closesOn: null, until: "2027-03-01" } as const;

export function Places() {
  const words = useDesignWords();
  const { state } = words;
  const beds = ["1", "2", "3"].map((name) => ({ id: name, name: words.bed(name), isFree: name !== "1" }));
  return (
    <Group id="places" title={words.group.places}>
      <Specimen state={state.normal}><BedChips beds={beds} /></Specimen>
      <Specimen state={state.filled}><BedChips beds={beds.map((bed) => ({ ...bed, isFree: false }))} /></Specimen>
      <Specimen state={state.normal}>
        <ul className="flex flex-wrap gap-2">
          {keys(TONIGHT).map((tonight) => <BedTonightChip key={tonight} bed={{ ...BED, id: tonight, name: words.bed("1"), tonight }} unitName="U1" isAlone={tonight === "taken"} onOpen={() => undefined} />)}
        </ul>
      </Specimen>
      <Specimen state={state.normal}><div className="flex flex-wrap gap-2">{keys(STATUSES).map((status) => <StatusBadge key={status} status={status} />)}</div></Specimen>
      <Specimen state={state.normal}>
        <div className="flex flex-wrap gap-2">
          {["2027-02-10T07:10:00Z", "2027-02-09T07:10:00Z", "2027-01-31T07:10:00Z", null].map((confirmedAt) => <ConfirmedBadge key={confirmedAt} confirmedAt={confirmedAt} />)}
        </div>
      </Specimen>
    </Group>
  );
}
