/** @jsxImportSource react */
import { useState } from "react";
import { nextHelpId } from "./contact-boxes";
import classes from "./site.module.css";

interface CheckboxRowProperties {
  label: string;
  help: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
}

/** The input has no name, id, role or test id: on X it has none either. */
export function CheckboxRow({ label, help, isChecked, onChange }: CheckboxRowProperties) {
  const [helpId] = useState(nextHelpId);
  return (
    <div className={classes.row}>
      <div className={classes.view}>
        <div className={classes.view}>
          <label className={classes.label}>
            <span className={classes.labelText}>{label}</span>
            <div className={classes.boxPlace}>
              <div className={isChecked ? classes.checkedBox : classes.box}>
                {isChecked ? (
                  <svg viewBox="0 0 24 24" aria-hidden="true" className={classes.tick}>
                    <path d="M9.6 18.6 3.4 12.3l1.9-1.8 4.2 4.2 9-9.9 2 1.8z" />
                  </svg>
                ) : null}
              </div>
              <input
                type="checkbox"
                className={classes.input}
                aria-describedby={helpId}
                checked={isChecked}
                onChange={(event) => onChange(event.currentTarget.checked)}
              />
            </div>
          </label>
          <div id={helpId} className={classes.help}>
            {help}
          </div>
        </div>
      </div>
    </div>
  );
}
