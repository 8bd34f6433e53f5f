"use client";

import { ChecksList } from "../availability/checks-list";
import { failedChecks } from "../availability/failed-checks";
import { sharesInWords } from "../availability/shares";
import { Expectation } from "../availability/unit-verdict";
import type { Vacancy } from "../http/api-types";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { useWords } from "../words/words-provider";

type Props = { item: Vacancy; onChange: () => void };

/** The unit that was chosen: with whom, on what it depends, and each of its conditions. */
export function ChosenUnit({ item, onChange }: Props) {
  const { moves: words, availability, codes } = useWords();
  const failed = failedChecks(item);
  const shares = sharesInWords(item.sharedWith, availability);

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start gap-3 rounded-md bg-brand-soft px-4 py-3">
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold text-ink-soft">{words.where}</p>
          <p className="font-semibold">{words.unit(item.unitName, item.facilityName)}</p>
          <p className="text-sm text-ink-soft">{[codes.letting[item.letting], codes.genderPolicy[item.genderPolicy], words.freeBeds(item.freeBedCount)].join(" · ")}</p>
          {shares && <p className="text-sm text-ink-soft first-letter:uppercase">{shares}</p>}
          {item.restsOnExit && <Expectation>{availability.restsOnExit}</Expectation>}
          {item.awaitsDeparture && <Expectation>{availability.awaitsDeparture}</Expectation>}
        </div>
        <Button size="small" tone="quiet" onPress={onChange}>{words.changeUnit}</Button>
      </div>
      {failed.length > 0 && (
        <Alert tone="warning" title={words.notMet}>
          <ul className="list-disc space-y-1 ps-5">{failed.map(({ code, detail }) => <li key={`${code} ${detail}`}>{detail}</li>)}</ul>
        </Alert>
      )}
      <Disclosure title={availability.checksOf(item.unitName)}>
        <ChecksList checks={item.checks ?? []} label={availability.checksOf(item.unitName)} />
      </Disclosure>
    </div>
  );
}
