/** What nobody must learn of an account. */
export interface Secrets {
  /** With its country's code: `+15555550123`. */
  readonly phone: string;
  readonly email: string;
}

/** How many of a number's last digits give it away. */
const telling = 6;

/** Where in plain JSON, keys included, a phone number stands, however it is written, or an email address. */
export function findIdentifiers(value: unknown, secrets: Secrets, path = "it"): readonly string[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => [
      ...(givesAway(key, secrets) ? [`a key of ${path}`] : []),
      ...findIdentifiers(inner, secrets, `${path}.${key}`),
    ]);
  }
  return givesAway(String(value), secrets) ? [path] : [];
}

function givesAway(text: string, { phone, email }: Secrets): boolean {
  const digits = text.replace(/\D/g, "");
  return digits.includes(phone.slice(-telling)) || text.toLowerCase().includes(email.toLowerCase());
}
