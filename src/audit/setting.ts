/** A site's setting, as declared in `src/sites/<site>/`: pure data. */
export type Setting = DiscoverabilitySetting | PrivacySetting;

/** The key of one of a site's own messages, in the catalogues of its folder. */
export type SiteMessage = `site.${string}`;

/** `<site>.<setting>`, such as `site.phone`: unique across sites, and stable, since results are stored under it. */
export type SettingId = `${string}.${string}`;

interface Declared {
  readonly id: SettingId;
  /** The setting in a few words. */
  readonly title: SiteMessage;
  /** Address of the site's own page that holds the switch. */
  readonly page: string;
  /** Every state that the setting can be in, by name. A state that is not listed here is unknown, never private. */
  readonly states: Readonly<Record<string, SettingState>>;
}

/** A switch that lets others find the account by something that they know about the person. */
export interface DiscoverabilitySetting extends Declared {
  readonly kind: "discoverability";
  readonly identifier: Identifier;
  /** The switch's label on the site's own page. */
  readonly label: SiteMessage;
}

/** Any other setting worth knowing about: reported quietly. */
interface PrivacySetting extends Declared {
  readonly kind: "privacy";
}

/** What a stranger may hold of a person. */
export type Identifier = "phone" | "email";

export interface SettingState {
  /** Whether this state keeps the person to themselves. */
  readonly isPrivate: boolean;
  /** The state in plain words. */
  readonly words: SiteMessage;
}
