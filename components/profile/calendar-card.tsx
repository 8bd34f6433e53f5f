"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { tellApi } from "../http/api";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { CopyField } from "../ui/copy-field";
import { useToast } from "../ui/toast";
import { useFormats, useWords } from "../words/words-provider";
import { type Calendar, noticeQueries } from "./notice-queries";

/** The address of one's deadlines: shown once, renewed and closed by its owner alone. */
export function CalendarCard() {
  const words = useWords().calendar;
  const { day, dayOf } = useFormats();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error } = useQuery(noticeQueries.calendar());
  const keep = (calendar: Calendar) => queries.setQueryData(noticeQueries.calendar().queryKey, { ...calendar, address: null });
  const making = useMutation({ mutationFn: () => tellApi<Calendar>("POST", noticeQueries.calendarPath), onSuccess: keep });
  const closing = useMutation({
    mutationFn: () => tellApi<Calendar>("DELETE", noticeQueries.calendarPath),
    onSuccess: (calendar) => { keep(calendar); making.reset(); toast(words.closed); },
  });
  const failure = making.error ?? closing.error ?? error;
  const address = making.data?.address;

  return (
    <Card labelledBy="calendario">
      <CardHead id="calendario" title={words.title} />
      <div className="space-y-3 px-4 py-4 sm:px-5">
        <p className="text-sm text-ink-faint">{words.hint}</p>
        {failure && <ProblemAlert error={failure} title={words.failed} />}
        {address && <CopyField label={words.address} hint={words.addressHint} value={address} copyLabel={words.copy} copiedLabel={words.copied} />}
        {!address && data?.createdAt && <p>{words.since(day(dayOf(data.createdAt)))}</p>}
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={!data} isPending={making.isPending} onPress={() => making.mutate()}>{data?.createdAt ? words.renew : words.make}</Button>
          {data?.createdAt && <Button tone="danger" isPending={closing.isPending} onPress={() => closing.mutate()}>{words.close}</Button>}
        </div>
      </div>
    </Card>
  );
}
