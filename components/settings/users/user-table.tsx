"use client";

import { Ban, CircleCheck, Ellipsis, KeyRound, Pencil } from "lucide-react";
import { Button } from "react-aria-components";
import { useMe } from "../../session/me";
import { Badge } from "../../ui/badge";
import { Menu } from "../../ui/menu";
import { Cell, HeadCell, Row, TableFrame } from "../../ui/table";
import { useFormats, useWords } from "../../words/words-provider";
import { useGrantWords } from "./grantable";
import type { ListedUser } from "./user-queries";

export type UserAction = "edit" | "password" | "state";
type Props = { users: ListedUser[]; onAction: (action: UserAction, user: ListedUser) => void };

export function UserTable({ users, onAction }: Props) {
  const words = useWords().settings.users;
  const { column } = words;
  return (
    <TableFrame
      label={words.title}
      head={<><HeadCell>{column.name}</HeadCell><HeadCell>{column.roles}</HeadCell><HeadCell>{column.state}</HeadCell><HeadCell>{column.lastSignIn}</HeadCell><HeadCell><span className="sr-only">{column.actions}</span></HeadCell></>}
    >
      {users.map((user) => <UserRow key={user.id} user={user} onAction={(action) => onAction(action, user)} />)}
    </TableFrame>
  );
}

function UserRow({ user, onAction }: { user: ListedUser; onAction: (action: UserAction) => void }) {
  const words = useWords().settings.users;
  const { dayOf } = useFormats();
  const grantWords = useGrantWords();
  const isSelf = useMe().id === user.id;
  return (
    <Row>
      <Cell isWide>
        <div className="max-md:pe-10">
          <span className="font-semibold">{user.name}</span> {isSelf && <Badge tone="brand">{words.you}</Badge>}
          <span className="block text-sm text-ink-faint max-md:break-all">{user.email}</span>
        </div>
      </Cell>
      <Cell isWide>
        <ul>{user.grants.map((grant) => <li key={JSON.stringify(grant)}>{grantWords(grant)}</li>)}</ul>
      </Cell>
      <Cell>{user.disabledAt ? <Badge tone="negative" icon={Ban}>{words.shutOut}</Badge> : <Badge tone="positive" icon={CircleCheck}>{words.active}</Badge>}</Cell>
      <Cell>
        <span className="text-sm text-ink-faint md:sr-only">{words.column.lastSignIn}: </span>
        <span className="whitespace-nowrap max-md:text-sm max-md:text-ink-faint">{user.lastSignInAt ? words.lastSignIn(dayOf(user.lastSignInAt)) : words.neverSignedIn}</span>
      </Cell>
      <Cell isInCorner><UserMenu user={user} isSelf={isSelf} onAction={onAction} /></Cell>
    </Row>
  );
}

type MenuProps = { user: ListedUser; isSelf: boolean; onAction: (action: UserAction) => void };

/** One's own password is changed in the profile, and nobody shuts themselves out. */
function UserMenu({ user, isSelf, onAction }: MenuProps) {
  const { settings } = useWords();
  const words = settings.users;
  const state = user.disabledAt
    ? { id: "state", text: words.letInEntry, icon: <CircleCheck aria-hidden className="size-4" /> }
    : { id: "state", text: words.shutOutEntry, icon: <Ban aria-hidden className="size-4" /> };
  const others = [{ id: "password", text: words.passwordEntry, icon: <KeyRound aria-hidden className="size-4" /> }, state];
  return (
    <Menu
      label={settings.actionsFor(user.name)}
      entries={[{ id: "edit", text: words.editEntry, icon: <Pencil aria-hidden className="size-4" /> }, ...(isSelf ? [] : others)]}
      onAction={(id) => onAction(id as UserAction)}
      trigger={
        <Button
          aria-label={settings.actionsFor(user.name)}
          className="grid size-8 place-items-center rounded-md text-ink-soft hover:bg-muted pointer-coarse:size-11 md:ms-auto"
        >
          <Ellipsis aria-hidden className="size-5" />
        </Button>
      }
    />
  );
}
