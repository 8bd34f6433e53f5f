/** Why a backup is not restored. */
export type RestoreRefusal =
  | { code: "not_a_backup" | "cut_off" | "changed" | "other_key" }
  | { code: "older" | "newer"; product: string; takenAt: string }
  | { code: "other_columns"; table: string }
  | { code: "not_empty"; tables: string[] };

/** Carries a refusal out of a transaction, which it undoes. */
export class BackupRefused extends Error {
  constructor(readonly refusal: RestoreRefusal) {
    super(refusal.code);
    this.name = "BackupRefused";
  }
}
