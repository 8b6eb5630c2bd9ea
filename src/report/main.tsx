import "../ui/tokens.css";
import "./report.css";
import { render } from "preact";
import { Report } from "./report";

render(<Report />, document.body);
