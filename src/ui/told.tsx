import { Fragment } from "preact";
import { inPlural, sayInParts } from "../locales/messages";
import type { Source } from "../risk/incident";
import type { Cited, Claim, Told } from "./tell";

/** Sentences in which each figure is marked with where it comes from. */
export function Words({ told }: { told: Told }) {
  return <>{told.map((part) => (typeof part === "string" ? part : <Figure key={part.figure} cited={part} />))}</>;
}

/** One figure or date. The mark says where in the risk data it is from; a source of it stands beside it. */
export function Figure({ cited }: { cited: Cited }) {
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
  if (sources.length === 0) return null;
  const list = sources.map((source, index) => (
    <Fragment key={source}>
      {index > 0 && ", "}
      {typeof source === "string" ? (
        <a href={source} target="_blank" rel="noreferrer" data-source={source}>
          {addressInShort(source, sources)}
        </a>
      ) : (
        <cite data-source={source.citation}>{source.citation}</cite>
      )}
    </Fragment>
  ));
  return <small class="sources">{sayInParts(inPlural("source", sources.length), { sources: <>{list}</> })}</small>;
}

/** The host, and where another source has the same one also whose page it is there. */
function addressInShort(address: string, all: readonly Source[]): string {
  const { hostname, pathname } = new URL(address);
  const isShared = all.some((other) => typeof other === "string" && other !== address && hostOf(other) === hostname);
  return hostname.replace(/^www\./, "") + (isShared ? `/${pathname.split("/")[1]}` : "");
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}
