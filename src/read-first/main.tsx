import { dressPage } from "../locales/messages";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/page.css";
import { render } from "preact";
import { leave } from "../background/leave";
import { ReadFirst } from "./read-first";

// Whoever looks over a shoulder reads tabs first: the name says no more than that it is Unlisted's.
dressPage("Unlisted");
render(<ReadFirst leave={leave} print={() => print()} />, document.body);
