import { dressPage } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "./popup.css";
import "./explanation.css";
import { effect } from "@preact/signals-core";
import { render } from "preact";
import { connect } from "../background/client";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { Popup } from "./popup";

const [site] = profiles;
const store = await createCheckStore(await connect(site));
dressPage("Unlisted");
effect(() => render(<Popup site={site} store={store} />, document.body));
