import { MoreHorizontal, Pencil } from "lucide-react";
import { Button, IconButton } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { DownloadLink } from "../ui/download-link";
import { Breadcrumb } from "../ui/breadcrumb";
import { Menu } from "../ui/menu";
import { useToast } from "../ui/toast";
import { Tooltip } from "../ui/tooltip";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

export function Actions() {
  const words = useDesignWords();
  const toast = useToast();
  const { state } = words;
  const row = "flex flex-wrap gap-2";
  return (
    <Group id="actions" title={words.group.actions}>
      <Specimen state={state.normal}>
        <div className={row}>
          <Button tone="primary">{words.primary}</Button>
          <Button>{words.secondary}</Button>
          <Button tone="quiet">{words.quiet}</Button>
          <Button tone="danger">{words.danger}</Button>
        </div>
      </Specimen>
      <Specimen state={state.small}>
        <div className={row}>
          <Button size="small" tone="primary">{words.primary}</Button>
          <Button size="small">{words.secondary}</Button>
          <Button size="small" tone="quiet">{words.quiet}</Button>
          <Button size="small" tone="danger">{words.danger}</Button>
        </div>
      </Specimen>
      <Specimen state={state.disabled}>
        <div className={row}>
          <Button tone="primary" isDisabled>{words.primary}</Button>
          <Button isDisabled>{words.secondary}</Button>
          <Button tone="quiet" isDisabled>{words.quiet}</Button>
          <Button tone="danger" isDisabled>{words.danger}</Button>
        </div>
      </Specimen>
      <Specimen state={state.pending}>
        <div className={row}>
          <Button tone="primary" isPending>{words.primary}</Button>
          <Button isPending>{words.secondary}</Button>
        </div>
      </Specimen>
      <Specimen state={state.focused} isFocused><Button tone="primary">{words.primary}</Button></Specimen>
      <Specimen state={state.wide}><Button isWide>{words.secondary}</Button></Specimen>
      <Specimen state={state.withIcon}>
        <div className={row}>
          <IconButton aria-label={words.edit}><Pencil aria-hidden className="size-4" /></IconButton>
          <IconButton aria-label={words.edit} isDisabled><Pencil aria-hidden className="size-4" /></IconButton>
          <Tooltip text={words.tooltip}><Button>{words.secondary}</Button></Tooltip>
        </div>
      </Specimen>
      <Specimen state={state.normal}>
        <div className={row}>
          <ButtonLink href="/design" tone="primary">{words.register}</ButtonLink>
          <ButtonLink href="/design" size="small">{words.secondary}</ButtonLink>
          <DownloadLink href="/icon.svg">{words.secondary}</DownloadLink>
        </div>
      </Specimen>
      <Specimen state={state.normal}>
        <Menu
          label={words.menu}
          trigger={<IconButton aria-label={words.menu}><MoreHorizontal aria-hidden className="size-5" /></IconButton>}
          entries={[{ id: "letter", text: words.entries.letter }, { id: "transfer", text: words.entries.transfer }]}
          onAction={() => undefined}
        />
      </Specimen>
      <Specimen state={state.normal}>
        <Breadcrumb label={words.breadcrumb} crumbs={[{ text: words.tableLabel, href: "/design" }, { text: words.row.family, href: "/design?lang=it" }]} />
      </Specimen>
      <Specimen state={state.normal}><Button onPress={() => toast(words.shown)}>{words.show}</Button></Specimen>
    </Group>
  );
}
