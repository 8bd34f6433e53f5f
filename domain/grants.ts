import type { Grant } from "./actor";

const isSame = (one: Grant, other: Grant) => one.role === other.role && one.municipality === other.municipality && one.organisationId === other.organisationId;

/** What has to be given and taken away so that somebody who holds `before` holds `after`; who has a role already keeps it. */
export function grantChanges(before: readonly Grant[], after: readonly Grant[]): { added: Grant[]; removed: Grant[] } {
  const wanted = after.filter((grant, index) => after.findIndex((other) => isSame(other, grant)) === index);
  return {
    added: wanted.filter((grant) => !before.some((held) => isSame(held, grant))),
    removed: before.filter((held) => !wanted.some((grant) => isSame(held, grant))),
  };
}

/** The role without which nobody could mend the network's users. */
export function administersNetwork({ role, municipality }: Grant): boolean {
  return role === "administrator" && municipality === null;
}
