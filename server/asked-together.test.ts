import { expect, test, vi } from "vitest";
import { askedTogether } from "./asked-together";

/** Something to ask whose answers come when they are told to: each says what was asked when. */
function slow() {
  const asked: { what: string; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const ask = askedTogether((what) => new Promise<string>((answer, fail) => asked.push({ what, answer, fail })));
  return { asked, ask };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("who comes while it is being asked is not given that answer, and shares the next with everybody else who came", async () => {
  const { asked, ask } = slow();
  const first = ask("a");
  const others = [ask("a"), ask("a"), ask("a")];
  await turn();
  expect(asked).toHaveLength(1);

  asked[0]?.answer("before they came");
  expect(await first).toBe("before they came");
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]?.answer("since then");
  expect(await Promise.all(others)).toEqual(["since then", "since then", "since then"]);
});

test("once nobody waits it is asked anew, each time", async () => {
  const { asked, ask } = slow();
  for (const text of ["one", "two", "three"]) {
    const answer = ask("a");
    await turn();
    asked.at(-1)?.answer(text);
    expect(await answer).toBe(text);
  }
  expect(asked).toHaveLength(3);
});

test("different things do not wait for each other", async () => {
  const { asked, ask } = slow();
  const both = [ask("a"), ask("b")];
  expect(asked.map(({ what }) => what)).toEqual(["a", "b"]);
  asked[1]?.answer("b");
  expect(await both[1]).toBe("b");
  asked[0]?.answer("a");
  expect(await both[0]).toBe("a");
});

test("a failure is told to those who asked, and the next is asked all the same", async () => {
  const { asked, ask } = slow();
  const [first, second] = [ask("a"), ask("a")];
  asked[0]?.fail(new Error("no connection"));
  await expect(first).rejects.toThrow("no connection");
  await turn();
  asked[1]?.answer("it is back");
  expect(await second).toBe("it is back");
});

test("an answer that hangs holds up nobody who came after it for long", async () => {
  const { asked, ask } = slow();
  void ask("a");
  const second = ask("a");
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.answer("not held up");
  expect(await second).toBe("not held up");
});
