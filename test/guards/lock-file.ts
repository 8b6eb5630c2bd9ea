/** An entry of `package-lock.json`. */
interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Lists the entries by which another package than the one that was looked at could be installed: without a strong
 * fingerprint of its content, or tied to one place to fetch it from.
 */
export function findLockBreaches({ packages }: LockFile): readonly string[] {
  return Object.entries(packages).flatMap(([path, { version, integrity, resolved, link }]) => {
    if (path === "") return [];
    return [
      ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? "") ? [] : [`${path}: no strong integrity`]),
      ...(/^\d/.test(version ?? "") ? [] : [`${path}: no version`]),
      ...(resolved === undefined ? [] : [`${path}: fetched from one place`]),
      ...(link ? [`${path}: a link`] : []),
    ];
  });
}
