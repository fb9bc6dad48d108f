import classes from './connection-line.module.css'

/** A quiet line while the core is out of reach; what is on screen stays readable. */
export function ConnectionLine() {
  return (
    <output className={classes.line}>The connection is lost. Trying again… What you see may be out of date.</output>
  )
}
