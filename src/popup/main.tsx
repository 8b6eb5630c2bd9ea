import { dressPage } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "./popup.css";
import "./explanation.css";
import { render } from "preact";
import { connect } from "../background/client";
import { sites } from "../sites";
import { createCheckStore } from "../ui/check-store";
import { Popup } from "./popup";

const [site] = sites;
const store = await createCheckStore(await connect(site));
dressPage("Unlisted");
render(<Popup site={site} store={store} />, document.body);
