"use client";

import { useQuery } from "@tanstack/react-query";
import { FACILITY_KINDS, type FacilityKind } from "@/domain/housing";
import { facilityQueries } from "../../facilities/facility-queries";
import { useMunicipality } from "../../session/me";
import { Select } from "../../ui/select";
import { useWords } from "../../words/words-provider";
import { programmeQueries } from "../organisations-queries";
import type { Scope } from "./scopes";

export type ScopeChoice = "municipality" | "kind" | "facility" | "programme";
const ANY = "any";

export function scopeChoiceOf({ facilityId, kind, programmeId }: Scope): ScopeChoice {
  if (facilityId !== null) return "facility";
  if (kind !== null) return "kind";
  return programmeId === null ? "municipality" : "programme";
}

type Props = { choice: ScopeChoice; onChoice: (choice: ScopeChoice) => void; value: Scope; onChange: (scope: Scope) => void; hasTried: boolean };

/** What the rule is for: everything, a kind (perhaps of one programme only), a facility, or a programme. */
export function ScopeFields({ choice, onChoice, value, onChange, hasTried }: Props) {
  const { settings: { rules: words }, codes } = useWords();
  const municipality = useMunicipality().code;
  const { data: facilities } = useQuery(facilityQueries.list(municipality));
  const { data: programmes = [] } = useQuery(programmeQueries.list(municipality));
  const programmeChoices = programmes.map(({ id, name }) => ({ id, text: name }));
  const nothing: Scope = { kind: null, facilityId: null, programmeId: null };

  function choose(next: ScopeChoice) {
    onChoice(next);
    onChange(next === "kind" ? { ...nothing, kind: "emergency_shelter" } : nothing);
  }

  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Select label={words.scopeOf} choices={(["municipality", "kind", "facility", "programme"] as const).map((id) => ({ id, text: words.scope[id] }))} value={choice} onChange={choose} />
      {choice === "kind" && (
        <>
          <Select<FacilityKind> label={words.scope.kind} choices={FACILITY_KINDS.map((id) => ({ id, text: codes.kind[id] }))} value={value.kind} onChange={(kind) => onChange({ ...value, kind })} />
          <Select
            label={words.scope.programme}
            choices={[{ id: ANY, text: words.anyProgramme }, ...programmeChoices]}
            value={value.programmeId ?? ANY}
            onChange={(id) => onChange({ ...value, programmeId: id === ANY ? null : id })}
          />
        </>
      )}
      {choice === "facility" && (
        <Select
          label={words.scope.facility}
          choices={(facilities?.items ?? []).map(({ id, name }) => ({ id, text: name }))}
          value={value.facilityId}
          onChange={(facilityId) => onChange({ ...nothing, facilityId })}
          isRequired
          error={hasTried && value.facilityId === null ? words.chooseFacility : undefined}
        />
      )}
      {choice === "programme" && (
        <Select
          label={words.scope.programme}
          choices={programmeChoices}
          value={value.programmeId}
          onChange={(programmeId) => onChange({ ...nothing, programmeId })}
          isRequired
          error={hasTried && value.programmeId === null ? words.chooseProgramme : undefined}
        />
      )}
    </div>
  );
}
