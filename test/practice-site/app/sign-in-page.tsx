/** @jsxImportSource react */
import classes from "./site.module.css";

/** Nobody can sign in here: a scenario says who is. */
export function SignInPage() {
  return (
    <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
      <label className={classes.field}>
        <span>Phone, email or username</span>
        <input className={classes.textInput} name="text" autoComplete="username" />
      </label>
      <button type="submit" className={classes.button}>
        Next
      </button>
    </form>
  );
}
