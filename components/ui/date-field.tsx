"use client";

import { CalendarDays } from "lucide-react";
import { Button, Calendar, DateInput, DatePicker, DateSegment, Dialog, Group, type DateValue } from "react-aria-components";
import { CalendarTop, Month } from "./calendar-parts";
import { toCalendarDate } from "./day-values";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";
import { Popover } from "./popover";

type Props = FieldProps & {
  value: string | null;
  onChange: (day: string | null) => void;
  isRequired?: boolean;
  /** A day far from now, like a birth date, is typed rather than looked for. */
  withCalendar?: boolean;
  autoFocus?: boolean;
};

export const SEGMENT = "inline-grid min-h-6 min-w-6 place-items-center rounded-sm tabular-nums outline-none data-[placeholder]:px-1 data-[placeholder]:text-ink-faint data-[focused]:bg-fill data-[focused]:text-on-fill data-[type=literal]:min-w-0 data-[type=literal]:px-0.5 data-[type=year]:min-w-10";

export function DateField({ label, hint, error, value, onChange, isRequired, withCalendar = true, autoFocus }: Props) {
  return (
    <DatePicker<DateValue>
      value={toCalendarDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
      granularity="day"
      shouldForceLeadingZeros
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <Group className="field-box ps-2! pe-1!">
        <DateInput className="flex flex-1 items-center">{(segment) => <DateSegment segment={segment} className={SEGMENT} />}</DateInput>
        {withCalendar && (
          <Button className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-muted pointer-coarse:size-10">
            <CalendarDays aria-hidden className="size-4" />
          </Button>
        )}
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
      {withCalendar && (
        <Popover>
          <Dialog className="p-3 outline-none">
            <Calendar>
              <CalendarTop />
              <Month />
            </Calendar>
          </Dialog>
        </Popover>
      )}
    </DatePicker>
  );
}
