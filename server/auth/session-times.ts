/** A session ends a working day after sign-in, whatever happens. */
export const SESSION_HOURS = 8;

/** And earlier when nobody was seen for so long. */
export const IDLE_MINUTES = 30;
