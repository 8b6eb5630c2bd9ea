/** @jsxImportSource react */
import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { contactsRemoval } from "./confirmations";
import classes from "./site.module.css";
import { removeAllContacts } from "./site-actions";
import { useSiteState } from "./use-site-state";

export function DashboardPage() {
  const contacts = useSiteState((state) => state.contacts);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className={classes.text}>These are the contacts you have uploaded.</p>
      <ul className={classes.list}>
        {contacts.map((name) => (
          <li key={name} className={classes.listItem}>
            {name}
          </li>
        ))}
      </ul>
      <button type="button" className={classes.dangerButton} onClick={() => setAsking(true)}>
        Remove all contacts
      </button>
      {isAsking ? (
        <ConfirmDialog
          confirmation={contactsRemoval}
          onConfirm={() => {
            setAsking(false);
            void removeAllContacts();
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
