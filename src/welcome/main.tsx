import { dressPage } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/page.css";
import "./welcome.css";
import { effect } from "@preact/signals-core";
import { render } from "preact";
import { connect } from "../background/client";
import { leave } from "../background/leave";
import { readShortcut } from "../background/shortcut";
import { profiles } from "../sites/profiles";
import { createCheckStore } from "../ui/check-store";
import { Welcome } from "./welcome";

const [site] = profiles;
const background = await connect(site);
const store = createCheckStore(background, site);
const shortcut = await readShortcut();
dressPage("Unlisted");
effect(() => render(<Welcome site={site} store={store} shortcut={shortcut} leave={leave} />, document.body));

// What was found, and all that can be done about it, stands on the report.
let wasRunning = false;
effect(() => {
  const { phase } = store.view.value;
  if (wasRunning && phase === "done") location.replace("/src/report/index.html");
  wasRunning = phase === "running";
});
