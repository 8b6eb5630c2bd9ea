import { createContext } from "react";

/** The path that the page is at. */
export const PathContext = createContext("/");
