import Link from "next/link";
import { useState } from "react";
import { Pagination } from "../ui/pagination";
import { Cell, HeadCell, Missing, Row, TableFrame, type Sorted } from "../ui/table";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

export function Tables() {
  const words = useDesignWords();
  const [sorted, setSorted] = useState<Sorted>({ by: "name", isDescending: false });
  const [page, setPage] = useState(1);
  const { state, row } = words;
  const sort = (key: string) => ({ key, sorted, onSort: setSorted });
  const rows = [
    { id: "1", name: row.family, people: 4, where: row.shelter },
    { id: "2", name: row.haddad, people: 1, where: null },
    { id: "3", name: words.long, people: 2, where: row.shelter },
  ];
  return (
    <Group id="tables" title={words.group.tables}>
      <Specimen state={state.sorted} isWide>
        <TableFrame
          label={words.tableLabel}
          head={<><HeadCell sort={sort("name")}>{words.column.name}</HeadCell><HeadCell sort={sort("people")}>{words.column.people}</HeadCell><HeadCell>{words.column.where}</HeadCell></>}
        >
          {rows.map(({ id, name, people, where }) => (
            <Row key={id}>
              <Cell isWide><Link href="/design" className="font-semibold text-brand after:absolute after:inset-0">{name}</Link></Cell>
              <Cell>{people}</Cell>
              <Cell>{where ?? <Missing sign={row.none} />}</Cell>
            </Row>
          ))}
        </TableFrame>
        <Pagination page={page} pages={3} onChange={setPage} labels={words.pages} />
      </Specimen>
    </Group>
  );
}
