const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers a choice of the person that the server has to know when it renders. */
export function rememberInCookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${ONE_YEAR}; samesite=lax`;
}
