import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page with its name and actions on top; what it holds fills the rest. */
export function PageFrame(props: PageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Title order={1}>{props.title}</Title>
        <div className={classes.actions}>{props.actions}</div>
      </header>
      {props.children}
    </div>
  )
}

/** A scrolling page with its name and actions on top and a column of readable width. */
export function Page({ title, actions, children }: PageProps) {
  return (
    <PageFrame title={title} actions={actions}>
      <div className={classes.scroll}>
        <div className={classes.column}>{children}</div>
      </div>
    </PageFrame>
  )
}

/** A titled part of a page; `aside` says in one line what it is about. */
export function Section(props: {
  readonly id: string
  readonly title: string
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={classes.section} aria-labelledby={props.id}>
      <div className={classes.sectionHead}>
        <div>
          <Title order={2} id={props.id} fz="md">
            {props.title}
          </Title>
          {props.aside && <p className={classes.aside}>{props.aside}</p>}
        </div>
        {props.actions}
      </div>
      {props.children}
    </section>
  )
}

/** Rows on a raised ground, with hairlines between them. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={classes.card}>{children}</div>
}
