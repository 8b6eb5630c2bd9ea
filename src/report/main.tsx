import { dressPage, say } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/page.css";
import "../ui/answer/answer.css";
import "../ui/answer/explanation.css";
import "../ui/saw.css";
import "./report.css";
import "./history.css";
import { effect, signal } from "@preact/signals-core";
import { render } from "preact";
import { connect } from "../background/client";
import { leave } from "../background/leave";
import { connectReport } from "../background/report-client";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { createHistoryStore, type HistoryStore } from "./history-store";
import { followAnswer } from "./last-answer";
import { Report } from "./report";

const [site] = profiles;
// What the person came for is drawn first; the rest of a long page is drawn when that stands.
dressPage(say("report.title"));
const check = createCheckStore(await connect(site), site);
const background = connectReport();
const reportsPage = background.findReportsPage();
const known = followAnswer(check);
const history = signal<HistoryStore | null>(null);
effect(() =>
  render(
    <Report
      site={site}
      check={check}
      known={known.value}
      history={history.value}
      reportsPage={reportsPage}
      leave={leave}
    />,
    document.body,
  ),
);
history.value = await createHistoryStore(background, profiles);
// The section that a link names was not there yet when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
