import "../ui/tokens.css";
import "./report.css";
import "./findings-section.css";
import "./risk-section.css";
import "./incidents-section.css";
import "./history.css";
import { render } from "preact";
import { connect } from "../background/client";
import { connectReport } from "../background/report-client";
import { sites } from "../sites";
import { createCheckStore } from "../ui/check-store";
import { createHistoryStore } from "./history-store";
import { createIncidentsStore } from "./incidents-store";
import { Report } from "./report";
import { createRiskStore } from "./risk-store";

const [site] = sites;
const risk = createRiskStore(navigator.language);
const [check, history] = await Promise.all([
  connect(site).then(createCheckStore),
  createHistoryStore(connectReport(), sites),
]);
render(
  <Report site={site} check={check} risk={risk} incidents={createIncidentsStore()} history={history} />,
  document.body,
);
// The section that a link names was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
