import type { Source } from "../risk/incident";
import type { Claim, Told } from "./tell";

/** Sentences in which each figure is marked with where it comes from. */
export function Words({ told }: { told: Told }) {
  return <>{told.map((part) => (typeof part === "string" ? part : <Figure key={part.figure} cited={part} />))}</>;
}

/** One figure or date. The mark is for tests and for whoever wonders: a source stands beside it. */
function Figure({ cited }: { cited: { readonly figure: string; readonly words: string } }) {
  return <span data-figure={cited.figure}>{cited.words}</span>;
}

/** Something that is said, and its sources a click away. */
export function ClaimView({ claim }: { claim: Claim }) {
  return (
    <p class="claim" data-claim>
      <Words told={claim.words} /> <SourceList sources={claim.sources} />
    </p>
  );
}

/** Where something can be looked up. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <small class="sources">
      {sources.length === 1 ? "Source: " : "Sources: "}
      {sources.map((source, index) => (
        <>
          {index > 0 && ", "}
          {typeof source === "string" ? (
            <a href={source} target="_blank" rel="noreferrer" data-source={source}>
              {hostOf(source)}
            </a>
          ) : (
            <cite data-source={source.citation}>{source.citation}</cite>
          )}
        </>
      ))}
    </small>
  );
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}
