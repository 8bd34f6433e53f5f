export const TODAY = "2027-02-10";
