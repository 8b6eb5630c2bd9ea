/** @jsxImportSource react */
import { type ReactNode, useContext } from "react";
import { ContactsPage } from "./contacts-page";
import { DashboardPage } from "./dashboard-page";
import { PasswordWall } from "./password-wall";
import { PathContext } from "./path-context";
import { PhonePage } from "./phone-page";
import { chooseScreen, navigationLinks, type Screen } from "./screens";
import { SignInPage } from "./sign-in-page";
import classes from "./site.module.css";
import { useSiteState } from "./use-site-state";

export function Screens() {
  const path = useContext(PathContext);
  const state = useSiteState((current) => current);
  const screen = chooseScreen(path, state);
  return (
    <>
      <NavigationBar path={path} />
      <main className={classes.main}>
        <h2 className={classes.heading}>{screen.title}</h2>
        {drawScreen(screen)}
      </main>
    </>
  );
}

function drawScreen(screen: Screen): ReactNode {
  switch (screen.kind) {
    case "plain":
      return <p className={classes.text}>Nothing here yet.</p>;
    case "sign-in":
      return <SignInPage />;
    case "password-wall":
      return <PasswordWall />;
    case "dashboard":
      return <DashboardPage />;
    case "contacts":
      return <ContactsPage content={screen.content} />;
    case "phone":
      return <PhonePage content={screen.content} />;
    default:
      return screen satisfies never;
  }
}

function NavigationBar({ path }: { path: string }) {
  return (
    <nav className={classes.navigation}>
      {navigationLinks.map((link) => (
        <a
          key={link.path}
          href={link.path}
          aria-current={link.path === path ? "page" : undefined}
          className={link.path === path ? classes.currentLink : classes.link}
        >
          {link.text}
        </a>
      ))}
    </nav>
  );
}
