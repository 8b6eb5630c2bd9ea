import { hearAnswers } from "../../in-page/hear-answers";
import { longestAnswer } from "../../in-page/heard";
import { addresses } from "./addresses";

hearAnswers([...addresses.settings, ...addresses.devices], longestAnswer);
