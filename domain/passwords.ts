export const SHORTEST_PASSWORD = 12;
/** Hashing a long text costs time, and no password is longer. */
export const LONGEST_PASSWORD = 200;
