/** @jsxImportSource react */
import { useState } from "react";
import { CheckboxRow } from "./checkbox-row";
import { type ContactBox, findForgedBox, listBoxes } from "./contact-boxes";
import type { Content } from "./screens";
import { initialState } from "./site";
import classes from "./site.module.css";
import { loadSettings, writeSetting } from "./site-actions";
import { useSiteState } from "./use-site-state";
import { WaitingContent } from "./waiting-content";

export function ContactsPage({ content }: { content: Content }) {
  if (content !== "ready") return <WaitingContent content={content} onRetry={() => void loadSettings()} />;
  const forged = findForgedBox();
  return (
    <>
      {initialState.boxes === "beneath-a-dialog" ? <Notice /> : null}
      {forged === null ? null : <ForgedRow box={forged} />}
      <section>
        {listBoxes().map((box) => (
          <SettingRow key={box.field} box={box} />
        ))}
      </section>
      <a className={classes.rowLink} href="/settings/contacts_dashboard">
        Manage contacts
      </a>
    </>
  );
}

/** A field that is absent is drawn unchecked, as on X. */
function SettingRow({ box }: { box: ContactBox }) {
  const settings = useSiteState((state) => state.settings.remote.settings);
  const { field } = box;
  if (field === null) return null;
  return (
    <CheckboxRow
      label={box.label}
      help={box.help}
      isChecked={Boolean(settings[field])}
      onChange={(isChecked) => void writeSetting(field, isChecked)}
    />
  );
}

function Notice() {
  return (
    <>
      <aside className={classes.aside}>
        <p className={classes.text}>Your account is suspended. Some things cannot be done with it.</p>
      </aside>
      <div role="dialog" aria-label="Your account is suspended" className={classes.dialog}>
        <button type="button" className={classes.button}>
          Appeal
        </button>
      </div>
    </>
  );
}

function ForgedRow({ box }: { box: ContactBox }) {
  const [isChecked, setChecked] = useState(false);
  return (
    <aside className={classes.aside}>
      <CheckboxRow label={box.label} help={box.help} isChecked={isChecked} onChange={setChecked} />
    </aside>
  );
}
