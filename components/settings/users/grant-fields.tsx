"use client";

import { useQuery } from "@tanstack/react-query";
import type { Grant } from "@/domain/actor";
import { administersNetwork } from "../../audit/administers-network";
import { facilityQueries } from "../../facilities/facility-queries";
import { useMe, useMunicipality } from "../../session/me";
import { Select } from "../../ui/select";
import { useWords } from "../../words/words-provider";
import { useGrantableRoles } from "./grantable";

type Props = { value: Grant; onChange: (grant: Grant) => void };

const NETWORK = "network";
const OWN = "own";

/** One role: what, where, and for operators for whom. */
export function GrantFields({ value, onChange }: Props) {
  const { settings: { users: words }, profile } = useWords();
  const me = useMe();
  const here = useMunicipality();
  const roles = useGrantableRoles(value.municipality);
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(here.code));
  const isOperator = value.role === "operator";

  function choosePlace(place: string) {
    if (place === NETWORK) onChange({ role: "coordinator", municipality: null, organisationId: null });
    else onChange({ ...value, municipality: place });
  }

  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Select
        label={words.role}
        hint={words.what[value.role]}
        choices={roles.map((id) => ({ id, text: profile.role[id] }))}
        value={value.role}
        onChange={(role) => onChange({ ...value, role, organisationId: role === "operator" ? value.organisationId : null })}
        isRequired
      />
      {administersNetwork(me) && (
        <Select
          label={words.where}
          choices={[{ id: here.code, text: here.name }, { id: NETWORK, text: words.wholeNetwork }]}
          value={value.municipality ?? NETWORK}
          onChange={choosePlace}
        />
      )}
      {isOperator && (
        <Select
          label={words.organisation}
          choices={[{ id: OWN, text: words.ownOrganisation }, ...organisations.map(({ id, name }) => ({ id, text: name }))]}
          value={value.organisationId ?? OWN}
          onChange={(id) => onChange({ ...value, organisationId: id === OWN ? null : id })}
        />
      )}
    </div>
  );
}
