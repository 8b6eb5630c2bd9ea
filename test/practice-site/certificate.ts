import { generate } from "selfsigned";

/** A throw-away certificate for the hosts that it plays, with its key, in PEM. Browsers are told to accept it. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const names = ["x.com", "api.x.com", "abs.twimg.com", "localhost"];
  const made = await generate([{ name: "commonName", value: "x.com" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
