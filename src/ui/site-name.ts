import type { SiteProfile } from "../audit/site";

/** A site at its first mention on a page: with the name by which many know it still. */
export function nameInFull({ name, formerName }: Pick<SiteProfile, "name" | "formerName">): string {
  return formerName === null ? name : `${name} (${formerName})`;
}
