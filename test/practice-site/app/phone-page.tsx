/** @jsxImportSource react */
import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { phoneDeletion } from "./confirmations";
import type { Content } from "./screens";
import classes from "./site.module.css";
import { deletePhoneNumber, loadDevices } from "./site-actions";
import { useSiteState } from "./use-site-state";
import { WaitingContent } from "./waiting-content";

export function PhonePage({ content }: { content: Content }) {
  const phone = useSiteState((state) => state.devices.devices.data.phone_numbers[0]?.phone_number);
  if (content !== "ready") return <WaitingContent content={content} onRetry={() => void loadDevices()} />;
  if (phone === undefined) {
    return (
      <a className={classes.rowLink} href="/settings/add_phone">
        Add phone number
      </a>
    );
  }
  return <NumberOnFile phone={phone} />;
}

function NumberOnFile({ phone }: { phone: string }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <label className={classes.field}>
        <span>Current</span>
        <input className={classes.textInput} name="current_phone" readOnly value={phone} dir="ltr" />
      </label>
      <a className={classes.rowLink} href="/settings/update_phone">
        Update phone number
      </a>
      <button type="button" className={classes.dangerButton} onClick={() => setAsking(true)}>
        Delete phone number
      </button>
      {isAsking ? (
        <ConfirmDialog
          confirmation={phoneDeletion}
          onConfirm={() => {
            setAsking(false);
            void deletePhoneNumber();
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
