import { dressPage, say } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/page.css";
import "./why.css";
import "./risk-section.css";
import "./incidents-section.css";
import { render } from "preact";
import { leave } from "../background/leave";
import { profiles } from "../sites/profiles";
import { createIncidentsStore } from "./incidents-store";
import { createRiskStore } from "./risk-store";
import { Why } from "./why";

const [site] = profiles;
const risk = createRiskStore(navigator.language);
dressPage(`Unlisted: ${say("why-page.title")}`);
render(<Why site={site} risk={risk} incidents={createIncidentsStore()} leave={leave} />, document.body);
