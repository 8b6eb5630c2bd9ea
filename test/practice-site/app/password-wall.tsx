/** @jsxImportSource react */
import { type FormEvent, useState } from "react";
import classes from "./site.module.css";
import { passWall } from "./site-actions";

/** Any password will do; none will not. */
export function PasswordWall() {
  const [password, setPassword] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password !== "") passWall();
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.text}>Please enter your password to get this.</p>
      <label className={classes.field}>
        <span>Password</span>
        <input
          className={classes.textInput}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className={classes.button}>
        Confirm
      </button>
    </form>
  );
}
