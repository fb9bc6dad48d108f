import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { QuickProfile } from '../profile/index.ts'
import classes from './first-profile.module.css'

/** What the screen shows before there is a profile: the few answers that it needs, asked for right here. */
export function FirstProfile() {
  return (
    <section className={classes.first} aria-labelledby="first-title">
      <h2 id="first-title" className={classes.title}>
        Say what you look for, and every open job is ranked for you
      </h2>
      <p className={classes.lead}>
        Three answers are enough. Each job then says why it stands where it stands, and what would change that. Nothing
        leaves this computer.
      </p>
      <QuickProfile />
      <p className={classes.more}>
        Pay, level, languages and wishes can be said on{' '}
        <Anchor fz="inherit" underline="always" renderRoot={(root) => <Link to="/profile" {...root} />}>
          your profile
        </Anchor>
        .
      </p>
    </section>
  )
}
