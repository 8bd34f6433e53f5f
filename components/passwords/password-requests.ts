import { tellApi } from "../http/api";

/** What somebody tells the API who cannot sign in. */
export function askForReset(email: string): Promise<unknown> {
  return tellApi("POST", "/password-resets", { body: { email } });
}

export function redeemReset(token: string, password: string): Promise<unknown> {
  return tellApi("POST", "/password-resets/redemption", { body: { token, password } });
}

/** The secret of the link, which the browser tells to nobody; empty without one. */
export function tokenInAddress(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
}
