"use client";

import { nightsOver } from "@/domain/stay-rules";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { OverstayFields, type OverstayDraft, toldOverstay } from "./overstay-fields";
import type { DepartureBody } from "./placement-mutations";

export type DepartureDraft = { date: string | null; reason: string | null; destination: string | null; overstay: OverstayDraft };

export const departureOn = (date: string | null): DepartureDraft => ({ date, reason: null, destination: null, overstay: { authorised: null, note: "" } });

const nightsAfter = (latestExit: string | null, date: string | null) => (date === null ? 0 : nightsOver(latestExit, date));

/** What is sent of it; null while something is missing. */
export function toldDeparture({ date, reason, destination, overstay }: DepartureDraft, latestExit: string | null): DepartureBody | null {
  const told = nightsAfter(latestExit, date) > 0 ? toldOverstay(overstay) : null;
  return date && reason && destination && told !== "half" ? { date, reason, destination, ...(told && { overstay: told }) } : null;
}

type Props = { value: DepartureDraft; onChange: (value: DepartureDraft) => void; latestExit: string | null; hasTried: boolean };

/** When, why and where to somebody left. */
export function DepartureFields({ value, onChange, latestExit, hasTried }: Props) {
  const { placements: words, codes } = useWords();
  const over = nightsAfter(latestExit, value.date);
  const edit = (change: Partial<DepartureDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <DateField label={words.departDate} value={value.date} onChange={(date) => edit({ date })} isRequired />
      <Select<string>
        label={words.departReason}
        choices={choicesOf(codes.departureReason)}
        value={value.reason}
        onChange={(reason) => edit({ reason })}
        isRequired
        error={hasTried && !value.reason ? words.chooseReason : undefined}
      />
      <Select<string>
        label={words.destination}
        choices={choicesOf(codes.destination)}
        value={value.destination}
        onChange={(destination) => edit({ destination })}
        isRequired
        error={hasTried && !value.destination ? words.chooseDestination : undefined}
      />
      {over > 0 && <OverstayFields nights={over} value={value.overstay} onChange={(overstay) => edit({ overstay })} hasTried={hasTried} />}
    </>
  );
}
