import { dressPage, say } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/page.css";
import "../ui/saw.css";
import "./report.css";
import "./findings-section.css";
import "./history.css";
import { render } from "preact";
import { connect } from "../background/client";
import { leave } from "../background/leave";
import { connectReport } from "../background/report-client";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { createHistoryStore } from "./history-store";
import { Report } from "./report";

const [site] = profiles;
// What the person came for is drawn first; the rest of a long page is drawn when that stands.
dressPage(say("report.title"));
const check = createCheckStore(await connect(site), site);
const background = connectReport();
const shared = { site, check, reportsPage: background.findReportsPage(), leave };
render(<Report {...shared} history={null} />, document.body);
render(<Report {...shared} history={await createHistoryStore(background, profiles)} />, document.body);
// The section that a link names was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
