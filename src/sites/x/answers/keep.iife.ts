import { askWhetherWanted } from "../../in-page/ask-whether-wanted";
import { keepAnswers } from "../../in-page/keep-answers";
import { answerKinds } from "./kinds";

keepAnswers(answerKinds, askWhetherWanted());
