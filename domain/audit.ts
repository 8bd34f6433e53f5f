/** Everything that is written down, by what was done to what. Readings end in `.read` and are left out of a household's own history. */
export const AUDIT_ACTIONS = [
  "household.registered", "household.changed", "household.joined", "household.member_changed", "household.left", "household.divided", "household.recognition_decided", "household.recognition_taken_back", "household.read", "households.listed.read", "household.fit.read", "household.nights_elsewhere.read",
  "case.opened", "case.changed", "case.closed", "case.reopened", "referral.received",
  "placement.planned", "placement.changed", "placement.arrival", "placement.departure", "placement.no_show", "placement.cancellation", "placement.displaced", "placement.replaced", "placement.transferred", "placement.swapped", "placement.divided", "placement.joined", "placement.corrected", "placement.rule_moved",
  "placement.read", "placements.listed.read",
  "extension.asked", "extension.approved", "extension.refused", "extension.withdrawn",
  "task.done",
  "facility.created", "facility.changed", "facility.confirmed", "unit.created", "unit.changed", "bed.created", "bed.changed", "closure.created", "closure.cancelled",
  "organisation.created", "organisation.changed", "programme.created", "programme.changed", "stay_rule.added",
  "import.facilities", "import.households", "import.stays",
  "export.facilities.begun", "export.households.begun", "export.stays.begun", "export.facilities", "export.households", "export.stays",
  "user.created", "user.changed", "user.role_added", "user.role_removed", "user.disabled", "user.enabled", "user.password_set", "token.created", "token.revoked",
  "session.opened", "session.closed", "calendar.renewed", "calendar.closed", "setting.changed",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The chain of what concerns no single municipality; the others go by the municipality's code. */
export const NETWORK_CHAIN = "network";
