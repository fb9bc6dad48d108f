import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './page-tabs.module.css'

/** The parts of a screen, each with an address of its own. */
export function PageTabs(props: {
  readonly label: string
  readonly tabs: readonly { readonly to: NonNullable<LinkProps['to']>; readonly name: string }[]
}) {
  return (
    <nav className={classes.tabs} aria-label={props.label}>
      {props.tabs.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'data-here': true }}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
