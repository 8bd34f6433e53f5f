import { useState } from "react";
import { useWords } from "../words/words-provider";
import { CopyField } from "../ui/copy-field";
import { FileField } from "../ui/file-field";
import { NumberField } from "../ui/number-field";
import { SearchField } from "../ui/search-field";
import { TextField } from "../ui/text-field";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

export function Fields() {
  const words = useDesignWords();
  const { copy, copied } = useWords().settings;
  const [chosen, setChosen] = useState<string | null>(null);
  const { state } = words;
  return (
    <Group id="fields" title={words.group.fields}>
      <Specimen state={state.empty}><TextField label={words.name} /></Specimen>
      <Specimen state={state.withHint}><TextField label={words.name} hint={words.nameHint} isRequired /></Specimen>
      <Specimen state={state.filled}><TextField label={words.name} defaultValue={words.nameValue} /></Specimen>
      <Specimen state={state.invalid}><TextField label={words.name} error={words.missing} isRequired /></Specimen>
      <Specimen state={state.disabled}><TextField label={words.name} defaultValue={words.nameValue} isDisabled /></Specimen>
      <Specimen state={state.long}><TextField label={words.long} defaultValue={words.long} hint={words.long} /></Specimen>
      <Specimen state={state.wide}><TextField label={words.note} lines={3} defaultValue={words.long} /></Specimen>
      <Specimen state={state.normal}><NumberField label={words.adults} defaultValue={2} minValue={1} maxValue={9} /></Specimen>
      <Specimen state={state.disabled}><NumberField label={words.adults} defaultValue={2} isDisabled /></Specimen>
      <Specimen state={state.empty}><SearchField label={words.search} placeholder={words.searchHint} /></Specimen>
      <Specimen state={state.filled}><SearchField label={words.search} defaultValue={words.nameValue} /></Specimen>
      <Specimen state={state.empty}>
        <FileField label={words.file} hint={words.fileHint} chooseLabel={words.fileChoose} accept={[".csv"]} chosen={chosen} onChoose={({ name }) => setChosen(name)} />
      </Specimen>
      <Specimen state={state.filled}>
        <FileField label={words.file} chooseLabel={words.fileChoose} accept={[".csv"]} chosen={words.fileName} onChoose={({ name }) => setChosen(name)} />
      </Specimen>
      <Specimen state={state.filled}><CopyField label={words.name} hint={words.nameHint} value={words.nameValue} copyLabel={copy} copiedLabel={copied} /></Specimen>
    </Group>
  );
}
