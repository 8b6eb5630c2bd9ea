import { speak } from "./speak";

speak("en");
