import "../ui/tokens.css";
import "./report.css";
import "./risk-section.css";
import "./incidents-section.css";
import { render } from "preact";
import { sites } from "../sites";
import { createIncidentsStore } from "./incidents-store";
import { Report } from "./report";
import { createRiskStore } from "./risk-store";

const [site] = sites;
const risk = createRiskStore(navigator.language);
render(<Report site={site} risk={risk} incidents={createIncidentsStore()} />, document.body);
