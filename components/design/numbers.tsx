import { MeterBar } from "../ui/meter-bar";
import { ShareBar } from "../ui/share-bar";
import { StatTile } from "../ui/stat-tile";
import { StayClockBar } from "../ui/stay-clock-bar";
import { TimelineBar, type TimelineSpan } from "../ui/timeline-bar";
import { Group, Specimen } from "./specimen";
import { TODAY } from "./today";
import { useDesignWords } from "./use-design-words";

const SPANS: Omit<TimelineSpan, "id" | "text">[] = [
  { tone: "past", from: "2026-09-01", until: "2026-11-01" },
  { tone: "now", from: "2026-11-01", until: "2027-03-01" },
  { tone: "planned", from: "2027-03-01", until: "2027-04-01" },
  { tone: "closed", from: "2027-04-01", until: "2027-04-15" },
  { tone: "over", from: "2027-04-15", until: "2027-05-01" },
];

export function Numbers() {
  const words = useDesignWords();
  const { state } = words;
  const spans = SPANS.map((span) => ({ ...span, id: span.tone, text: words.span[span.tone] }));
  return (
    <Group id="numbers" title={words.group.numbers}>
      <Specimen state={state.filled}>
        <StatTile label={words.free} value={9} aside={words.freeAside} detail={words.freeDetail} tone="strong" href="/design">
          <ShareBar whole={46} className="bg-header-soft/30" shares={[{ key: "taken", amount: 34, look: "bg-header-soft" }, { key: "closed", amount: 3, look: "bg-warning-soft" }]} />
        </StatTile>
      </Specimen>
      <Specimen state={state.normal}><StatTile label={words.due} value={3} detail={words.dueDetail} /></Specimen>
      <Specimen state={state.over}><StatTile label={words.overdue} value={1} detail={words.overdueDetail} tone="negative" href="/design" /></Specimen>
      <Specimen state={state.long}><StatTile label={words.long} value={0} detail={words.long} /></Specimen>
      <Specimen state={state.normal}><StayClockBar label={words.clock} sentence={words.clockUsed} usedNights={120} plannedNights={20} allowanceNights={180} /></Specimen>
      <Specimen state={state.over}><StayClockBar label={words.clock} sentence={words.clockOver} usedNights={190} plannedNights={0} allowanceNights={180} /></Specimen>
      <Specimen state={state.normal}><MeterBar label={words.clock} value={120} extra={20} max={180} valueLabel={words.clockUsed} /></Specimen>
      <Specimen state={state.over}><MeterBar label={words.clock} value={190} max={180} valueLabel={words.clockOver} isOver /></Specimen>
      <Specimen state={state.normal} isWide>
        <TimelineBar label={words.timeline} from="2026-09-01" until="2027-05-01" today={TODAY} spans={spans} axis={<><span>{words.axis.from}</span><span>{words.axis.until}</span></>} />
      </Specimen>
      <Specimen state={state.empty} isWide><TimelineBar label={words.timeline} from="2026-09-01" until="2027-05-01" today={TODAY} spans={[]} /></Specimen>
    </Group>
  );
}
