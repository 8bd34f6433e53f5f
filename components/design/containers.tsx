import { useState } from "react";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { Disclosure } from "../ui/disclosure";
import { Tabs } from "../ui/tabs";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

type Tab = "all" | "mine";

export function Containers() {
  const words = useDesignWords();
  const [tab, setTab] = useState<Tab>("all");
  const { state } = words;
  return (
    <Group id="containers" title={words.group.containers}>
      <Specimen state={state.normal}>
        <Card labelledBy="card">
          <CardHead id="card" title={words.card} action={<Button size="small">{words.edit}</Button>} />
          <dl className="grid grid-cols-2 gap-4 p-4">
            <Definition term={words.phone}>{words.phoneValue}</Definition>
            <Definition term={words.name}>{words.nameValue}</Definition>
            <Definition term={words.note} isWide>{words.long}</Definition>
          </dl>
        </Card>
      </Specimen>
      <Specimen state={state.long}>
        <Card labelledBy="long-card">
          <CardHead id="long-card" title={words.long} action={<Button size="small">{words.edit}</Button>} />
          <p className="p-4">{words.moreText}</p>
        </Card>
      </Specimen>
      <Specimen state={state.selected}>
        <Tabs label={words.tabs} tabs={[{ id: "all", text: words.tab.all, count: 12 }, { id: "mine", text: words.tab.mine }]} selected={tab} onSelect={setTab}>
          <p className="p-4">{words.tab[tab]}</p>
        </Tabs>
      </Specimen>
      <Specimen state={state.normal}><Disclosure title={words.more}>{words.moreText}</Disclosure></Specimen>
      <Specimen state={state.open}><Disclosure title={words.more} isOpen>{words.moreText}</Disclosure></Specimen>
    </Group>
  );
}
