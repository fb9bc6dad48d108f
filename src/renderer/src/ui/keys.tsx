import { Fragment } from 'react'
import { isMacPlatform, keyCaps } from './keystrokes.ts'
import classes from './keys.module.css'

/** Key caps of a binding such as 'mod+k' or 'g j'. Decorative: the action's name is what a screen reader hears. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {keyCaps(keys, isMacPlatform()).map((caps, index) => (
        <Fragment key={caps.join('+')}>
          {index > 0 && <span className={classes.then}>then</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
