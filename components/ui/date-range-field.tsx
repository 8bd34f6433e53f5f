"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { Button, DateInput, DateRangePicker, DateSegment, Dialog, Group, RangeCalendar, type DateValue } from "react-aria-components";
import { CalendarTop, Month } from "./calendar-parts";
import { SEGMENT } from "./date-field";
import { toCalendarDate } from "./day-values";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";
import { Popover } from "./popover";

export type DayRange = { from: string; until: string };

type Props = FieldProps & {
  value: DayRange | null;
  onChange: (range: DayRange) => void;
  /** Said after the dates, like "90 notti". */
  summary?: string;
  isRequired?: boolean;
};

export function DateRangeField({ label, hint, error, value, onChange, summary, isRequired }: Props) {
  const [shown, type] = useDraft(value, onChange);
  const start = toCalendarDate(shown?.from);
  const end = toCalendarDate(shown?.until);
  return (
    <DateRangePicker<DateValue>
      value={start && end ? { start, end } : null}
      onChange={(range) => range && type({ from: range.start.toString(), until: range.end.toString() })}
      isRequired={isRequired}
      isInvalid={error ? true : undefined}
      granularity="day"
      shouldForceLeadingZeros
    >
      <div className="flex justify-between gap-4">
        <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
        {summary && <span className="text-sm text-ink-faint sm:hidden">{summary}</span>}
      </div>
      <Group className="field-box gap-1! ps-2! pe-1! max-[359px]:flex-wrap">
        <DateInput slot="start" className="flex items-center">{(segment) => <DateSegment segment={segment} className={SEGMENT} />}</DateInput>
        <span aria-hidden className="text-ink-faint">–</span>
        <DateInput slot="end" className="flex items-center">{(segment) => <DateSegment segment={segment} className={SEGMENT} />}</DateInput>
        {summary && <span className="ms-auto ps-1 text-sm whitespace-nowrap text-ink-faint max-sm:hidden">{summary}</span>}
        <Button className="grid size-8 shrink-0 max-sm:ms-auto place-items-center rounded-sm text-ink-faint hover:bg-muted pointer-coarse:size-10">
          <CalendarDays aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
      <Popover>
        <Dialog className="p-3 outline-none">
          <RangeCalendar>
            <CalendarTop />
            <Month isRange />
          </RangeCalendar>
        </Dialog>
      </Popover>
    </DateRangePicker>
  );
}

/** Somebody who types the year 2027 passes through the years 2, 20 and 202: those stay here and are told to nobody. */
function useDraft(value: DayRange | null, onChange: (range: DayRange) => void): [DayRange | null, (range: DayRange) => void] {
  const key = value && `${value.from} ${value.until}`;
  const [draft, setDraft] = useState<{ over: string | null; range: DayRange } | null>(null);
  const shown = draft && draft.over === key ? draft.range : value;

  function type(range: DayRange) {
    const isWhole = range.from >= "1900" && range.until >= "1900";
    setDraft(isWhole ? null : { over: key, range });
    if (isWhole) onChange(range);
  }
  return [shown, type];
}
