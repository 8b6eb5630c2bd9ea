import { dressPage } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "./popup.css";
import "../ui/answer/answer.css";
import "../ui/answer/explanation.css";
import "../ui/progress-steps.css";
import "../ui/saw.css";
import { effect } from "@preact/signals-core";
import { render } from "preact";
import { connect } from "../background/client";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { bringRest, Popup } from "./popup";

const [site] = profiles;
const connection = connect(site);
// Meanwhile: the browser fetches its catalogue at the first word.
dressPage("Unlisted");
const store = createCheckStore(await connection, site);
// Who has come to read need not wait for what only a click can lead to.
for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, bringRest);
effect(() => render(<Popup site={site} store={store} />, document.body));
