import { useState } from "react";
import { DateField } from "../ui/date-field";
import { DateRangeField, type DayRange } from "../ui/date-range-field";
import { Group, Specimen } from "./specimen";
import { TODAY } from "./today";
import { useDesignWords } from "./use-design-words";

export function Days() {
  const words = useDesignWords();
  const [day, setDay] = useState<string | null>(TODAY);
  const [nights, setNights] = useState<DayRange>({ from: TODAY, until: "2027-05-11" });
  const { state } = words;
  return (
    <Group id="days" title={words.group.days}>
      <Specimen state={state.empty}><DateField label={words.birth} value={null} onChange={setDay} withCalendar={false} /></Specimen>
      <Specimen state={state.filled}><DateField label={words.exit} value={day} onChange={setDay} hint={words.reasonHint} /></Specimen>
      <Specimen state={state.invalid}><DateField label={words.exit} value={null} onChange={setDay} error={words.missing} isRequired /></Specimen>
      <Specimen state={state.filled}><DateRangeField label={words.nights} value={nights} onChange={setNights} summary={words.nightsCount} /></Specimen>
      <Specimen state={state.empty}><DateRangeField label={words.nights} value={null} onChange={setNights} /></Specimen>
      <Specimen state={state.invalid}><DateRangeField label={words.nights} value={nights} onChange={setNights} error={words.refusedText} isRequired /></Specimen>
    </Group>
  );
}
