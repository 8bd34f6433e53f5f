import { useState } from "react";
import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { ComboBox } from "../ui/combo-box";
import { RadioGroup } from "../ui/radio-group";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { ToggleChips } from "../ui/toggle-chips";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

type Reason = "autonomy" | "hospital" | "other";
type Need = "step_free" | "cot";

export function Choices() {
  const words = useDesignWords();
  const [reason, setReason] = useState<Reason | null>(null);
  const [isProtected, setProtected] = useState(true);
  const [needs, setNeeds] = useState<Need[]>(["cot"]);
  const [typed, setTyped] = useState("");
  const { state } = words;
  const reasons = choicesOf(words.reasons);
  const select = { label: words.reason, choices: reasons, onChange: setReason, placeholder: words.choose };
  const radio = { label: words.reason, choices: reasons, onChange: setReason };
  const households = [{ id: "1", text: words.row.family }, { id: "2", text: words.row.haddad }];
  const combo = { label: words.household, textOf: ({ text }: { text: string }) => text, inputValue: typed, onInputChange: setTyped, onChoose: ({ text }: { text: string }) => setTyped(text), emptyText: words.noneFound };
  return (
    <Group id="choices" title={words.group.choices}>
      <Specimen state={state.empty}><Select {...select} value={reason} /></Specimen>
      <Specimen state={state.filled}><Select {...select} value={reason ?? "autonomy"} hint={words.reasonHint} /></Specimen>
      <Specimen state={state.invalid}><Select {...select} value={null} error={words.missing} isRequired /></Specimen>
      <Specimen state={state.long}><Select {...select} choices={[{ id: "other", text: words.long }]} value="other" /></Specimen>
      <Specimen state={state.normal}><ComboBox {...combo} items={households} placeholder={words.searchHint} /></Specimen>
      <Specimen state={state.empty}><ComboBox {...combo} items={[]} hint={words.searchHint} /></Specimen>
      <Specimen state={state.invalid}><ComboBox {...combo} items={households} error={words.missing} isRequired /></Specimen>
      <Specimen state={state.normal}><RadioGroup {...radio} value={reason} /></Specimen>
      <Specimen state={state.withHint}><RadioGroup {...radio} choices={[{ id: "other", text: words.long, hint: words.long }]} value="other" hint={words.reasonHint} /></Specimen>
      <Specimen state={state.invalid}><RadioGroup {...radio} value={null} error={words.missing} isRequired /></Specimen>
      <Specimen state={state.normal}><Checkbox label={words.protected} isSelected={!isProtected} onChange={(next) => setProtected(!next)} /></Specimen>
      <Specimen state={state.selected}><Checkbox label={words.protected} isSelected={isProtected} onChange={setProtected} /></Specimen>
      <Specimen state={state.normal}><Switch label={words.protected} isSelected={!isProtected} onChange={(next) => setProtected(!next)} /></Specimen>
      <Specimen state={state.selected}><Switch label={words.protected} isSelected={isProtected} onChange={setProtected} /></Specimen>
      <Specimen state={state.selected}><ToggleChips label={words.needs} choices={choicesOf(words.need)} value={needs} onChange={setNeeds} /></Specimen>
    </Group>
  );
}
