import { dressPage, say } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/saw.css";
import "./report.css";
import "./findings-section.css";
import "../why/risk-section.css";
import "../why/incidents-section.css";
import "./history.css";
import { render } from "preact";
import { connect } from "../background/client";
import { connectReport } from "../background/report-client";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { createIncidentsStore } from "../why/incidents-store";
import { createRiskStore } from "../why/risk-store";
import { createHistoryStore } from "./history-store";
import { Report } from "./report";

const [site] = profiles;
// What the person came for is drawn first; the rest of a long page is drawn when that stands.
dressPage(say("report.title"));
const check = createCheckStore(await connect(site), site);
render(<Report site={site} check={check} rest={null} />, document.body);
const history = await createHistoryStore(connectReport(), profiles);
const rest = { risk: createRiskStore(navigator.language), incidents: createIncidentsStore(), history };
render(<Report site={site} check={check} rest={rest} />, document.body);
// The section that a link names was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
