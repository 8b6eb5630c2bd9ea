/** Where X answers with what is wanted, by kind: it gives each at two hosts. */
export const addresses = {
  settings: ["https://api.x.com/1.1/account/settings.json", "https://x.com/i/api/1.1/account/settings.json"],
  devices: ["https://api.x.com/1.1/users/email_phone_info.json", "https://x.com/i/api/1.1/users/email_phone_info.json"],
} as const;
