"use client";

import dynamic from "next/dynamic";
import type { Facility } from "../http/api-types";
import type { OpenPanel, Panel } from "./panel";

const AddBedsDialog = dynamic(() => import("./add-beds-dialog").then((part) => part.AddBedsDialog), { ssr: false });
const BedDrawer = dynamic(() => import("./bed-drawer").then((part) => part.BedDrawer), { ssr: false });
const BedEditDialog = dynamic(() => import("./bed-edit-dialog").then((part) => part.BedEditDialog), { ssr: false });
const ClosureDialog = dynamic(() => import("./closure-dialog").then((part) => part.ClosureDialog), { ssr: false });
const FacilityDialog = dynamic(() => import("./facility-dialog").then((part) => part.FacilityDialog), { ssr: false });
const RetireDialog = dynamic(() => import("./retire-dialog").then((part) => part.RetireDialog), { ssr: false });
const UnitDialog = dynamic(() => import("./unit-dialog").then((part) => part.UnitDialog), { ssr: false });
const UnitEditDialog = dynamic(() => import("./unit-edit-dialog").then((part) => part.UnitEditDialog), { ssr: false });

type Props = { facility: Facility; panel: Panel; onOpen: OpenPanel; onClose: () => void };

/** The dialog or drawer that is open, brought when it is first wanted. */
export function FacilityPanel({ facility, panel, onOpen, onClose }: Props) {
  if (panel.kind === "facility") return <FacilityDialog facility={facility} onClose={onClose} />;
  if (panel.kind === "new-unit") return <UnitDialog facilityId={facility.id} onClose={onClose} />;
  if (panel.kind === "closure") return <ClosureDialog facility={facility} startsWith={panel.what} onClose={onClose} />;

  const unit = facility.units.find(({ id, beds }) => ("unitId" in panel ? id === panel.unitId : beds.some((bed) => bed.id === panel.bedId)));
  if (!unit) return null;
  if (panel.kind === "unit") return <UnitEditDialog facility={facility} unit={unit} onClose={onClose} />;
  if (panel.kind === "beds") return <AddBedsDialog unit={unit} onClose={onClose} />;

  const bed = unit.beds.find(({ id }) => id === panel.bedId);
  if (!bed) return null;
  if (panel.kind === "bed") return <BedDrawer facility={facility} unit={unit} bed={bed} onOpen={onOpen} onClose={onClose} />;
  return panel.kind === "retire"
    ? <RetireDialog facility={facility} unit={unit} bed={bed} onClose={onClose} />
    : <BedEditDialog facility={facility} unit={unit} bed={bed} onClose={onClose} />;
}
