/** What stands open over a facility's page: one thing at a time. */
export type Panel =
  | { kind: "facility" }
  | { kind: "new-unit" }
  | { kind: "unit"; unitId: string }
  | { kind: "beds"; unitId: string }
  | { kind: "bed"; bedId: string }
  | { kind: "bed-edit"; bedId: string }
  | { kind: "retire"; bedId: string }
  /** What it is about: `facility`, `unit:<id>` or `bed:<id>`. */
  | { kind: "closure"; what: string };

export type OpenPanel = (panel: Panel) => void;
