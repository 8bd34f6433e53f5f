"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, ComboBox as AriaComboBox, Input, ListBox, type Key } from "react-aria-components";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";
import { ListBoxItem } from "./list-box-item";
import { Popover } from "./popover";
import { useShownOutside } from "./use-shown-outside";

type Props<Item extends { id: string }> = FieldProps & {
  items: Item[];
  /** The id of the item chosen, where it stays in the field. */
  chosen?: string | null;
  textOf: (item: Item) => string;
  render?: (item: Item) => ReactNode;
  inputValue: string;
  onInputChange: (text: string) => void;
  onChoose: (item: Item) => void;
  emptyText: string;
  placeholder?: string;
  isRequired?: boolean;
};

/** A field that searches while one types; the list comes from outside, already filtered. */
export function ComboBox<Item extends { id: string }>(props: Props<Item>) {
  const { label, hint, error, items, textOf, render, emptyText, placeholder, isRequired } = props;
  const noteOpen = useShownOutside();
  const choose = (key: Key | null) => {
    const item = items.find(({ id }) => id === key);
    if (item) props.onChoose(item);
  };

  return (
    <AriaComboBox
      items={items}
      inputValue={props.inputValue}
      onInputChange={props.onInputChange}
      value={props.chosen ?? null}
      onChange={choose}
      onOpenChange={noteOpen}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <div className="field-box pe-1!">
        <Input placeholder={placeholder} className="min-h-9 min-w-0 flex-1 bg-transparent outline-none" />
        <Button className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-muted pointer-coarse:size-10">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
      <Popover isScrolledInside className="w-(--trigger-width)">
        <ListBox<Item>
          className="max-h-72 min-h-0 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-ink-faint">{emptyText}</p>}
        >
          {(item) => <ListBoxItem id={item.id} text={textOf(item)}>{render?.(item)}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
