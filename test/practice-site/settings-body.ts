import type { Scenario } from "./scenario";

export type SettingsBody = Record<string, unknown>;

/**
 * The account settings as the server keeps them: every field the web client uses today, with the scenario's own values
 * over it. `Scenario.omit` is not applied here but when a body is sent.
 */
export function buildSettingsBody(scenario: Scenario): SettingsBody {
  return {
    ...ordinaryBody,
    screen_name: scenario.account?.handle ?? "",
    language: scenario.language,
    ...scenario.settings,
  };
}

/** The body as the server sends it, without the fields that the scenario leaves out. */
export function leaveOut(body: SettingsBody, omitted: readonly string[]): SettingsBody {
  return Object.fromEntries(Object.entries(body).filter(([field]) => !omitted.includes(field)));
}

/** The changes that a form-encoded write asks for. Fields the settings do not have, such as `include_…`, are passed by. */
export function readChanges(form: string): SettingsBody {
  const asked = [...new URLSearchParams(form)].filter(([field]) => Object.hasOwn(ordinaryBody, field));
  return Object.fromEntries(asked.map(([field, value]) => [field, readValue(value)]));
}

function readValue(text: string): unknown {
  if (text === "true") return true;
  if (text === "false") return false;
  return text;
}

const ordinaryBody: SettingsBody = {
  protected: false,
  screen_name: "",
  always_use_https: true,
  use_cookie_personalization: true,
  sleep_time: { enabled: false, end_time: null, start_time: null },
  geo_enabled: false,
  language: "en",
  discoverable_by_email: false,
  discoverable_by_mobile_phone: true,
  display_sensitive_media: false,
  personalized_trends: true,
  allow_media_tagging: "all",
  allow_contributor_request: "none",
  allow_ads_personalization: true,
  allow_logged_out_device_personalization: true,
  allow_location_history_personalization: false,
  allow_sharing_data_for_third_party_personalization: true,
  allow_dms_from: "following",
  always_allow_dms_from_subscribers: null,
  allow_dm_groups_from: "following",
  translator_type: "none",
  country_code: "us",
  nsfw_user: false,
  nsfw_admin: false,
  ranked_timeline_setting: null,
  ranked_timeline_eligible: null,
  address_book_live_sync_enabled: false,
  universal_quality_filtering_enabled: "enabled",
  dm_receipt_setting: "all_enabled",
  alt_text_compose_enabled: null,
  mention_filter: "unfiltered",
  allow_authenticated_periscope_requests: true,
  protect_password_reset: false,
  require_password_login: false,
  requires_login_verification: false,
  ext_sharing_audiospaces_listening_data_with_followers: true,
  ext: { ssoConnections: { r: { ok: [] }, ttl: -1 } },
  ext_dm_nsfw_media_filter: true,
  ext_dm_av_call_settings: {
    has_av_calls_enabled: true,
    av_call_permissions: {
      accept_calls_from_addressbook: false,
      accept_calls_from_following: true,
      accept_calls_from_verified: false,
      accept_calls_from_everyone: false,
    },
  },
  ext_reply_filter_setting: { enabled: false },
  dm_quality_filter: "enabled",
  autoplay_disabled: false,
  settings_metadata: {},
};
