/** @jsxImportSource react */
import type { Confirmation } from "./confirmations";
import classes from "./site.module.css";

interface ConfirmDialogProperties {
  confirmation: Confirmation;
  onConfirm(): void;
  onCancel(): void;
}

export function ConfirmDialog({ confirmation, onConfirm, onCancel }: ConfirmDialogProperties) {
  return (
    <div className={classes.backdrop}>
      <div role="dialog" aria-modal="true" aria-label={confirmation.question} className={classes.dialog}>
        <h3>{confirmation.question}</h3>
        <p>{confirmation.consequence}</p>
        <button type="button" className={classes.dangerButton} onClick={onConfirm}>
          {confirmation.consent}
        </button>
        <button type="button" className={classes.button} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
