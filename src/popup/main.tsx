import "../ui/tokens.css";
import "./popup.css";
import "./explanation.css";
import { render } from "preact";
import { connect } from "../background/client";
import { sites } from "../sites";
import { Popup } from "./popup";
import { createPopupStore } from "./popup-store";

const [site] = sites;
const store = await createPopupStore(await connect(site));
render(<Popup site={site} store={store} />, document.body);
