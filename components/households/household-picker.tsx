"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { HouseholdSituation } from "@/domain/household-list";
import type { HouseholdLine } from "../http/api-types";
import { useMunicipality } from "../session/me";
import { ComboBox } from "../ui/combo-box";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import { householdName } from "./household-words";

type Props = {
  label: string;
  /** Without it the one the person works for. */
  municipality?: string;
  onChoose: (household: HouseholdLine) => void;
  error?: string;
  /** Only those that stand in one of these, and not this one. */
  situations?: HouseholdSituation[];
  exceptId?: string;
  noneFound?: string;
};

/** Finds a household by name or code. */
export function HouseholdPicker({ label, municipality: chosen, onChoose, error, situations, exceptId, noneFound }: Props) {
  const { availability, households, shell } = useWords();
  const own = useMunicipality().code;
  const municipality = chosen ?? own;
  const client = useQueryClient();
  const [text, setText] = useState("");
  const q = useDebounced(text.trim());
  const { data: found } = useQuery(householdQueries.suggestions({ municipality, q, situations }));
  // What was found for other words is not offered: it would make room for another household under the finger that presses it.
  const offered = q === text.trim() ? found : undefined;

  function choose(household: HouseholdLine) {
    client.setQueryData(householdQueries.picked(household.id).queryKey, household);
    onChoose(household);
  }

  return (
    <ComboBox
      label={label}
      placeholder={availability.findHouseholdHint}
      error={error}
      items={(offered ?? []).filter(({ id }) => id !== exceptId)}
      textOf={householdName}
      render={({ adults, minors, where, ...line }) => (
        <span className="block">
          <span className="block font-semibold">{householdName(line)}</span>
          <span className="block text-sm text-ink-faint">
            {[line.code, households.people(adults, minors), situations && where ? where.unitName : null, where?.facilityName].filter(Boolean).join(" · ")}
          </span>
        </span>
      )}
      inputValue={text}
      onInputChange={setText}
      onChoose={choose}
      emptyText={offered === undefined ? shell.loading : (noneFound ?? availability.noHousehold)}
    />
  );
}
