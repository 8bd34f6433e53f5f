import "server-only";
import type { ZxcvbnFactory, ZxcvbnResult } from "@zxcvbn-ts/core";

/** Below it a password is found by whoever may try for a while: zxcvbn's "somewhat guessable". */
const FEWEST_GUESSES = 10 ** 8;
/** Estimating takes longer than in proportion; what is hard to guess so far stays so. */
const LOOKED_AT = 64;
/** What people append to satisfy rules: `Napoli1926!!`. */
const SIMPLE_ENDING = /[\d\p{P}\p{S}\s]{1,6}$/u;
const PRODUCT = ["postoletto"];

let loading: Promise<ZxcvbnFactory> | undefined;

/** 49,000 passwords that were found in leaks and the words of Italian, loaded when the first password is chosen. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, italian] = await Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common"), import("@zxcvbn-ts/language-it")]);
  return new Factory({ graphs: common.adjacencyGraphs, dictionary: { ...common.dictionary, ...italian.dictionary } });
}

/** True for passwords of the lists, runs of keys or digits, repetitions, and what is made of `own` words: the person's and the product's. */
export async function isKnownPassword(password: string, own: readonly string[]): Promise<boolean> {
  loading ??= load();
  const estimator = await loading;
  const words = [...PRODUCT, ...own.flatMap((text) => [text, ...text.split("@"), ...text.split(/[^\p{L}\p{N}]+/u)])].filter((word) => word.length > 2);
  const estimate = (text: string) => estimator.check(text.slice(0, LOOKED_AT), words);
  return estimate(password).guesses < FEWEST_GUESSES || isNothingButKnown(estimate(password.replace(SIMPLE_ENDING, "")));
}

/** One entry of a list or one run, or words of the person's own only. */
function isNothingButKnown({ sequence }: ZxcvbnResult): boolean {
  if (sequence.length === 1) return sequence[0]?.pattern !== "bruteforce";
  return sequence.every((match) => match.pattern === "separator" || (match.pattern === "dictionary" && "dictionaryName" in match && match.dictionaryName === "userInputs"));
}
