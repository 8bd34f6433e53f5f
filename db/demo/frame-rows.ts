import type { Ground } from "./ground";

export type Frame = { organisationIds: Map<string, string>; programmeIds: Map<string, string> };

/** Organisations and programmes. */
export function addFrame(ground: Ground, programmes: readonly { code: string; name: string }[]): Frame {
  const { plan, municipality: municipalityId, newId, rows } = ground;
  const organisationIds = new Map(plan.organisations.map((name) => [name, newId()]));
  rows.organisation.push(...[...organisationIds].map(([name, id]) => ({ id, municipalityId, name })));

  const programmeIds = new Map(programmes.map(({ code }) => [code, newId()]));
  rows.programme.push(...programmes.map(({ code, name }) => ({ id: programmeIds.get(code) ?? "", municipalityId, code, name })));
  return { organisationIds, programmeIds };
}
