"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { UserPlus, Users } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { administersNetwork } from "../../audit/administers-network";
import { ProblemAlert } from "../../http/problem-alert";
import { useMe, useMunicipality } from "../../session/me";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { SearchField } from "../../ui/search-field";
import { Switch } from "../../ui/switch";
import { TableSkeleton } from "../../ui/table-skeleton";
import { useDebounced } from "../../ui/use-debounced";
import { useWords } from "../../words/words-provider";
import { SettingsFrame } from "../settings-frame";
import { userQueries, type ListedUser } from "./user-queries";
import { UserTable, type UserAction } from "./user-table";

const AddUserDialog = dynamic(() => import("./add-user-dialog").then((module) => module.AddUserDialog), { ssr: false });
const EditUserDialog = dynamic(() => import("./edit-user-dialog").then((module) => module.EditUserDialog), { ssr: false });
const PasswordDialog = dynamic(() => import("./password-dialog").then((module) => module.PasswordDialog), { ssr: false });
const StateDialog = dynamic(() => import("./state-dialog").then((module) => module.StateDialog), { ssr: false });

type Open = { action: "add" } | { action: UserAction; user: ListedUser };

export function UsersScreen({ isMailSetUp }: { isMailSetUp: boolean }) {
  const { settings, shell } = useWords();
  const words = settings.users;
  const municipality = useMunicipality().code;
  const seesNetwork = administersNetwork(useMe());
  const [{ q: text, rete }, setSearch] = useQueryStates({ q: parseAsString.withDefault(""), rete: parseAsBoolean.withDefault(false) }, { history: "replace" });
  const q = useDebounced(text.trim());
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(userQueries.list({ municipality, q, isNetwork: seesNetwork && rete }));
  const [open, setOpen] = useState<Open | null>(null);
  const users = data?.pages.flatMap(({ items }) => items);
  const close = () => setOpen(null);

  return (
    <SettingsFrame section="users" action={<Button tone="primary" onPress={() => setOpen({ action: "add" })}><UserPlus aria-hidden className="size-4" />{words.add}</Button>}>
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="w-full max-w-md">
          <SearchField label={words.search} placeholder={words.searchPlaceholder} value={text} onChange={(next) => void setSearch({ q: next || null })} />
        </div>
        {seesNetwork && <Switch label={words.network} isSelected={rete} onChange={(isOn) => void setSearch({ rete: isOn || null })} />}
      </div>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!users && !error && <TableSkeleton label={shell.loading} />}
      {users && users.length === 0 && <Card><EmptyState icon={Users} title={words.none}>{q ? words.noneFound(q) : words.noneYet}</EmptyState></Card>}
      {users && users.length > 0 && (
        <>
          <UserTable users={users} onAction={(action, user) => setOpen({ action, user })} />
          <div className="mt-3 flex items-center gap-4">
            <p role="status" className="text-ink-faint">{words.count(users.length)}</p>
            {hasNextPage && <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{shell.loadMore}</Button>}
          </div>
        </>
      )}
      {open?.action === "add" && <AddUserDialog isMailSetUp={isMailSetUp} onClose={close} />}
      {open?.action === "edit" && <EditUserDialog user={open.user} onClose={close} />}
      {open?.action === "password" && <PasswordDialog user={open.user} isMailSetUp={isMailSetUp} onClose={close} />}
      {open?.action === "state" && <StateDialog user={open.user} onClose={close} />}
    </SettingsFrame>
  );
}
